import type { Random } from '../../sandbox/people/random.ts';

/** What becomes of a value that somebody, or a browser that was ended, has spoilt. */
const WAYS = ['gone', 'null', 'another type', 'cut in half', 'one part of another type', 'a part too many'] as const;

/** A value as it is after it was spoilt, and how that is called; `gone`: there is none any more. */
export type Spoilt = { readonly way: (typeof WAYS)[number]; readonly value: unknown };

/** Spoils a value of `storage`, in one of the ways that mean something for it. */
export function spoilValue(value: unknown, random: Random): Spoilt {
  const way = random.pick(WAYS);
  return { way, value: spoilers[way](value, random) };
}

const spoilers: Readonly<Record<Spoilt['way'], (value: unknown, random: Random) => unknown>> = {
  gone: () => undefined,
  null: () => null,
  'another type': (value) => (typeof value === 'string' ? 7 : 'a word'),
  'cut in half': (value) => cut(value),
  'one part of another type': (value, random) => withPart(value, random, (part) => (part === null ? 7 : null)),
  'a part too many': (value) => (isRecord(value) ? { ...value, unknownPart: { deep: [1] } } : [value, value]),
};

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, value.length / 2);
  if (Array.isArray(value)) return value.slice(0, value.length / 2);
  if (!isRecord(value)) return '';
  const all = Object.entries(value);
  return Object.fromEntries(all.slice(0, Math.floor(all.length / 2)));
}

function withPart(value: unknown, random: Random, change: (part: unknown) => unknown): unknown {
  if (!isRecord(value)) return change(value);
  const names = Object.keys(value);
  if (names.length === 0) return 7;
  const name = random.pick(names);
  return { ...value, [name]: change(value[name]) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
