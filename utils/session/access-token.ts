import * as oauth from 'oauth4webapi';
import type { PlanServiceSettings } from '../settings/settings.ts';
import { RENEW_BEFORE_MS } from './deadlines.ts';
import { discover } from './discovery.ts';
import { changeSession, forgetSession, inTurn, readSession, type Session } from './session.ts';
import { failureOf, type SignInFailure } from './sign-in-codes.ts';
import { acceptTokens, callOptions, clientOf } from './tokens.ts';

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
  if (!session) return { kind: 'signedOut' };
  const renewed = await askAgain(planService, session);
  const current = await readSession();
  // Signed out, or somebody else signed in, while the answer was on its way.
  if (current?.id !== session.id || current.refreshToken !== session.refreshToken) return { kind: 'signedOut' };
  if (renewed.ok) {
    // Another role may have been chosen meanwhile.
    const next = await changeSession(session.id, ({ acting }) => ({ ...renewed.session, acting }));
    return next ? { kind: 'good', session: next } : { kind: 'signedOut' };
  }
  // No answer says nothing about the session; any other does, and be it that somebody else gave it.
  if (renewed.why === 'serviceDown') return { kind: 'unreachable', session };
  await inTurn(async () => {
    if ((await readSession())?.id === session.id) await forgetSession();
  });
  return { kind: 'signedOut' };
}

type Renewed =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly why: SignInFailure['why'] };

async function askAgain(planService: PlanServiceSettings, session: Session): Promise<Renewed> {
  // Without a refresh token a session ends with its access token.
  if (!session.refreshToken) return { ok: false, why: 'refused' };
  const discovery = await discover(planService);
  if (!discovery.ok) return discovery;
  const { server } = discovery;
  const client = clientOf(planService);
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      session.refreshToken,
      callOptions(),
    );
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
    return { ok: true, session: await acceptTokens(server, client, response, answer, session) };
  } catch (error) {
    return { ok: false, why: failureOf(error).why };
  }
}
