/**
 * Reads anew whenever it is called, and shows only what was asked for last: of two readings under way at once the earlier
 * may arrive later, and knows less.
 */
export function latestOnly<Read>(read: () => Promise<Read>, show: (was: Read) => void): () => Promise<void> {
  let asked = 0;
  return async () => {
    asked += 1;
    const mine = asked;
    const was = await read();
    if (mine === asked) show(was);
  };
}
