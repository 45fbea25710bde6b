/** The first is one that no earlier life of this worker can have used. */
let generation = Date.now();

/** A number that no tab has had before. */
export function nextGeneration(): number {
  generation += 1;
  return generation;
}
