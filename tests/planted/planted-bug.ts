/** The rules of docs/safety.md. */
export const RULES = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12'] as const;

/** A fault that somebody could write into the product, and the tests and campaigns that have to turn red when it is there. */
export type PlantedBug = {
  /** What the product does wrong with it, in a few words. */
  readonly name: string;
  readonly rule: (typeof RULES)[number];
  /** Where it is planted, from the root. */
  readonly file: string;
  /** Stands there exactly once, so that it fails loudly when the code has moved. */
  readonly find: string;
  readonly replace: string;
  /** Each of these files must turn red by itself: tests, or classes of fault campaigns, of which the slice is played. */
  readonly caughtBy: readonly string[];
};

/**
 * The source with the bug in it.
 *
 * @throws unless what it replaces stands there exactly once
 */
export function plantedIn(source: string, { name, find, replace }: PlantedBug): string {
  const [before = '', after, ...others] = source.split(find);
  if (after === undefined || others.length > 0) {
    throw new Error(
      `“${name}” can no longer be planted: its text stands there ${others.length + 1} times or not at all.`,
    );
  }
  return `${before}${replace}${after}`;
}
