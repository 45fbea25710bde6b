/**
 * Does the same for every item, with no more than so many in flight at once.
 *
 * @returns the results in the order of the items
 */
export async function atMost<T, R>(count: number, items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [at, item] of waiting) results[at] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, lane));
  return results;
}
