import type { JWK } from 'jose';
import type { JWKS } from 'oidc-provider';
import { expect } from 'vitest';
import type { TokenAnswer } from '../../../../utils/session/access-token.ts';
import { newWatch, type Watch } from '../../../../utils/session/deadlines.ts';
import type { Session } from '../../../../utils/session/session.ts';
import type { SignInFailure, SignInResult } from '../../../../utils/session/sign-in.ts';
import type { PlanServiceSettings } from '../../../../utils/settings/settings.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { SCOPES } from '../../../sandbox/plan-service/sign-in/scopes.ts';
import { startTestBed } from '../../sandbox/plan-service/test-bed.ts';
import { anAttempt } from '../an-attempt.ts';
import { keptThere, type SignInWindow, stored, windowsAre } from './fake-browser.ts';
import { type ForeignHost, startForeignHost } from './foreign-host.ts';
import { type HostileProxy, startHostileProxy } from './hostile-proxy.ts';
import { stolenKeys } from './stolen-keys.ts';
import { walkThrough } from './window-walk.ts';

// As `vi.stubEnv` does, which only tests have: the fault campaign stands on this bed too.
process.env.PLANSIDE_INSECURE = 'yes';
const { signIn } = await import('../../../../utils/session/sign-in.ts');
const { renewSession } = await import('../../../../utils/session/access-token.ts');
const { endProviderSession, revokeTokens } = await import('../../../../utils/session/sign-out.ts');
const { openSession } = await import('../../../../utils/session/session.ts');

export type StolenKey = JWK & { readonly kid: string };

export type AttackBed = {
  readonly service: PlanService;
  readonly proxy: HostileProxy;
  readonly foreign: ForeignHost;
  /** The provider's own signing key, private part and all. */
  readonly stolenKey: StolenKey;
  /** Settings of the present attempt; discovery is asked anew for each. */
  readonly settings: () => PlanServiceSettings;
  /** Everything calm, nobody signed in, a person at the window. */
  readonly fresh: () => void;
  /** As the background does: signs in, and opens the session if somebody is. */
  readonly signIn: () => Promise<SignInResult>;
  /** The control of everything: an attack that is not carried out signs in. */
  readonly signedIn: () => Promise<Session>;
  readonly open: (session: Session, watch?: Watch) => Promise<void>;
  readonly renew: () => Promise<TokenAnswer>;
  readonly revoke: (session: Session) => Promise<void>;
  readonly endAtProvider: (session: Session) => Promise<void>;
  /** Origins that were asked for and are not allowed. */
  readonly strays: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** The sandbox's plan service with a hostile proxy before it, and all requests of the process on record. */
export async function startAttackBed(): Promise<AttackBed> {
  const service = await startTestBed();
  const [proxy, foreign] = [await startHostileProxy(service), await startForeignHost()];
  const stolenKey = keyOf(stolenKeys.at(-1));
  const { asked, restore } = recordedFetch();
  let attempt = 0;
  const settings = (): PlanServiceSettings => ({
    name: `Example Plan Service ${attempt}`,
    fhirBase: proxy.fhirBase,
    clientId: service.clientId,
    scopes: SCOPES.join(' '),
    signInOrigins: [service.origin],
  });
  return {
    service,
    proxy,
    foreign,
    stolenKey,
    settings,
    fresh: () => {
      attempt += 1;
      proxy.calm();
      stored.clear();
      asked.clear();
      foreign.requests.length = 0;
      windowsAre((address) => walkThrough(service, address));
    },
    ...productWith(settings),
    strays: () => [...asked].filter((origin) => ![proxy.origin, service.origin].includes(origin)),
    stop: async () => {
      restore();
      await Promise.all([proxy.stop(), foreign.stop(), service.stop()]);
    },
  };
}

type Product = Pick<AttackBed, 'signIn' | 'signedIn' | 'open' | 'renew' | 'revoke' | 'endAtProvider'>;

/** What the background does with the product's own functions. */
function productWith(settings: () => PlanServiceSettings): Product {
  const open = (session: Session, watch = newWatch(600_000, Date.now())) => openSession(session, watch);
  const attemptSignIn = async () => {
    const result = await signIn(settings(), anAttempt());
    if (result.ok) await open(result.session);
    return result;
  };
  return {
    open,
    signIn: attemptSignIn,
    signedIn: async () => {
      const result = await attemptSignIn();
      if (!result.ok) throw new Error(`Not signed in: ${result.failure.code}`);
      return result.session;
    },
    renew: () => renewSession(settings()),
    revoke: (session) => revokeTokens(settings(), session),
    endAtProvider: () => endProviderSession(settings(), new AbortController().signal),
  };
}

/** A key as the thief wrote it down. */
function keyOf(stolen: JWKS | undefined): StolenKey {
  const key = stolen?.keys[0];
  if (!key?.kid) throw new Error('No key was stolen');
  return JSON.parse(JSON.stringify(key));
}

/** Every origin that anything in this process fetches from, until that is over. */
function recordedFetch(): { readonly asked: Set<string>; readonly restore: () => void } {
  const asked = new Set<string>();
  const { fetch } = globalThis;
  globalThis.fetch = (address, init) => {
    asked.add(new URL(address instanceof Request ? address.url : address).origin);
    return fetch(address, init);
  };
  return {
    asked,
    restore: () => {
      globalThis.fetch = fetch;
    },
  };
}

/** What must come of every attack: refused by name, nobody signed in, nothing said or sent anywhere else. */
export async function expectRefused(bed: AttackBed, why: SignInFailure['why'], code: SignInFailure['code']) {
  expect(await bed.signIn()).toEqual({ ok: false, failure: { why, code } });
  expectNobody(bed);
}

export function expectNobody({ foreign, strays }: AttackBed): void {
  expect(keptThere()).toEqual([]);
  expect(strays()).toEqual([]);
  expect(foreign.requests).toEqual([]);
}

/** A window in which the person signs in, and something happens to the request before or to the answer after. */
export function meddlingWindow(
  { service }: AttackBed,
  {
    request = (url) => url,
    answer = (url) => url,
  }: { request?: (url: URL) => URL; answer?: (url: URL) => URL | string },
): SignInWindow {
  return async (address) => {
    const reached = await walkThrough(service, request(new URL(address)).href);
    const changed = answer(new URL(reached));
    return typeof changed === 'string' ? changed : changed.href;
  };
}
