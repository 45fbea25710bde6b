import * as oauth from 'oauth4webapi';
import type { PlanServiceSettings } from '../settings.ts';
import { discover } from './discovery.ts';
import { readSession, type Session, writeSession } from './session.ts';
import { clientOf, inTime, sessionFrom, transport } from './tokens.ts';

/** A token that ends within this time is renewed before it is used (milliseconds). */
const RENEW_BEFORE_MS = 30_000;

let renewing: Promise<Session | null> | null = null;

/**
 * The session with an access token that is good now, renewed silently if it is about to end.
 *
 * @returns `null` if nobody is signed in or the session cannot be renewed
 */
export async function currentSession(planService: PlanServiceSettings, now = Date.now()): Promise<Session | null> {
  const session = await readSession();
  if (!session || session.expiresAt - now > RENEW_BEFORE_MS) return session;
  return renewSession(planService);
}

/**
 * Renews the session once, however many ask at the same time: a refresh token may be used only once, and a second use
 * ends the whole grant.
 *
 * @returns the new session, or `null`: signed out
 */
export async function renewSession(planService: PlanServiceSettings): Promise<Session | null> {
  renewing ??= renew(planService).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(planService: PlanServiceSettings): Promise<Session | null> {
  const session = await readSession();
  const discovery = await discover(planService);
  if (!session?.refreshToken || !discovery.ok) return null;
  const client = clientOf(planService);
  // Signed out, or somebody else signed in, while the answer was on its way.
  const isOver = async () => (await readSession())?.refreshToken !== session.refreshToken;
  try {
    const options = { ...transport, ...inTime() };
    const { server } = discovery;
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), session.refreshToken, options);
    const renewed = sessionFrom(await oauth.processRefreshTokenResponse(server, client, answer), session);
    if (await isOver()) return null;
    await writeSession(renewed);
    return renewed;
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && !(await isOver())) await writeSession(null);
    return null;
  }
}
