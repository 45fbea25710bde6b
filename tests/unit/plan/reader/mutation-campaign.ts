import fc from 'fast-check';
import { type Change, changesOf, type Element, elementsOf, mutated } from './mutate.ts';
import type { Original } from './mutation-dropped.ts';
import { wrongWith } from './mutation-rules.ts';

/** One thing that can be done to one element of one document. */
type Attempt = { readonly original: Original; readonly element: Element; readonly change: Change };

export type Campaign = {
  readonly mutants: number;
  /** Kinds of element, each with everything that was done to it. */
  readonly kinds: number;
  /** How many mutants were read, not refused. */
  readonly read: number;
  /** Broken rules: one line each, the first mutant that broke it in this place, and how many did. */
  readonly broken: readonly string[];
};

/**
 * Does everything that can be done to each kind of element, in turn, to as many mutants as asked for. Which of the
 * elements of a kind it is done to, and which other value it gets, is drawn by fast-check: the same seed, the same mutants.
 *
 * @param atLeast so many mutants; each kind of element gets each change at least once, whatever this says
 */
export function mutate(originals: readonly Original[], seed: number, atLeast: number): Campaign {
  const kinds = attemptsByKind(originals);
  const rounds = Math.max(1, Math.ceil(atLeast / kinds.length));
  // Without bias: fast-check would draw the first elements of the document more often.
  const draws = fc.noBias(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)));
  const drawn = fc.sample(draws, { seed, numRuns: rounds * kinds.length });
  const broken = new Map<string, { readonly example: string; count: number }>();
  let read = 0;
  for (const [at, [instance, pick]] of drawn.entries()) {
    const attempts = kinds[at % kinds.length] ?? [];
    const attempt = attempts[instance % attempts.length];
    if (!attempt) continue;
    const { original, element, change } = attempt;
    const document = mutated(original.document, element.path, change, pick);
    const judged = wrongWith(original, { document, path: element.path, illegal: change.illegal === true });
    if (judged.read) read += 1;
    for (const line of judged.wrong) {
      const place = `${element.kind} → ${change.name}: ${line.split(':')[0]}`;
      const example = `${place} (${original.name}, ${element.path.join('.')}, pick ${pick}) ${line}`;
      const known = broken.get(place);
      if (known) known.count += 1;
      else broken.set(place, { example, count: 1 });
    }
  }
  const lines = [...broken.values()].map(({ example, count }) => `${count} × ${example}`);
  return { mutants: drawn.length, kinds: kinds.length, read, broken: lines };
}

function attemptsByKind(originals: readonly Original[]): readonly (readonly Attempt[])[] {
  const all = originals.flatMap((original) =>
    elementsOf(original.document).flatMap((element) =>
      changesOf(element, original.document).map((change) => ({ original, element, change })),
    ),
  );
  return [...Map.groupBy(all, ({ element, change }) => `${element.kind} ${change.name}`).values()];
}
