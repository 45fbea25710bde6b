import { isMeant } from './meant/marks.ts';

/** Lines of the one for which the other has none left. */
function leftOver(some: readonly string[], others: readonly string[], fits: (one: string, other: string) => boolean) {
  const free = [...others];
  return some.filter((one) => {
    const at = free.findIndex((other) => fits(one, other));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
}

/** What of the meant lines is missing, what was not meant, and, where all are there, which stand in another order. */
export function differences(meant: readonly string[], shown: readonly string[]): readonly string[] {
  const wrong = meant.findIndex((line, at) => !isMeant(shown[at], line));
  if (wrong < 0 && shown.length === meant.length) return [];
  const missing = leftOver(meant, shown, (line, other) => isMeant(other, line));
  const extra = leftOver(shown, meant, isMeant);
  if (missing.length === 0 && extra.length === 0) return [`order: ${shown[wrong]} | in place of: ${meant[wrong]}`];
  return [...missing.map((line) => `missing: ${line}`), ...extra.map((line) => `not meant: ${line}`)];
}
