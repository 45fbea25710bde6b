/** Faults in short: one line for each kind, with how many there are and the first of them. */
export function byKind(faults: readonly (readonly [kind: string, example: string])[]): readonly string[] {
  const kinds = Map.groupBy(faults, ([kind]) => kind);
  return [...kinds].map(([kind, all]) => `${all.length} × ${kind}, such as ${all[0]?.[1]}`);
}
