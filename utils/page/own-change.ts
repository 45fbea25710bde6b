import { documentElementOf } from './dom.ts';

/**
 * Makes a change of ours to the style of a page's root, of which whoever watches the page is told nothing. Of what the
 * page itself has changed before it, or changes in answer to it, they are told in this task.
 *
 * @param watcher whose records `hear` is told
 * @param done called at the end
 */
export function changeUnheard(
  watcher: MutationObserver,
  document: Document,
  change: () => void,
  hear: (records: readonly MutationRecord[]) => void,
  done: () => void,
): void {
  const root = documentElementOf(document);
  const before = watcher.takeRecords();
  if (before.length > 0) hear(before);
  change();
  // A page can be told of a change of its root at once, and answer it with one of its own.
  const amid = watcher
    .takeRecords()
    .filter(({ target, attributeName }) => target !== root || attributeName !== 'style');
  if (amid.length > 0) hear(amid);
  done();
}
