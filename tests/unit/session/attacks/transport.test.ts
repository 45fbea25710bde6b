import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignInFailure } from '../../../../utils/session/sign-in.ts';
import { anAttempt } from '../an-attempt.ts';
import { type AttackBed, expectRefused, startAttackBed } from './attack-bed.ts';
import { bigAnswer, packedAnswer } from './big-answers.ts';
import { changedAnswer } from './forge.ts';
import type { Change, Step } from './hostile-proxy.ts';

vi.mock('../../../../utils/browser.ts', () => import('./fake-browser.ts'));
vi.mock('../../../sandbox/plan-service/sign-in/signing-keys.ts', async (original) =>
  (await import('./stolen-keys.ts')).withThief(await original()),
);

let bed: AttackBed;
beforeAll(async () => {
  bed = await startAttackBed();
});
beforeEach(() => bed.fresh());
afterAll(() => bed.stop());
afterEach(() => void vi.restoreAllMocks());

/** What a sign-in asks for without a window. */
const STEPS = ['discovery', 'token', 'keys'] as const;

const DOWN: SignInFailure = { why: 'serviceDown', code: 'SIGN-IN-DOWN' };
const ORIGIN: SignInFailure = { why: 'insecure', code: 'SIGN-IN-ORIGIN' };
const NOT_JSON: SignInFailure = { why: 'serviceDown', code: 'SIGN-IN-TOKEN' };
const TOKEN: SignInFailure = { why: 'insecure', code: 'SIGN-IN-TOKEN' };
/** A description that cannot be read is no answer, whatever it was. */
const at = (step: Step, failure: SignInFailure) => (step === 'discovery' ? DOWN : failure);

const expectFailure = (failure: SignInFailure) => expectRefused(bed, failure.why, failure.code);

describe.each(STEPS)('%s', (step) => {
  test.each([301, 302, 303, 307, 308])('a redirect elsewhere (%i) is not followed', async (status) => {
    bed.proxy.change(step, () => Response.redirect(`${bed.foreign.origin}/x`, status));
    await expectFailure(ORIGIN);
  });

  test('a redirect that goes nowhere is not followed either', async () => {
    bed.proxy.change(step, () => new Response(null, { status: 302 }));
    await expectFailure(ORIGIN);
  });

  test.each([408, 429, 500, 502, 503])('%i is no answer, whatever stands in it', async (status) => {
    bed.proxy.change(step, () => Response.json({ error: 'invalid_grant' }, { status }));
    await expectFailure(DOWN);
  });

  test.each([
    ['a page that is not there', 404, 'text/html'],
    ['a refusal that is none of OAuth', 403, 'application/json'],
    ['something that was made', 201, 'application/json'],
  ])('%s is no answer', async (_name, status, type) => {
    bed.proxy.change(
      step,
      () => new Response('{"message":"Ring 0800 EVIL"}', { status, headers: { 'content-type': type } }),
    );
    await expectFailure(DOWN);
  });

  test('the right words under the wrong status are no answer', async () => {
    bed.proxy.change(step, async (pass) => new Response(await (await pass()).text(), { status: 404 }));
    await expectFailure(DOWN);
  });

  test.each<[string, Change]>([
    ['a page', () => new Response('<!DOCTYPE html><p>Ring 0800 EVIL')],
    ['nothing', () => new Response('')],
    ['half of it', async (pass) => new Response((await (await pass()).text()).slice(0, 60))],
  ])('%s is no JSON', async (_name, change) => {
    bed.proxy.change(step, change);
    await expectFailure(at(step, NOT_JSON));
  });

  test.each(['null', '[]', '"text"', '7'])('%s is JSON, but no answer', async (text) => {
    bed.proxy.change(step, () => new Response(text));
    await expectFailure(at(step, step === 'keys' ? { why: 'insecure', code: 'SIGN-IN-SIGNATURE' } : TOKEN));
  });

  test('an answer that breaks off is none', async () => {
    // The proxy's own web server tells of what it could not end.
    vi.spyOn(console, 'error').mockReturnValue();
    bed.proxy.change(step, () => new Response(brokenOff()));
    await expectFailure(DOWN);
  });

  test.each<[string, Change]>([
    ['never comes', () => new Promise(() => undefined)],
    [
      'begins and never ends',
      () => new Response(new ReadableStream({ start: (s) => s.enqueue(new Uint8Array([0x20])) })),
    ],
    ['drips', () => new Response(dripping())],
  ])('an answer that %s is not waited for', async (_name, change) => {
    const { timeout } = AbortSignal;
    const limits: number[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      limits.push(ms);
      return timeout.call(AbortSignal, 300);
    });
    bed.proxy.change(step, change);
    await expectFailure(DOWN);
    expect(Math.max(...limits)).toBeLessThanOrEqual(8_000);
  });
});

function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"access_token":"x"'));
      setTimeout(() => stream.error(new Error('broken off')), 20);
    },
  });
}

