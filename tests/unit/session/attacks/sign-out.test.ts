import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browse, browseTo, CookieJar, discoverServer, refresh } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { callerWith, onList, patientForm } from '../../sandbox/plan-service/test-bed.ts';
import { type AttackBed, expectNobody, startAttackBed } from './attack-bed.ts';
import { bigAnswer } from './big-answers.ts';
import { stored, windowsAre } from './fake-browser.ts';
import { otherConfiguration } from './forge.ts';
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
afterEach(() => void vi.restoreAllMocks());

async function statusWith(accessToken: string): Promise<number> {
  return (await callerWith(bed.service.fhirBase, accessToken).search('Patient', patientForm(onList.nhsNumber))).status;
}

const revoked = () => bed.proxy.seen.filter(({ step }) => step === 'revocation').map(({ form }) => form);

describe('revoking the tokens of a session', () => {
  test('the control: ends both at the service; nothing else goes with them', async () => {
    const session = await bed.signedIn();
    await bed.revoke(session);
    expect(await statusWith(session.accessToken)).toBe(401);
    const again = refresh(await discoverServer(bed.service), session.refreshToken ?? '');
    await expect(again).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(revoked().map((form) => Object.fromEntries(form))).toEqual(
      [session.refreshToken, session.accessToken].map((token) => ({ token, client_id: 'planside' })),
    );
    expect([bed.strays(), bed.foreign.requests]).toEqual([[], []]);
  });

  test.each([302, 303, 307, 308])('a redirect elsewhere (%i) takes no token along', async (status) => {
    const session = await bed.signedIn();
    bed.proxy.change('revocation', () => Response.redirect(`${bed.foreign.origin}/revoke`, status));
    await bed.revoke(session);
    expect(revoked()).toHaveLength(2);
    expect([bed.strays(), bed.foreign.requests]).toEqual([[], []]);
  });

  test('an endpoint elsewhere, named when it is too late for anybody to look, is sent nothing', async () => {
    const session = await bed.signedIn();
    bed.fresh();
    bed.proxy.change('discovery', otherConfiguration({ revocation_endpoint: `${bed.foreign.origin}/revoke` }));
    await bed.revoke(session);
    expectNobody(bed);
  });

  test('a service that does not answer is not waited for', async () => {
    const session = await bed.signedIn();
    const { timeout } = AbortSignal;
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 300));
    bed.proxy.change('revocation', () => new Promise(() => undefined));
    await bed.revoke(session);
    expect(revoked()).toHaveLength(2);
  });

  test('100 MB are not read', async () => {
    const session = await bed.signedIn();
    const given: { bytes: number }[] = [];
    bed.proxy.change('revocation', () => {
      const big = bigAnswer();
      given.push(big.given);
      return big.answer;
    });
    await bed.revoke(session);
    expect(given).toHaveLength(2);
    for (const { bytes } of given) expect(bytes).toBeLessThan(15_000_000);
  });

  test.each([400, 401, 500, 503])('whatever the service says (%i), nobody learns of it', async (status) => {
    const session = await bed.signedIn();
    bed.proxy.change('revocation', () => new Response('Ring 0800 EVIL', { status }));
    expect(await bed.revoke(session)).toBeUndefined();
  });
});

describe('ending the session that the service keeps in the browser', () => {
  /** The person's browser, in which the sign-out page submits itself. */
  function oneBrowser(): { readonly jar: CookieJar; readonly opened: string[] } {
    const [jar, opened]: [CookieJar, string[]] = [new CookieJar(), []];
    windowsAre(async (address) => {
      opened.push(address);
      const url = new URL(address);
      if (!url.pathname.endsWith('/session/end')) return walkThrough(bed.service, address, 'gp', jar);
      const page = await (await browse(jar, url)).text();
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return (await browseTo(jar, new URL(`${url.href.split('?')[0]}/confirm`), { xsrf, logout: 'yes' })).url.href;
    });
    return { jar, opened };
  }

  /** Whether the browser is let in without a question. */
  async function isLetIn(jar: CookieJar, request: string): Promise<boolean> {
    const url = new URL(request);
    url.searchParams.set('prompt', 'none');
    return (await browseTo(jar, url)).url.searchParams.has('code');
  }

  test('the control: the next person in this browser is asked who they are', async () => {
    const { jar, opened } = oneBrowser();
    const session = await bed.signedIn();
    const [request = ''] = opened;
    expect(await isLetIn(jar, request)).toBe(true);
    await bed.endAtProvider(session);
    expect(await isLetIn(jar, request)).toBe(false);
    // No token: browsers write addresses into their history.
    expect(Object.fromEntries(new URL(opened[1] ?? '').searchParams)).toEqual({ client_id: 'planside' });
  });

  test('an endpoint elsewhere is opened for nobody', async () => {
    const session = await bed.signedIn();
    bed.fresh();
    const { opened } = oneBrowser();
    bed.proxy.change('discovery', otherConfiguration({ end_session_endpoint: `${bed.foreign.origin}/end` }));
    await bed.endAtProvider(session);
    expect(opened).toEqual([]);
    expectNobody(bed);
  });

  test('where the window ends nobody reads: an answer to a sign-in that comes there signs nobody in', async () => {
    const session = await bed.signedIn();
    stored.clear();
    windowsAre(async () => 'https://example-extension.chromiumapp.org/?code=evil&state=evil&iss=evil');
    expect(await bed.endAtProvider(session)).toBeUndefined();
    expectNobody(bed);
  });

  test('a window that is closed is closed', async () => {
    const session = await bed.signedIn();
    windowsAre(() => Promise.reject(new Error('The user did not approve access.')));
    expect(await bed.endAtProvider(session)).toBeUndefined();
  });
});
