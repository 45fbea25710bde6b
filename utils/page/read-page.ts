import type { Adapter } from './adapter.ts';
import { type Budget, budget, Overrun } from './budget.ts';
import { type Declared, decideDeclared, readDeclarations } from './declared-context.ts';
import { frameIsSeen } from './frame-is-seen.ts';
import { isLocked, isWithheld } from './gates.ts';
import { type Look, type Looker, NOBODY } from './look.ts';
import type { PageIndex } from './page-index.ts';
import { readCarefully } from './read-carefully.ts';
import { readStandard } from './read-standard.ts';
import { listMemory } from './rows.ts';
import { type Sight, sightOf } from './sight.ts';
import type { Reading } from './sighting.ts';
import { unreadFrames } from './unread-frames.ts';

/** The longest (ms) a look may keep a page waiting that has just changed; the rest of 50 is left to its own layout. */
const LOOK_MS = 32;
/** The longest (ms) that any look may take. */
const LONGEST_LOOK_MS = 4 * LOOK_MS;
/** A cold or busy computer may make a look too long; so many in a row, each with more time, are the page's own doing. */
const BELIEVED_OVERRUNS = 3;

export type ReadBy = { readonly adapter: Adapter | null; readonly origins: readonly string[] };

const NOT_ENABLED: Reading = { kind: 'unreadable', cause: 'frameNotEnabled' };

/**
 * The reader of one frame: by its adapter, or by the standard reading, and by what the page declares. What breaks or
 * takes too long claims nobody and says so. Where no origin is to be read, nothing is looked at.
 *
 * @returns a function that looks; `null`: it took too long this time, try again without hurry
 */
export function pageReader(window: Window & typeof globalThis, index: PageIndex, { adapter, origins }: ReadBy): Looker {
  if (origins.length === 0) return () => NOBODY;
  const { document } = window;
  const memory = listMemory();
  let newest: Declared | null = null;
  let overruns = 0;
  /** What an unhurried look may take (ms). */
  let patience = LOOK_MS;

  function read(milliseconds: number): Look {
    const spent = budget(milliseconds);
    const sight = sightOf(document, spent);
    if (!frameIsSeen(window, spent)) return NOBODY;
    const { hosts, isMost } = unreadFrames(index.frames(), origins, sight, window);
    const found = readVisible(sight, spent);
    const isUnexplained = found.reading.kind === 'none' && isMost;
    return { ...found, ...(isUnexplained ? { reading: NOT_ENABLED } : {}), unread: hosts };
  }

  function readVisible(sight: Sight, spent: Budget): Look {
    const visible = adapter
      ? readCarefully(document, adapter, index, sight, spent, memory)
      : readStandard(index, sight, spent, memory);
    const declared = readDeclarations(index.declarations());
    if (visible.reading.kind === 'none' && declared === null) return visible;
    if (isLocked(sight) || isWithheld(document, sight)) return { ...NOBODY, restsOn: visible.restsOn };
    if (declared === null) return visible;
    const reading = decideDeclared(declared, visible.reading, newest);
    if (declared !== 'unreadable' && reading.kind !== 'unreadable') newest = declared;
    return { ...visible, reading, restsOn: [...visible.restsOn, ...index.declarations()] };
  }

  return (isUnhurried) => {
    const started = performance.now();
    try {
      const found = read(isUnhurried ? patience : LOOK_MS);
      overruns = 0;
      // The next look at the same page takes as long, and is not to fail for being a little slower.
      patience = Math.min(Math.max(LOOK_MS, 2 * (performance.now() - started)), LONGEST_LOOK_MS);
      return found;
    } catch (error) {
      if (!(error instanceof Overrun)) return { reading: { kind: 'unreadable', cause: 'pageChanged' }, restsOn: [] };
      overruns += 1;
      patience = Math.min(patience + LOOK_MS, LONGEST_LOOK_MS);
      return overruns < BELIEVED_OVERRUNS ? null : { reading: { kind: 'unreadable', cause: 'tooMuch' }, restsOn: [] };
    }
  };
}
