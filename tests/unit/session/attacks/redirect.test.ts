import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { REDIRECT_URI } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { type AttackBed, expectRefused, meddlingWindow, startAttackBed } from './attack-bed.ts';
import { windowsAre } from './fake-browser.ts';

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

/** What happens to the address at which the window ended. */
type Meddling = (reached: URL) => URL | string;

/** The address with parameters set; `null`: left out. */
function having(changes: Readonly<Record<string, string | null>>): Meddling {
  return (reached) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) reached.searchParams.delete(name);
      else reached.searchParams.set(name, value);
    }
    return reached;
  };
}

/** The address with a parameter once more. */
function twice(name: string, value?: string): Meddling {
  return (reached) => {
    reached.searchParams.append(name, value ?? reached.searchParams.get(name) ?? '');
    return reached;
  };
}

/** The address with another one in place of ours before the question mark. */
function at(other: string): Meddling {
  return ({ search }) => `${other}${search}`;
}

test('the control: the same walk unchanged signs in', async () => {
  const { subject, refreshToken } = await bed.signedIn();
  expect([subject, refreshToken]).toEqual(['gp', expect.any(String)]);
  expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery', 'token', 'keys']);
  expect(bed.strays()).toEqual([]);
});

describe('an answer that did not come to our own address is refused', () => {
  test.each<[string, Meddling]>([
    ['our host before another', at('https://example-extension.chromiumapp.org.evil.example/')],
    ['our host with another letter that looks alike', at('https://ex\u0430mple-extension.chromiumapp.org/')],
    ['our host with a dot at its end', at('https://example-extension.chromiumapp.org./')],
    ['the id of another extension', at('https://other-extension.chromiumapp.org/')],
    ['a name below ours', at('https://a.example-extension.chromiumapp.org/')],
    ['no TLS', at('http://example-extension.chromiumapp.org/')],
    ['another scheme', at('chrome-extension://example-extension.chromiumapp.org/')],
    ['a script', at('javascript:alert(1)//example-extension.chromiumapp.org/')],
    ['another port', at('https://example-extension.chromiumapp.org:8443/')],
    ['another path', at('https://example-extension.chromiumapp.org/callback')],
    ['two slashes', at('https://example-extension.chromiumapp.org//')],
    ['our address as the name of a user', at('https://example-extension.chromiumapp.org@evil.example/')],
    ['a user before our host', at('https://evil@example-extension.chromiumapp.org/')],
    ['a password before our host', at('https://:evil@example-extension.chromiumapp.org/')],
    ['a fragment', ({ href }) => `${href}#code=another`],
    ['everything in a fragment', ({ search }) => `${REDIRECT_URI}#${search.slice(1)}`],
    ['no address at all', () => 'example-extension'],
    ['nothing', () => ''],
  ])('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-REDIRECT');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer to another request is refused', () => {
  test.each<[string, Meddling]>([
    ['no state', having({ state: null })],
    ['an empty state', having({ state: '' })],
    ['another state', having({ state: 'another' })],
    ['the state with a letter more', (reached) => having({ state: `${reached.searchParams.get('state')}x` })(reached)],
    ['the state twice', twice('state')],
    ['the state and another', twice('state', 'another')],
    ['an error that names no request', having({ state: null, code: null, error: 'access_denied' })],
  ])('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-STATE');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer of another server is refused', () => {
  test.each<[string, Meddling]>([
    ['no issuer, although the service names itself', having({ iss: null })],
    ['an empty issuer', having({ iss: '' })],
    ['another issuer', having({ iss: 'https://evil.example' })],
    [
      'the issuer with a slash at its end',
      (reached) => having({ iss: `${reached.searchParams.get('iss')}/` })(reached),
    ],
    ['the issuer twice', twice('iss')],
    ['the issuer and another', twice('iss', 'https://evil.example')],
  ])('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ISSUER');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer without exactly one code is refused', () => {
  test.each<[string, Meddling]>([
    ['no code', having({ code: null })],
    ['an empty code', having({ code: '' })],
    ['the code twice', twice('code')],
    ['the code and another', twice('code', 'another')],
    ['everything in one signed parameter', having({ response: 'eyJhbGciOiJub25lIn0.e30.' })],
    ['an id token beside the code', having({ id_token: 'eyJhbGciOiJub25lIn0.e30.' })],
    ['a token beside the code', having({ token: 'another' })],
  ])('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-CODE');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });

  test('a code that the service never gave', async () => {
    windowsAre(meddlingWindow(bed, { answer: having({ code: 'another' }) }));
    await expectRefused(bed, 'refused', 'SIGN-IN-CODE');
  });
});

describe('an error of the service signs nobody in, and its words are not kept', () => {
  test.each<[string, Record<string, string | null>]>([
    ['access denied', { code: null, error: 'access_denied', error_description: 'Ring 0800 EVIL' }],
    ['an error beside a code', { error: 'access_denied' }],
    ['an error nobody knows', { code: null, error: 'Ring 0800 EVIL', error_uri: 'https://evil.example/' }],
  ])('%s', async (_name, changes) => {
    windowsAre(meddlingWindow(bed, { answer: having(changes) }));
    await expectRefused(bed, 'refused', 'SIGN-IN-DENIED');
  });

  test.each(['server_error', 'temporarily_unavailable'])('%s is no answer', async (error) => {
    windowsAre(meddlingWindow(bed, { answer: having({ code: null, error }) }));
    await expectRefused(bed, 'serviceDown', 'SIGN-IN-DOWN');
  });

  test('a window that is closed is no failure', async () => {
    windowsAre(() => Promise.reject(new Error('The user did not approve access.')));
    await expectRefused(bed, 'cancelled', null);
  });
});
