import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SignInFailure } from '../../../../utils/session/sign-in.ts';
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

const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** Parameters of the authorization request that are changed between the extension and the service; `null`: left out. */
type Changes = Readonly<Record<string, string | null>>;

test.each<[string, Changes, SignInFailure['why'], SignInFailure['code']]>([
  // The service itself says no, and shows the person a page or sends an error.
  ['no challenge', { code_challenge: null, code_challenge_method: null }, 'refused', 'SIGN-IN-DENIED'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'refused', 'SIGN-IN-DENIED'],
  ['nobody is to be asked who they are', { prompt: 'none' }, 'refused', 'SIGN-IN-DENIED'],
  ['no id token wanted', { scope: 'user/Patient.rs' }, 'refused', 'SIGN-IN-DENIED'],
  ['a look-alike of our address', { redirect_uri: 'https://example-extensi0n.chromiumapp.org/' }, 'cancelled', null],
  ['our address below another host', { redirect_uri: 'https://chromiumapp.org.evil.example/' }, 'cancelled', null],
  ['our address with a path', { redirect_uri: 'https://example-extension.chromiumapp.org/x' }, 'cancelled', null],
  ['another client', { client_id: 'another' }, 'cancelled', null],
  // The service answers somebody else's question, and the extension says no.
  ['another challenge', { code_challenge: CHALLENGE }, 'refused', 'SIGN-IN-CODE'],
  ['another state', { state: 'another' }, 'insecure', 'SIGN-IN-STATE'],
  ['no state', { state: null }, 'insecure', 'SIGN-IN-STATE'],
  ['another nonce', { nonce: 'another' }, 'insecure', 'SIGN-IN-NONCE'],
  ['no nonce', { nonce: null }, 'insecure', 'SIGN-IN-NONCE'],
  ['an answer in the fragment', { response_mode: 'fragment' }, 'insecure', 'SIGN-IN-REDIRECT'],
])('a request that is changed on its way signs nobody in: %s', async (_name, changes, why, code) => {
  const request = (url: URL) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    return url;
  };
  windowsAre(meddlingWindow(bed, { request }));
  await expectRefused(bed, why, code);
});

test('what the request asks for: one code, by PKCE S256, for a person who says anew who they are', async () => {
  const requests: URL[] = [];
  const request = (url: URL) => {
    requests.push(url);
    return url;
  };
  windowsAre(meddlingWindow(bed, { request }));
  await bed.signedIn();
  await bed.signedIn();
  const [first, second] = requests.map(({ searchParams }) => Object.fromEntries(searchParams));
  expect(first).toEqual({
    client_id: 'planside',
    redirect_uri: 'https://example-extension.chromiumapp.org/',
    response_type: 'code',
    scope: bed.settings().scopes,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    prompt: 'login consent',
  });
  for (const name of ['code_challenge', 'state', 'nonce']) expect(second?.[name]).not.toBe(first?.[name]);
});
