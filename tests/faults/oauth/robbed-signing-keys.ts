import * as original from '../../sandbox/plan-service/sign-in/signing-keys.ts';
import { withThief } from '../../unit/session/attacks/stolen-keys.ts';

/** The sandbox's signing keys, with a thief beside them. */
export const { signingKeys } = withThief(original);
