import type { PlanServiceSettings } from '../settings/settings.ts';
import type { EndingSteps } from './end-session.ts';
import { forgetServiceOfSession, serviceOfSession } from './service-of-session.ts';
import { endProviderSession, revokeTokens } from './sign-out.ts';

/** A window that wants an answer must not keep the next person from signing in for longer than this (milliseconds). */
export const TOLD_MS = 5_000;
/** Of that, what a browser is given to close such a window. */
const CLOSING_MS = 1_000;

/** What has to be told to the sign-in service that the session is with, and to no other. */
export type StepsElsewhere = Pick<EndingSteps, 'revoke' | 'endAtProvider'> & {
  /**
   * Resolves once the sign-in service has ended the session before, or has had time to, after which no window opens for
   * that any more: its log-in page and its log-out page must not be open side by side, or the one person’s end is the
   * other’s.
   */
  readonly told: () => Promise<void>;
};

/** The steps of an ending that happen at the sign-in service. */
export function stepsElsewhere(): StepsElsewhere {
  let known: PlanServiceSettings | null = null;
  let telling: { readonly stop: AbortController; readonly done: Promise<void> } | null = null;
  return {
    async revoke(session) {
      known = await serviceOfSession();
      if (known) await revokeTokens(known, session);
      await forgetServiceOfSession();
    },
    async endAtProvider() {
      if (!known) return;
      const stop = new AbortController();
      telling = { stop, done: endProviderSession(known, stop.signal).catch(() => undefined) };
    },
    async told() {
      if (!telling) return;
      const { stop, done } = telling;
      const within = (ms: number) => Promise.race([done, new Promise<void>((late) => setTimeout(late, ms))]);
      await within(TOLD_MS - CLOSING_MS);
      stop.abort();
      await within(CLOSING_MS);
      telling = null;
    },
  };
}
