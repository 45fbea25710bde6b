/** A seeded source of choices: the same seed gives the same people and plans on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** From `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different members of the list, in a new order; all of them if there are fewer. */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
  /** Shaped like a version 4 UUID. */
  readonly uuid: () => string;
};

/** FNV-1a, 32 bits: turns a text seed into a number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for made-up people. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function uuidFrom(next: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'.charAt(Math.floor(next() * 4));
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/**
 * A source of choices from a seed and a purpose. Different purposes do not disturb each other:
 * one more choice made for names changes no birth date.
 */
export function randomFrom(seed: number, purpose: string): Random {
  const next = mulberry32(hash(`${seed}:${purpose}`));
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const chosen = list[integer(0, list.length - 1)];
      if (chosen === undefined) throw new Error('Nothing to pick from: the list is empty');
      return chosen;
    },
    sample: (list, count) => {
      const left = [...list];
      const chosen = [];
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(integer(0, left.length - 1), 1));
      return chosen;
    },
    uuid: () => uuidFrom(next),
  };
}
