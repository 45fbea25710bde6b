import { expect, test } from 'vitest';
import { mutate } from './mutation-campaign.ts';
import { originals } from './mutation-originals.ts';

/** See mutations.test.ts, which has the other ten documents: two files, so that both run at once. */
const SEED = Number(process.env.PLANSIDE_SEED ?? 20_261_122) + 1;
/** Each kind of change to each kind of element once at a desk, and some more where CI is set. */
const MUTANTS = Number(process.env.PLANSIDE_MUTANTS ?? (process.env.CI ? 5_000 : 1));

test(`S1 S4 S7 S11 H05: ten more documents with one element changed (seed ${SEED})`, { timeout: 300_000 }, () => {
  const half = originals().filter((_, at) => at % 2 === 1);
  const { mutants, kinds, read, broken } = mutate(half, SEED, MUTANTS);
  expect(kinds).toBeGreaterThan(4000);
  expect(mutants).toBeGreaterThanOrEqual(MUTANTS);
  expect(read / mutants).toBeGreaterThan(0.5);
  expect(broken).toEqual([]);
});
