import { DISCOVERY_MS } from './discovery.ts';
import { ENDING_MS } from './end-session.ts';
import type { SigningIn } from './session-state.ts';
import { PAGE_MS } from './sign-in-window.ts';
import { TOLD_MS } from './steps-elsewhere.ts';
import { CALL_MS } from './tokens.ts';

/**
 * How long each step may take that ends by itself, in milliseconds: asking is for where to sign in, and for the page
 * there; redeeming is for an answer, and for the keys to check it.
 */
const LONGEST_MS = { ending: ENDING_MS, asking: TOLD_MS + DISCOVERY_MS + PAGE_MS, redeeming: 2 * CALL_MS };

/** One sign-in, from when somebody asks for it. */
export type Attempt = {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** From now on this is being done for it. */
  readonly step: (doing: SigningIn['doing']) => void;
  /** Somebody is being signed in by it, which is not stopped half-way; `false`: it was stopped before. */
  readonly settle: () => boolean;
  /** It is over; `false`: it was over already, because somebody has stopped it. */
  readonly end: () => boolean;
};

export type Attempts = {
  /** What is being done for the sign-in that is under way; `null`: none is. */
  readonly now: () => SigningIn | null;
  /** @returns `null`: one is under way */
  readonly begin: () => Attempt | null;
  /** Stops the one under way: nobody is signed in by it any more; `false`: none is that could be stopped. */
  readonly stop: () => boolean;
};

/**
 * Sign-ins, one at a time.
 *
 * @param changed something else is being done for the one under way
 */
export function signInAttempts(changed: () => void): Attempts {
  let now: { readonly by: AbortController; readonly is: SigningIn; readonly settled?: true } | null = null;

  function attempt(by: AbortController): Attempt {
    const isMine = () => now?.by === by;
    return {
      signal: by.signal,
      step(doing) {
        if (!isMine()) return;
        now = { by, is: beginning(doing) };
        changed();
      },
      settle() {
        if (now?.by !== by) return false;
        now = { ...now, settled: true };
        return true;
      },
      end() {
        if (!isMine()) return false;
        now = null;
        return true;
      },
    };
  }

  return {
    now: () => now?.is ?? null,
    begin() {
      if (now) return null;
      const by = new AbortController();
      now = { by, is: beginning('asking') };
      return attempt(by);
    },
    stop() {
      if (!now || now.settled) return false;
      now.by.abort();
      now = null;
      return true;
    },
  };
}

function beginning(doing: SigningIn['doing']): SigningIn {
  const since = Date.now();
  return doing === 'window' ? { doing, since } : { doing, since, until: since + LONGEST_MS[doing] };
}
