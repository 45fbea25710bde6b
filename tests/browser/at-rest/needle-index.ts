import type { Needle } from './needles.ts';

/** All needles made ready to be looked for at once. */
export type NeedleIndex = {
  /** Bytes of the longest needle: what must be kept of a chunk to see one that reaches into the next. */
  readonly longest: number;
  /** Tells of each needle that begins before `starts` and ends within `bytes`, and where it begins. */
  readonly find: (bytes: Uint8Array, starts: number, found: (needle: Needle, at: number) => void) => void;
};

/** What every needle is known by. */
const HEAD = 8;
/** Bits of the sieve for each needle: about 1 in 32 heads that are none's are then looked up in vain. */
const BITS_EACH = 32;
const LEAST_BITS = 1 << 16;

/**
 * Makes an index of needles: a sieve of bits by the first eight bytes, so that nearly every place is done with after a
 * handful of operations however many needles there are, and behind it the needles themselves.
 *
 * @throws if a needle is shorter than eight bytes
 */
export function indexOf(needles: readonly Needle[]): NeedleIndex {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(LEAST_BITS, needles.length * BITS_EACH))) - 1;
  const sieve = new Uint32Array((mask + 1) / 32);
  const byHash = new Map<number, Needle[]>();
  let longest = HEAD;
  for (const needle of needles) {
    const hash = hashOf(needle);
    const bit = bitOf(hash, mask);
    sieve[bit >>> 5] = (sieve[bit >>> 5] ?? 0) | (1 << (bit & 31));
    byHash.set(hash, [...(byHash.get(hash) ?? []), needle]);
    longest = Math.max(longest, needle.bytes.length);
  }
  return { longest, find: (bytes, starts, found) => search({ mask, sieve, byHash }, bytes, starts, found) };
}

type Made = { readonly mask: number; readonly sieve: Uint32Array; readonly byHash: ReadonlyMap<number, Needle[]> };

/** One number for eight bytes in two halves. */
function mixed(low: number, high: number): number {
  return (Math.imul(low, 0x9e3779b1) + Math.imul(high, 0x85ebca77)) | 0;
}

function bitOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

function hashOf({ of, bytes }: Needle): number {
  if (bytes.length < HEAD) throw new Error(`Too short to be looked for: ${of}`);
  const head = Buffer.from(bytes);
  return mixed(head.readInt32LE(0), head.readInt32LE(4));
}

function search({ mask, sieve, byHash }: Made, bytes: Uint8Array, starts: number, found: Found): void {
  const end = Math.min(bytes.length, starts + HEAD - 1);
  let low = 0;
  let high = 0;
  for (let at = 0; at < end; at += 1) {
    // Eight bytes in two halves move on by one.
    low = (low >>> 8) | (high << 24);
    high = (high >>> 8) | ((bytes[at] ?? 0) << 24);
    const hash = mixed(low, high);
    const bit = bitOf(hash, mask);
    if ((((sieve[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
    for (const needle of byHash.get(hash) ?? []) {
      if (standsAt(needle, bytes, at - HEAD + 1)) found(needle, at - HEAD + 1);
    }
  }
}

type Found = (needle: Needle, at: number) => void;

function standsAt({ bytes: wanted }: Needle, bytes: Uint8Array, at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
