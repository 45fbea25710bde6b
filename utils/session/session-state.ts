import type { LockCause } from './deadlines.ts';
import type { Role } from './session.ts';
import type { SignInFailure } from './sign-in.ts';

/** Who is signed in, as far as the sidebar needs to know. */
export type SessionState =
  | { readonly kind: 'signedOut'; readonly failed: SignInFailure | null }
  | { readonly kind: 'signingIn' }
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
