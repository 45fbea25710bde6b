import fc from 'fast-check';

const OURS = ['code', 'state', 'iss'] as const;
/** Names that mean something to a sign-in, that look like it, and others. */
const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...OURS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Code', 'STATE', 'iss ', 'code[]', 'id_token', 'error', 'response', 'token'),
  },
  { weight: 2, arbitrary: fc.constantFrom('session_state', 'scope', 'access_token', 'locale') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const value = fc.oneof(
  fc.constantFrom('', ' ', 'null', 'undefined', '0', '%00', 'https://evil.example'),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
);

/** One change to the parameters, in the order in which they stand. */
export type Mutation =
  | { readonly kind: 'set' | 'append' | 'prepend'; readonly name: string; readonly value: string }
  | { readonly kind: 'delete' | 'double' | 'cut' | 'swapCase' | 'pad' | 'toFragment'; readonly name: string }
  | { readonly kind: 'rename' | 'exchange'; readonly name: string; readonly other: string }
  | { readonly kind: 'shuffle'; readonly by: number };

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('set', 'append', 'prepend'), name, value }),
  fc.record({ kind: fc.constantFrom('delete', 'double', 'cut', 'swapCase', 'pad', 'toFragment'), name }),
  fc.record({ kind: fc.constantFrom('rename', 'exchange'), name, other: name }),
  fc.record({ kind: fc.constant('shuffle'), by: fc.nat({ max: 5 }) }),
);

type Pair = readonly [name: string, value: string];

function changedPairs(pairs: readonly Pair[], { name: at, ...change }: Exclude<Mutation, { kind: 'shuffle' }>): Pair[] {
  const each = (to: (pair: Pair) => readonly Pair[]) => pairs.flatMap((pair) => (pair[0] === at ? to(pair) : [pair]));
  const firstOf = (one: string) => pairs.find(([key]) => key === one)?.[1] ?? '';
  switch (change.kind) {
    case 'set':
      return each(() => [[at, change.value]]);
    case 'append':
      return [...pairs, [at, change.value]];
    case 'prepend':
      return [[at, change.value], ...pairs];
    case 'delete':
    case 'toFragment':
      return each(() => []);
    case 'double':
      return each((pair) => [pair, pair]);
    case 'cut':
      return each(([, text]) => [[at, text.slice(0, -1)]]);
    case 'swapCase':
      return each(([, text]) => [[at, text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()]]);
    case 'pad':
      return each(([, text]) => [[at, `${text} `]]);
    case 'rename':
      return each(([, text]) => [[change.other, text]]);
    case 'exchange':
      return pairs.map(([key, text]) => [
        key,
        key === at ? firstOf(change.other) : key === change.other ? firstOf(at) : text,
      ]);
  }
}

/** Where the browser would have come back to, after all of them. */
export function mutated(reached: URL, mutations: readonly Mutation[]): URL {
  const changed = new URL(reached);
  let pairs: Pair[] = [...reached.searchParams];
  for (const one of mutations) {
    if (one.kind === 'shuffle') pairs = [...pairs.slice(one.by), ...pairs.slice(0, one.by)];
    else {
      if (one.kind === 'toFragment') changed.hash = `${one.name}=${reached.searchParams.get(one.name)}`;
      pairs = changedPairs(pairs, one);
    }
  }
  changed.search = new URLSearchParams(pairs.map(([key, text]) => [key, text])).toString();
  return changed;
}

/** Whether code, state and issuer stand there once each, as the service gave them. */
export const isUntouched = (before: URL, after: URL) =>
  OURS.every((one) => after.searchParams.getAll(one).join('\n') === before.searchParams.get(one));
