import type { Adapter } from './adapter.ts';
import { budget, Overrun } from './budget.ts';
import { type Declared, decideDeclared, readDeclarations } from './declared-context.ts';
import { frameIsSeen } from './frame-is-seen.ts';
import { isLocked } from './gates.ts';
import type { Look } from './look.ts';
import type { PageIndex } from './page-index.ts';
import { readStandard } from './read-standard.ts';
import { readWithAdapter } from './read-with-adapter.ts';
import { sightOf } from './sight.ts';

/** The longest (ms) one look may keep the page waiting; the rest of 50 is left to the page's own layout. */
const LOOK_MS = 35;

/**
 * The reader of one frame: by its adapter, or by the standard reading, and by what the page declares. What breaks or
 * takes too long claims nobody and says so.
 */
export function pageReader(window: Window & typeof globalThis, index: PageIndex, adapter: Adapter | null): () => Look {
  const { document } = window;
  let newest: Declared | null = null;

  function read(): Look {
    const spent = budget(LOOK_MS);
    const sight = sightOf(document, spent);
    if (!frameIsSeen(window, spent)) return { reading: { kind: 'none' }, restsOn: [] };
    const visible = adapter ? readWithAdapter(document, adapter, index, sight) : readStandard(index, sight, spent);
    const declared = readDeclarations(index.declarations());
    if (visible.reading.kind === 'none' && declared === null) return visible;
    if (isLocked(index.roots(), sight)) return { reading: { kind: 'none' }, restsOn: visible.restsOn };
    if (declared === null) return visible;
    const reading = decideDeclared(declared, visible.reading, newest);
    if (declared !== 'unreadable' && reading.kind !== 'unreadable') newest = declared;
    return { reading, restsOn: [...visible.restsOn, ...index.declarations()] };
  }

  return () => {
    try {
      return read();
    } catch (error) {
      const cause = error instanceof Overrun ? 'tooMuch' : 'pageChanged';
      return { reading: { kind: 'unreadable', cause }, restsOn: [] };
    }
  };
}
