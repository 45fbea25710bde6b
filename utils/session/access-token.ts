import * as oauth from 'oauth4webapi';
import type { PlanServiceSettings } from '../settings.ts';
import { discover } from './discovery.ts';
import { forgetSession, readSession, type Session, writeSession } from './session.ts';
import { clientOf, inTime, sessionFrom, transport } from './tokens.ts';

/** A token that ends within this time is renewed before it is used (milliseconds). */
const RENEW_BEFORE_MS = 30_000;

/**
 * `signedOut`: nobody is signed in, or the sign-in service no longer knows the session. `unreachable`: the session
 * could not be renewed just now, which says nothing about it.
 */
export type TokenAnswer =
  | { readonly kind: 'good'; readonly session: Session }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'unreachable'; readonly session: Session };

let renewing: Promise<TokenAnswer> | null = null;

/** The session with an access token that is good now, renewed silently if it is about to end. */
export async function currentSession(planService: PlanServiceSettings, now = Date.now()): Promise<TokenAnswer> {
  const session = await readSession(now);
  if (!session) return { kind: 'signedOut' };
  return session.expiresAt - now > RENEW_BEFORE_MS ? { kind: 'good', session } : renewSession(planService);
}

/**
 * Renews the session once, however many ask at the same time: a refresh token may be used only once, and a second use
 * ends the whole grant.
 */
export async function renewSession(planService: PlanServiceSettings): Promise<TokenAnswer> {
  renewing ??= renew(planService).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(planService: PlanServiceSettings): Promise<TokenAnswer> {
  const session = await readSession();
  if (!session?.refreshToken) return { kind: 'signedOut' };
  const discovery = await discover(planService);
  if (!discovery.ok) return { kind: 'unreachable', session };
  const client = clientOf(planService);
  // Signed out, or somebody else signed in, while the answer was on its way.
  const isOver = async () => (await readSession())?.refreshToken !== session.refreshToken;
  try {
    const options = { ...transport, ...inTime() };
    const { server } = discovery;
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), session.refreshToken, options);
    const tokens = await oauth.processRefreshTokenResponse(server, client, answer);
    await oauth.validateApplicationLevelSignature(server, answer, { ...transport, ...inTime() });
    const renewed = sessionFrom(tokens, session);
    if (await isOver()) return { kind: 'signedOut' };
    await writeSession(renewed);
    return { kind: 'good', session: renewed };
  } catch (error) {
    if (!(error instanceof oauth.ResponseBodyError)) return { kind: 'unreachable', session };
    if (!(await isOver())) await forgetSession();
    return { kind: 'signedOut' };
  }
}
