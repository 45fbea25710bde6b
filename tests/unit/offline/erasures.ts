import { expect } from 'vitest';
import { unanswered } from './bench.ts';
import { happened, inSession } from './fake-session.ts';

/** Nothing is left, neither on disk nor in memory. */
export async function expectNothing(): Promise<void> {
  expect(inSession()).toEqual({});
  expect(await indexedDB.databases()).toEqual([]);
}

/**
 * From now on the database cannot be deleted: it fails, or nobody ever hears of it again.
 *
 * @returns what mends it
 */
export function undeletable(how: 'throws' | 'hangs'): () => void {
  const real = indexedDB;
  const broken = Object.create(real, {
    deleteDatabase: {
      value: () => {
        happened.push('database deleted');
        if (how === 'throws') throw new DOMException('', 'UnknownError');
        return unanswered();
      },
    },
    open: { value: (name: string, version: number) => real.open(name, version) },
  });
  globalThis.indexedDB = broken;
  return () => {
    globalThis.indexedDB = real;
  };
}