function dripping(): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval>;
  return new ReadableStream({
    start(stream) {
      timer = setInterval(() => stream.enqueue(new Uint8Array([0x20])), 50);
    },
    cancel: () => clearInterval(timer),
  });
}

describe('100 MB', () => {
  /** What the sockets between may hold besides what was read. */
  const ON_THE_WAY = 15_000_000;

  /** Counts what the product reads, unpacked. */
  function weighed(): { bytes: number } {
    const read = { bytes: 0 };
    const { fetch } = globalThis;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, init) => {
      const answer = await fetch(address, init);
      if (new URL(String(address)).origin !== bed.proxy.origin || !answer.body) return answer;
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, stream) {
          read.bytes += piece.byteLength;
          stream.enqueue(piece);
        },
      });
      return new Response(answer.body.pipeThrough(counted), answer);
    });
    return read;
  }

  test.each(STEPS)('%s: not read', async (step) => {
    const read = weighed();
    const { given, answer } = bigAnswer();
    bed.proxy.change(step, () => answer);
    await expectFailure(at(step, TOKEN));
    expect(read.bytes).toBeGreaterThan(5_000_000);
    expect(read.bytes).toBeLessThan(5_500_000);
    expect(given.bytes).toBeLessThan(ON_THE_WAY);
  });

  test.each(STEPS)('%s: that says so is not read at all', async (step) => {
    const read = weighed();
    const { given, answer } = bigAnswer({ 'content-length': '100000000' });
    bed.proxy.change(step, () => answer);
    await expectFailure(at(step, TOKEN));
    expect(read.bytes).toBeLessThan(200_000);
    expect(given.bytes).toBeLessThan(ON_THE_WAY);
  });

  test.each(STEPS)('%s: packed is not unpacked', async (step) => {
    const read = weighed();
    bed.proxy.change(step, packedAnswer);
    await expectFailure(at(step, TOKEN));
    expect(read.bytes).toBeLessThan(5_500_000);
  });
});

/** A token answer with members set; `undefined`: left out. */
function answering(changes: Readonly<Record<string, unknown>>): Change {
  return changedAnswer((answer) => ({ ...answer, ...changes }));
}

describe('a token answer that is none signs nobody in', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['no id token', { id_token: undefined }],
    ['an id token that is no text', { id_token: { sub: 'gp' } }],
    ['an id token in parts of five', { id_token: 'a.b.c.d.e' }],
    ['no access token', { access_token: undefined }],
    ['an empty access token', { access_token: '' }],
    ['an access token that is no text', { access_token: ['x'] }],
    ['no token type', { token_type: undefined }],
    ['tokens of another type', { token_type: 'mac' }],
    ['tokens for a key nobody has', { token_type: 'DPoP' }],
    ['a refresh token that is no text', { refresh_token: 7 }],
    ['an end in the past', { expires_in: -1 }],
    ['an end that is no number', { expires_in: 'soon' }],
    ['scopes in a list', { scope: ['openid'] }],
  ])('%s', async (name, changes) => {
    bed.proxy.change('token', answering(changes));
    await expectFailure(name.includes('parts of five') ? { why: 'insecure', code: 'SIGN-IN-SIGNATURE' } : TOKEN);
  });

  test('an error in place of tokens, with 200', async () => {
    bed.proxy.change('token', () => Response.json({ error: 'access_denied', error_description: 'Ring 0800 EVIL' }));
    await expectFailure(TOKEN);
  });

  test.each<[string, SignInFailure['code']]>([
    ['invalid_grant', 'SIGN-IN-CODE'],
    ['invalid_client', 'SIGN-IN-DENIED'],
    ['unauthorized_client', 'SIGN-IN-DENIED'],
    ['Ring 0800 EVIL', 'SIGN-IN-DENIED'],
  ])('the error %s', async (error, code) => {
    bed.proxy.change('token', () => Response.json({ error, error_description: 'Ring 0800 EVIL' }, { status: 400 }));
    await expectFailure({ why: 'refused', code });
  });

  test('the error temporarily_unavailable is no answer', async () => {
    bed.proxy.change('token', () => Response.json({ error: 'temporarily_unavailable' }, { status: 400 }));
    await expectFailure(DOWN);
  });

  test('a challenge to say another name', async () => {
    const headers = { 'www-authenticate': 'Basic realm="Ring 0800 EVIL"' };
    bed.proxy.change('token', () => new Response('{}', { status: 401, headers }));
    await expectFailure({ why: 'refused', code: 'SIGN-IN-DENIED' });
  });
});

test('a service that is not there at all', async () => {
  const settings = { ...bed.settings(), fhirBase: 'http://127.0.0.1:1/fhir' };
  const { signIn } = await import('../../../../utils/session/sign-in.ts');
  expect(await signIn(settings, anAttempt())).toEqual({ ok: false, failure: DOWN });
});
