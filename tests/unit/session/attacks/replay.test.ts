import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { REDIRECT_URI, signIn } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { accountOf, callerWith, onList, patientForm, startTestBed } from '../../sandbox/plan-service/test-bed.ts';
import { type AttackBed, expectNobody, expectRefused, meddlingWindow, startAttackBed } from './attack-bed.ts';
import { windowsAre } from './fake-browser.ts';
import { changedAnswer } from './forge.ts';
import { walkThrough } from './window-walk.ts';

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

/** A server of the attacker's that is a sign-in service in its own right. */
let other: PlanService;
beforeAll(async () => {
  other = await startTestBed();
});
afterAll(() => other.stop());

/** The verifier of RFC 7636, appendix B. */
const KNOWN_VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** An authorization request that an attacker makes up: its challenge is that of the known verifier. */
function ownRequest({ issuer }: PlanService): string {
  const request = new URL(`${issuer}/auth`);
  request.search = new URLSearchParams({
    client_id: 'planside',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: bed.settings().scopes,
    prompt: 'login consent',
    state: 'attacker',
    nonce: 'attacker',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString();
  return request.href;
}

function codeIn(address: string): string {
  return new URL(address).searchParams.get('code') ?? '';
}

const withCode = (code: string) => (reached: URL) => {
  reached.searchParams.set('code', code);
  return reached;
};

async function statusWith(accessToken: string): Promise<number> {
  return (await callerWith(bed.service.fhirBase, accessToken).search('Patient', patientForm(onList.nhsNumber))).status;
}

const timesAsked = () => bed.proxy.seen.filter(({ step }) => step === 'token').length;

/** The windows of sign-ins, in which everything goes as it should; where each of them ended. */
function watchedWindows(): string[] {
  const ends: string[] = [];
  windowsAre(async (address) => {
    const reached = await walkThrough(bed.service, address);
    ends.push(reached);
    return reached;
  });
  return ends;
}

describe('an answer to another sign-in is refused', () => {
  test('to one that is over', async () => {
    const ends = watchedWindows();
    await bed.signedIn();
    bed.fresh();
    windowsAre(async () => ends[0] ?? '');
    await expectRefused(bed, 'insecure', 'SIGN-IN-STATE');
    expect(timesAsked()).toBe(0);
  });

  test('to one that was given up', async () => {
    const ends: string[] = [];
    windowsAre(async (address) => {
      ends.push(await walkThrough(bed.service, address));
      throw new Error('The window was closed');
    });
    await expectRefused(bed, 'cancelled', null);
    windowsAre(async () => ends[0] ?? '');
    await expectRefused(bed, 'insecure', 'SIGN-IN-STATE');
  });

  test('to one that runs at the same time', async () => {
    const waiting: ((address: string) => void)[] = [];
    const ends: string[] = [];
    windowsAre(async (address) => {
      ends.push(await walkThrough(bed.service, address));
      const crossed = new Promise<string>((resolve) => waiting.push(resolve));
      if (ends.length === 2) for (const [at, resolve] of waiting.entries()) resolve(ends[1 - at] ?? '');
      return crossed;
    });
    const refused = { ok: false, failure: { why: 'insecure', code: 'SIGN-IN-STATE' } };
    expect(await Promise.all([bed.signIn(), bed.signIn()])).toEqual([refused, refused]);
    expectNobody(bed);
  });

  test('to the attacker’s own, so that somebody works in the attacker’s name', async () => {
    const planted = await walkThrough(bed.service, ownRequest(bed.service), 'nurse');
    expect(codeIn(planted)).not.toBe('');
    windowsAre(async () => planted);
    await expectRefused(bed, 'insecure', 'SIGN-IN-STATE');
  });
});

describe('a code is good for one sign-in, once', () => {
  test('the attacker’s code in our answer: PKCE refuses it', async () => {
    const planted = codeIn(await walkThrough(bed.service, ownRequest(bed.service), 'nurse'));
    windowsAre(meddlingWindow(bed, { answer: withCode(planted) }));
    await expectRefused(bed, 'refused', 'SIGN-IN-CODE');
    expect(timesAsked()).toBe(1);
  });

  test('the code of an earlier sign-in that was never redeemed', async () => {
    const kept: string[] = [];
    windowsAre(async (address) => {
      kept.push(codeIn(await walkThrough(bed.service, address)));
      throw new Error('The window was closed');
    });
    await bed.signIn();
    windowsAre(meddlingWindow(bed, { answer: withCode(kept[0] ?? '') }));
    await expectRefused(bed, 'refused', 'SIGN-IN-CODE');
  });

  test('the code of an earlier sign-in that was redeemed', async () => {
    const ends = watchedWindows();
    await bed.signedIn();
    bed.fresh();
    windowsAre(meddlingWindow(bed, { answer: withCode(codeIn(ends[0] ?? '')) }));
    await expectRefused(bed, 'refused', 'SIGN-IN-CODE');
  });

  test('redeemed by a thief before us, with everything we send: the thief’s tokens end too', async () => {
    const stolen: { access_token?: string } = {};
    bed.proxy.change('token', async (pass) => {
      Object.assign(stolen, await (await pass()).json());
      return pass();
    });
    await expectRefused(bed, 'refused', 'SIGN-IN-CODE');
    expect(stolen.access_token).toEqual(expect.any(String));
    expect(await statusWith(stolen.access_token ?? '')).toBe(401);
  });

  test('sent again after us: our session ends as well', async () => {
    const { accessToken } = await bed.signedIn();
    const form = bed.proxy.seen.find(({ step }) => step === 'token')?.form;
    const again = await fetch(`${bed.service.issuer}/token`, { method: 'POST', body: form ?? '' });
    expect([again.status, (await again.json()).error]).toEqual([400, 'invalid_grant']);
    expect(await statusWith(accessToken)).toBe(401);
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
  });

  test('a thief who has the code, but not the verifier, gets nothing', async () => {
    const ends = watchedWindows();
    const thief: number[] = [];
    bed.proxy.change('token', async (pass, form) => {
      const guessed = new URLSearchParams([...form, ['code_verifier', KNOWN_VERIFIER]]);
      for (const body of [
        guessed,
        new URLSearchParams({ ...Object.fromEntries(form), code_verifier: KNOWN_VERIFIER }),
      ]) {
        thief.push((await fetch(`${bed.service.issuer}/token`, { method: 'POST', body })).status);
      }
      return pass();
    });
    await bed.signIn();
    expect([ends.length, thief]).toEqual([1, [400, 400]]);
  });
});

describe('two servers are not mixed up', () => {
  const tokensAsked = () => other.log.records.filter(({ step }) => step === 'token').length;

  test('the answer of another server under its own name', async () => {
    windowsAre((address) => walkThrough(other, address.replace(bed.service.issuer, other.issuer)));
    expect(await bed.signIn()).toEqual({ ok: false, failure: { why: 'insecure', code: 'SIGN-IN-ISSUER' } });
    expect([timesAsked(), tokensAsked()]).toEqual([0, 0]);
  });

  test('the answer of another server that does not say its name', async () => {
    windowsAre(async (address) => {
      const reached = new URL(await walkThrough(other, address.replace(bed.service.issuer, other.issuer)));
      reached.searchParams.delete('iss');
      return reached.href;
    });
    expect(await bed.signIn()).toEqual({ ok: false, failure: { why: 'insecure', code: 'SIGN-IN-ISSUER' } });
    expect([timesAsked(), tokensAsked()]).toEqual([0, 0]);
  });

  test('the code of another server under our server’s name', async () => {
    windowsAre(async (address) => {
      const reached = new URL(await walkThrough(other, address.replace(bed.service.issuer, other.issuer)));
      reached.searchParams.set('iss', bed.service.issuer);
      return reached.href;
    });
    expect(await bed.signIn()).toEqual({ ok: false, failure: { why: 'refused', code: 'SIGN-IN-CODE' } });
    expect([timesAsked(), tokensAsked()]).toEqual([1, 0]);
  });

  test('the tokens of another server', async () => {
    const { tokens } = await signIn(other, accountOf(other, 'gp'));
    bed.proxy.change('token', () => Response.json(tokens));
    expect(await bed.signIn()).toEqual({ ok: false, failure: { why: 'insecure', code: 'SIGN-IN-ISSUER' } });
    expect(timesAsked()).toBe(1);
  });
});

describe('a genuine id token of another sign-in is refused', () => {
  test.each(['gp', 'nurse'])('of %s', async (username) => {
    const { idToken } = await signIn(bed.service, accountOf(bed.service, username));
    bed.proxy.change(
      'token',
      changedAnswer((answer) => ({ ...answer, id_token: idToken })),
    );
    await expectRefused(bed, 'insecure', 'SIGN-IN-NONCE');
  });

  test.each(['gp', 'nurse'])('of %s, with all the tokens that belong to it', async (username) => {
    const { tokens } = await signIn(bed.service, accountOf(bed.service, username));
    bed.proxy.change('token', () => Response.json(tokens));
    await expectRefused(bed, 'insecure', 'SIGN-IN-NONCE');
  });

  test.each(['gp', 'nurse'])('of %s, in place of a renewal', async (username) => {
    await bed.signedIn();
    const { tokens } = await signIn(bed.service, accountOf(bed.service, username));
    bed.proxy.change('token', () => Response.json(tokens));
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
  });
});
