/** Counts up from a first generation no earlier life of this worker can have used. */
export function generations(): () => number {
  let generation = Date.now();
  return () => ++generation;
}
