import { deleteCopies } from './copy-database.ts';
import { copyKeys } from './copy-keys.ts';
import { inTurn } from './in-turn.ts';

/**
 * Erases every copy: the keys at once, then the database. Killed in between, or with a database that cannot be deleted,
 * it is completed by the next start, which finds no keys (`openCopies`). Never throws.
 */
export async function eraseCopies(): Promise<void> {
  await quietly(copyKeys.drop);
  // Keys that were being made meanwhile go too.
  await inTurn(eraseNow);
}

/** The same within something that is being done in turn. */
export async function eraseNow(): Promise<void> {
  await quietly(copyKeys.drop);
  await quietly(deleteCopies);
}

/** One step that fails must not keep the other from being taken. */
async function quietly(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch {
    // Without keys it is all dead.
  }
}
