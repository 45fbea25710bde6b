import type { LockCause } from './deadlines.ts';
import type { Role } from './session.ts';
import type { SignInFailure } from './sign-in.ts';

/**
 * What is done while somebody signs in, since when and until when at the latest (milliseconds since 1970): the session
 * before is `ending`, where one still is; `asking` where to sign in, then the `window` of the sign-in service is open, for
 * as long as its person leaves it so, then its answer is being `redeemed`.
 */
export type SigningIn =
  | { readonly doing: 'ending' | 'asking' | 'redeeming'; readonly since: number; readonly until: number }
  | { readonly doing: 'window'; readonly since: number };

/** Who is signed in, as far as the sidebar needs to know. */
export type SessionState =
  | { readonly kind: 'signedOut'; readonly failed: SignInFailure | null }
  | ({ readonly kind: 'signingIn' } & SigningIn)
  | { readonly kind: 'locked'; readonly cause: LockCause; readonly failed: SignInFailure | null }
  | { readonly kind: 'roleNeeded'; readonly name: string; readonly roles: readonly Role[] }
  | {
      readonly kind: 'signedIn';
      /** Names this sign-in. */
      readonly sessionId: string;
      readonly name: string;
      readonly role: Role;
      readonly canSwitch: boolean;
      /** The session is about to be locked; `null`: not within a minute. */
      readonly locksSoon: { readonly at: number; readonly cause: LockCause } | null;
    };
