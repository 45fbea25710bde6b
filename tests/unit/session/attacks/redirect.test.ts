import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { having, OF_ANOTHER_SERVER, TO_ANOTHER_ADDRESS, TO_ANOTHER_REQUEST, WITHOUT_ONE_CODE } from './answers.ts';
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

test('the control: the same walk unchanged signs in', async () => {
  const { subject, refreshToken } = await bed.signedIn();
  expect([subject, refreshToken]).toEqual(['gp', expect.any(String)]);
  expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery', 'token', 'keys']);
  expect(bed.strays()).toEqual([]);
});

describe('an answer that did not come to our own address is refused', () => {
  test.each(TO_ANOTHER_ADDRESS)('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-REDIRECT');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer to another request is refused', () => {
  test.each(TO_ANOTHER_REQUEST)('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-STATE');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer of another server is refused', () => {
  test.each(OF_ANOTHER_SERVER)('%s', async (_name, answer) => {
    windowsAre(meddlingWindow(bed, { answer }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ISSUER');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('an answer without exactly one code is refused', () => {
  test.each(WITHOUT_ONE_CODE)('%s', async (_name, answer) => {
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
