/** Whole numbers from one to another, both of them in it. */
export type Range = { readonly from: number; readonly to: number };

/**
 * The numbers that a text names, such as `12`, `12-14` or `12, 13, 17-20`.
 *
 * @returns in the order of the text; what is no number says nothing
 */
export function rangesIn(text: string): readonly Range[] {
  const named = text.matchAll(/(\d{1,15})(?:\s*[-–]\s*(\d{1,15}))?/g);
  return [...named]
    .map(([, from = '', to = from]) => ({ from: Number(from), to: Number(to) }))
    .filter(({ from, to }) => from <= to);
}

/** The numbers from 1 up to the highest of these that are none of these. @param numbers ascending */
export function gapsIn(numbers: readonly number[]): readonly Range[] {
  return numbers.flatMap((number, at) => {
    const before = at === 0 ? 0 : (numbers[at - 1] ?? 0);
    return number - before > 1 ? [{ from: before + 1, to: number - 1 }] : [];
  });
}

/** The same numbers, in order, each once, and in as few ranges as can be. */
export function merged(ranges: readonly Range[]): readonly Range[] {
  const together: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = together.at(-1);
    if (last === undefined || range.from > last.to + 1) together.push(range);
    else together[together.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return together;
}

/**
 * Cuts a range into the pieces that lie in one of the others and those that do not.
 *
 * @param others in order, without overlap (`merged`)
 */
export function cutBy(range: Range, others: readonly Range[]): readonly (Range & { readonly isIn: boolean })[] {
  const pieces: (Range & { readonly isIn: boolean })[] = [];
  let from = range.from;
  for (const other of others) {
    const piece = { from: Math.max(other.from, from), to: Math.min(other.to, range.to) };
    if (piece.from > piece.to) continue;
    if (piece.from > from) pieces.push({ from, to: piece.from - 1, isIn: false });
    pieces.push({ ...piece, isIn: true });
    from = piece.to + 1;
  }
  if (from <= range.to) pieces.push({ from, to: range.to, isIn: false });
  return pieces;
}
