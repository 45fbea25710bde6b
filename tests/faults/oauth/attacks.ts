import fc from 'fast-check';
import type { JWK } from 'jose';
import type { SignInFailure } from '../../../utils/session/sign-in.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { PlanService } from '../../sandbox/plan-service/plan-service.ts';
import {
  type Meddling,
  OF_ANOTHER_SERVER,
  TO_ANOTHER_ADDRESS,
  TO_ANOTHER_REQUEST,
  WITHOUT_ONE_CODE,
} from '../../unit/session/attacks/answers.ts';
import { type AttackBed, meddlingWindow } from '../../unit/session/attacks/attack-bed.ts';
import { NOT_FOR_THIS_SIGN_IN, signedByThief } from '../../unit/session/attacks/claims.ts';
import { windowsAre } from '../../unit/session/attacks/fake-browser.ts';
import { alsoOffering, otherIdToken } from '../../unit/session/attacks/forge.ts';
import { FORGERIES } from '../../unit/session/attacks/forgeries.ts';
import { isUntouched, mutated, mutation } from '../../unit/session/attacks/redirect-mutations.ts';
import { walkThrough } from '../../unit/session/attacks/window-walk.ts';

/** Everything an attack can use. */
export type Ground = { readonly bed: AttackBed; readonly other: PlanService; readonly evilKey: JWK };

/** By what it is to be refused; `any`: whatever refuses it; `null`: nothing was attacked after all. */
export type Due = SignInFailure | 'any' | null;

/** One kind of attack on a sign-in: it is set up, and says what must come of it. */
export type Attack = {
  readonly kind: string;
  /** @returns what must come of the sign-in, asked once it is over */
  readonly set: (ground: Ground, random: Random) => Promise<() => Due>;
};

const insecure = (code: SignInFailure['code']): Due => ({ why: 'insecure', code });
const CODE_REFUSED: Due = { why: 'refused', code: 'SIGN-IN-CODE' };

function answered(kind: string, table: readonly (readonly [string, Meddling])[], due: Due): Attack {
  return {
    kind,
    async set({ bed }, random) {
      const [, answer] = random.pick(table);
      windowsAre(meddlingWindow(bed, { answer }));
      return () => due;
    },
  };
}

/** An answer of the provider to somebody else's window. */
async function codeOf(service: PlanService, address: string): Promise<string> {
  return new URL(await walkThrough(service, address)).searchParams.get('code') ?? '';
}

const claims: Attack = {
  kind: 'claims',
  async set({ bed }, random) {
    const [, code, changes] = random.pick(NOT_FOR_THIS_SIGN_IN);
    bed.proxy.change('token', signedByThief(bed, changes));
    return () => insecure(code);
  },
};

const forged: Attack = {
  kind: 'forged signature',
  async set({ bed, evilKey }, random) {
    const [, forgery] = random.pick(FORGERIES);
    if (random.chance(0.5)) bed.proxy.change('discovery', alsoOffering('none', 'None', 'NONE', 'HS256'));
    bed.proxy.change(
      'token',
      otherIdToken((said, genuine) => forgery(said, genuine, { bed, evilKey })),
    );
    return () => insecure('SIGN-IN-SIGNATURE');
  },
};

const mixedUp: Attack = {
  kind: 'mix-up',
  async set({ bed, other }, random) {
    const iss = random.pick([null, bed.service.issuer, other.issuer]);
    windowsAre(async (address) => {
      const reached = new URL(await walkThrough(other, address.replace(bed.service.issuer, other.issuer)));
      if (iss === null) reached.searchParams.delete('iss');
      else reached.searchParams.set('iss', iss);
      return reached.href;
    });
    return () => (iss === bed.service.issuer ? CODE_REFUSED : insecure('SIGN-IN-ISSUER'));
  },
};

/** A code that was given for another sign-in, or has been redeemed before. */
const replayed: Attack = {
  kind: 'code replay',
  async set({ bed }, random) {
    const isUsed = random.chance(0.5);
    windowsAre(async (address) => {
      const reached = new URL(await walkThrough(bed.service, address));
      if (!isUsed) reached.searchParams.set('code', await codeOf(bed.service, otherRequest(address)));
      return reached.href;
    });
    // A thief is first: whatever the product sends, the code is gone.
    if (isUsed) bed.proxy.change('token', async (pass) => (await pass()) && pass());
    return () => CODE_REFUSED;
  },
};

/** The same request of somebody who has another verifier. */
function otherRequest(address: string): string {
  const other = new URL(address);
  other.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  return other.href;
}

const mutatedAnswer: Attack = {
  kind: 'mutated answer',
  async set({ bed }, random) {
    const seed = random.integer(0, 2 ** 31 - 1);
    const [mutations = []] = fc.sample(fc.array(mutation, { minLength: 1, maxLength: 4 }), { seed, numRuns: 1 });
    let isTouched = false;
    windowsAre(async (address) => {
      const reached = new URL(await walkThrough(bed.service, address));
      const changed = mutated(reached, mutations);
      isTouched = !isUntouched(reached, changed);
      return changed.href;
    });
    // Where code, state and issuer are as they were, it may sign in, and may not.
    return () => (isTouched ? 'any' : null);
  },
};

/** Every kind of attack on a sign-in. */
export const ATTACKS: readonly Attack[] = [
  answered('look-alike redirect', TO_ANOTHER_ADDRESS, insecure('SIGN-IN-REDIRECT')),
  answered('state', TO_ANOTHER_REQUEST, insecure('SIGN-IN-STATE')),
  answered('issuer', OF_ANOTHER_SERVER, insecure('SIGN-IN-ISSUER')),
  answered('code', WITHOUT_ONE_CODE, insecure('SIGN-IN-CODE')),
  claims,
  forged,
  mixedUp,
  replayed,
  mutatedAnswer,
];
