import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { managedStorage } from './managed-storage.ts';
import { isToBeAwaited, judgePolicy, type Policy, type PolicyFound, type PolicyKept, parsePolicy } from './policy.ts';
import { managedSchema } from './policy-schema.ts';

/** In `storage.local`: the last policy that could be used. It holds no secret; it is parsed again whenever it is read. */
const KEPT = 'policy';
/** In `storage.session`: the policy has had its time in this life of the browser. */
const HAS_COME = 'policyHasCome';
/** Chromium hands a policy over up to three seconds after it was started or Planside was installed (milliseconds). */
const LATEST_MS = 4_000;

const keptSchema = z.object({ lastGood: z.nullable(z.unknown()) });

/** The policy that holds now. */
export async function readPolicy(): Promise<Policy> {
  const [found, kept] = await Promise.all([findPolicy(), readKept()]);
  return judgePolicy(found, kept);
}

/** Whether a change in the browser's storage may change what the policy says. */
export function bearsOnPolicy(changes: object, area: string): boolean {
  return area === 'managed' || (area === 'session' && HAS_COME in changes);
}

/**
 * Keeps what is found, for when it cannot be read or has not come yet. For the background alone, which registers its
 * listener at once; one look waits for another, so that the earlier undoes nothing.
 */
export function keepPolicy(): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (step: () => Promise<void>) => {
    // Storage that does not answer: the next change or the next start tries again.
    last = last.then(step).catch(() => undefined);
  };
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') inTurn(() => keep('come'));
  });
  inTurn(async () => {
    const [found, kept] = await Promise.all([findPolicy(), readKept()]);
    if (isToBeAwaited(found, kept)) setTimeout(() => inTurn(() => keep('come')), LATEST_MS);
    else await keep(found.kind === 'none' ? 'asBefore' : 'come');
  });
}

/** @param time whether the policy has had its time, or this says nothing of it */
async function keep(time: 'come' | 'asBefore'): Promise<void> {
  const [found, kept] = await Promise.all([findPolicy(), readKept()]);
  if (time === 'come' && !kept.hasCome) await browser.storage.session.set({ [HAS_COME]: true });
  if (found.kind === 'broken') return;
  const lastGood = found.kind === 'set' ? found.managed : null;
  if (kept.isKnown && JSON.stringify(lastGood) === JSON.stringify(kept.lastGood)) return;
  await browser.storage.local.set({ [KEPT]: { lastGood } });
}

/** Where the browser has none, Firefox says so by an error, and Safari has no place for one. */
async function findPolicy(): Promise<PolicyFound> {
  const managed = managedStorage();
  if (!managed) return { kind: 'none', isSure: true };
  try {
    return parsePolicy(await managed.get());
  } catch (error) {
    const isAbsent = error instanceof Error && /not found/i.test(error.message);
    return isAbsent ? { kind: 'none', isSure: true } : { kind: 'broken', code: 'POLICY-UNREADABLE', places: [] };
  }
}

async function readKept(): Promise<PolicyKept> {
  const [local, session] = await Promise.all([browser.storage.local.get(KEPT), browser.storage.session.get(HAS_COME)]);
  const kept = keptSchema.safeParse(local[KEPT]);
  const lastGood = kept.success && kept.data.lastGood !== null ? managedSchema.safeParse(kept.data.lastGood) : null;
  return {
    hasCome: session[HAS_COME] === true,
    isKnown: kept.success,
    lastGood: lastGood?.success ? lastGood.data : null,
  };
}
