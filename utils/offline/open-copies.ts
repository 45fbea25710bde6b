import { parseNhsNumber } from '../patient/nhs-number.ts';
import { removeCopy, storeCopy, storedCopy, sweepCopies } from './copy-database.ts';
import { areStillHeld, type CopyKeys, countFailure, readKeys } from './copy-keys.ts';
import { eraseCopies, eraseNow } from './erase-copies.ts';
import { inTurn } from './in-turn.ts';
import { isUsable } from './lifetime.ts';
import type { SavedCopy } from './saved-copy.ts';
import { type CopyOwner, keyOf, seal, unseal } from './sealed-copy.ts';

/** So many copies that cannot be opened are no accident: everything goes. */
const MOST_FAILURES = 3;

export type CopyOptions = {
  /** Who is signed in, at which plan service; asked each time. `null`: nobody, or copies are not allowed. */
  readonly owner: () => Promise<CopyOwner | null>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type Saved = { readonly saved: boolean };

/** Times are milliseconds since 1970, NHS numbers valid and ten digits. Nothing here ever rejects. */
export type Copies = {
  /** Keeps what the service just said in place of what it said before, if that is possible. */
  readonly saveCopy: (copy: SavedCopy, now: number) => Promise<Saved>;
  /**
   * The copy of a patient's plans. `null`: there is none that may be used. `erased`: this was the third that could not
   * be opened, and every copy has been erased; no more are kept until somebody signs in.
   */
  readonly readCopy: (nhsNumber: string, now: number) => Promise<SavedCopy | 'erased' | null>;
  /** Deletes the copy of one patient: the service has said since that it no longer holds, or is not to be seen. */
  readonly forgetCopy: (nhsNumber: string) => Promise<void>;
  readonly eraseCopies: () => Promise<void>;
};

/**
 * Opens the copies at the start of the background. When it resolves, whatever is dead has been deleted: all of it where
 * there are no keys or the sign-in that made them has ended, else what is too old.
 */
export async function openCopies({ owner, now: startedAt }: CopyOptions): Promise<Copies> {
  await inTurn(() => deleteDead(startedAt)).catch(() => undefined);
  return {
    saveCopy: (copy, now) => inTurn(() => save(owner, copy, now)).catch(() => ({ saved: false })),
    readCopy: (nhsNumber, now) => inTurn(() => read(owner, nhsNumber, now)).catch(() => null),
    forgetCopy: (nhsNumber) => inTurn(() => forget(nhsNumber)).catch(() => undefined),
    eraseCopies,
  };
}

async function deleteDead(now: number): Promise<void> {
  const keys = await readKeys().catch(() => null);
  if (keys && now < keys.endsAt) await sweepCopies(now);
  else await eraseNow();
}

async function save(owner: CopyOptions['owner'], copy: SavedCopy, now: number): Promise<Saved> {
  const [keys, owns] = await Promise.all([keysAt(now), owner()]);
  if (!keys || !owns || !mayBeKept(copy, now)) return { saved: false };
  const patientKey = await keyOf(keys, copy.nhsNumber);
  try {
    return { saved: await storeCopy(patientKey, await seal(keys, owns, patientKey, copy), now) };
  } catch {
    // What the service said before must not outlive what it said now.
    await removeCopy(patientKey);
    return { saved: false };
  }
}

async function read(owner: CopyOptions['owner'], nhsNumber: string, now: number): ReturnType<Copies['readCopy']> {
  const [keys, owns] = await Promise.all([keysAt(now), owner()]);
  if (!keys || !owns) return null;
  const patientKey = await keyOf(keys, nhsNumber);
  const stored = await storedCopy(patientKey);
  if (stored === undefined) return null;
  const copy = await unseal(keys, owns, { nhsNumber, patientKey }, stored);
  if (!copy) return refuse(patientKey);
  if (!isUsable(copy.fetchedAt, now)) {
    await removeCopy(patientKey);
    return null;
  }
  // Somebody may have signed out meanwhile.
  return (await areStillHeld(keys)) ? copy : null;
}

/** Counted before it is deleted: a background that is killed in between counts it twice rather than never. */
async function refuse(patientKey: string): Promise<'erased' | null> {
  if ((await countFailure()) >= MOST_FAILURES) {
    await eraseNow();
    return 'erased';
  }
  await removeCopy(patientKey);
  return null;
}

async function forget(nhsNumber: string): Promise<void> {
  const keys = await readKeys();
  if (keys) await removeCopy(await keyOf(keys, nhsNumber));
}

/** The keys, while the sign-in that made them lasts; once it is over, everything goes. */
async function keysAt(now: number): Promise<CopyKeys | null> {
  const keys = await readKeys();
  if (!keys || now < keys.endsAt) return keys;
  await eraseNow();
  return null;
}

function mayBeKept({ nhsNumber, fetchedAt }: SavedCopy, now: number): boolean {
  return parseNhsNumber(nhsNumber) === nhsNumber && isUsable(fetchedAt, now);
}
