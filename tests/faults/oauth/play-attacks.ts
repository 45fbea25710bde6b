import { isDeepStrictEqual } from 'node:util';
import type { Random } from '../../sandbox/people/random.ts';
import { discoverServer, refresh } from '../../unit/sandbox/plan-service/sign-in-by-http.ts';
import { startTestBed } from '../../unit/sandbox/plan-service/test-bed.ts';
import { startAttackBed } from '../../unit/session/attacks/attack-bed.ts';
import { NOT_FOR_THIS_SIGN_IN, signedByThief } from '../../unit/session/attacks/claims.ts';
import { keptThere } from '../../unit/session/attacks/fake-browser.ts';
import { otherIdToken } from '../../unit/session/attacks/forge.ts';
import { FORGERIES, keyOfAttacker } from '../../unit/session/attacks/forgeries.ts';
import type { Cases, FaultResult } from '../fault-class.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { ATTACKS, type Attack, type Ground } from './attacks.ts';

/** One attack of three is on a renewal. */
const RENEWALS = 0.3;

/** Plays the class in this process, where the product's modules have a browser of the test's. */
export async function playAttacks(run: Cases): Promise<FaultResult> {
  const [bed, other, evilKey] = [await startAttackBed(), await startTestBed(), await keyOfAttacker()];
  const ground: Ground = { bed, other, evilKey };
  try {
    return await playCases('oauth', run, async (random) => {
      bed.fresh();
      return random.chance(RENEWALS) ? attackRenewal(ground, random) : attackSignIn(ground, random);
    });
  } finally {
    await Promise.all([bed.stop(), other.stop()]);
  }
}

async function attackSignIn(ground: Ground, random: Random): Promise<Played> {
  const { kind, set }: Attack = random.pick(ATTACKS);
  const due = await set(ground, random);
  const result = await ground.bed.signIn();
  const wanted = due();
  if (wanted === null) return { fault: `${kind} that changed nothing`, broken: judgeNowhere(ground) };
  const named = result.ok ? 'somebody is signed in' : JSON.stringify(result.failure);
  const isRight = !result.ok && (wanted === 'any' || isDeepStrictEqual(result.failure, wanted));
  return {
    fault: kind,
    broken: [
      ...(isRight ? [] : [`${named}, and not ${JSON.stringify(wanted)}`]),
      ...(keptThere().length === 0 ? [] : ['somebody counts as signed in']),
      ...judgeNowhere(ground),
    ],
  };
}

/** A renewal that is answered wrongly, or whose refresh token a thief has used, ends the session. */
async function attackRenewal(ground: Ground, random: Random): Promise<Played> {
  const { bed, evilKey } = ground;
  const { refreshToken } = await bed.signedIn();
  const kind = random.pick(['claims', 'forged signature', 'refresh reuse'] as const);
  if (kind === 'claims') {
    // Only a sign-in needs a name and a nonce.
    const needed = NOT_FOR_THIS_SIGN_IN.filter(([what]) => !/name|nonce|roles/.test(what) || what === 'another nonce');
    bed.proxy.change('token', signedByThief(bed, random.pick(needed)[2]));
  } else if (kind === 'forged signature') {
    const [, forgery] = random.pick(FORGERIES);
    bed.proxy.change(
      'token',
      otherIdToken((said, genuine) => forgery(said, genuine, { bed, evilKey })),
    );
  } else await refresh(await discoverServer(bed.service), refreshToken ?? '');
  const { kind: is } = await bed.renew();
  return {
    fault: `renewal: ${kind}`,
    broken: [
      ...(is === 'signedOut' ? [] : [`the renewal is “${is}”`]),
      ...(keptThere().length === 0 ? [] : ['somebody still counts as signed in']),
      ...judgeNowhere(ground),
    ],
  };
}

/** I5: nothing was asked anywhere else; in a mix-up the person's window is at the other server, and nothing of ours is. */
function judgeNowhere({ bed: { strays, foreign }, other }: Ground): string[] {
  const asked = [...strays().filter((origin) => origin !== other.origin), ...foreign.requests];
  const redeemed = other.log.records.filter(({ step }) => step === 'token').length;
  return [
    ...(asked.length === 0 ? [] : [`I5: asked elsewhere: ${asked.join(', ')}`]),
    ...(redeemed === 0 ? [] : ['I5: a code was redeemed at the other server']),
  ];
}
