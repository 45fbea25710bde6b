import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readCases } from './corpus/cases.ts';
import type { Judged } from './corpus/judge-case.ts';
import { runCorpus } from './corpus/run-corpus.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Pages written here for every trap we could think of, and real ones that no one here wrote. */
const CORPORA = [folder('../pages'), folder('../../../shared/pages')].filter((path) => existsSync(path));

/** Where CI is set, all of them in Chromium and every third in Firefox; at a desk every fourth, always the same. */
const IN_CI = process.env.PLANSIDE_BROWSERS === 'firefox' ? 3 : 1;
/** `npm run corpus` runs the rest. */
const EVERY = process.env.CI ? IN_CI : 4;
const MINUTES = 60_000;

const cases = await Promise.all(
  CORPORA.map(async (path) => ({
    path,
    names: (await readCases(path)).map(({ name }) => name).filter((_, at) => at % EVERY === 0),
  })),
);

describe.for(await browsersUnderTest())('who is open on labelled pages, in $name', (found) => {
  describe.for(cases)('$path', ({ path, names }) => {
    let judged: readonly Judged[] = [];
    beforeAll(async () => {
      const build = inject('sandboxBuilds')[found.family] ?? '';
      judged = (await runCorpus(found, build, path, { only: (name) => names.includes(name) })).cases;
    }, 20 * MINUTES);

    it.each(names)('%s', (name) => {
      const of = judged.filter((one) => one.case === name);
      expect(of.length).toBeGreaterThan(0);
      const notRight = of.filter(({ verdict }) => verdict !== 'right');
      expect(notRight.map(({ step, answer, claimed, said }) => ({ step, answer, claimed, said }))).toEqual([]);
    });
  });
});
