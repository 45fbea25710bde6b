/** More than anybody looks at in a shift. */
export const NEWEST = 500;

/** The ids that were added last. */
export type NewestIds = { readonly has: (id: string) => boolean; readonly add: (id: string) => void };

/**
 * Remembers ids, and forgets the oldest: a background may live for weeks.
 *
 * @param most so many are remembered
 */
export function newestIds(most = NEWEST): NewestIds {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    },
  };
}
