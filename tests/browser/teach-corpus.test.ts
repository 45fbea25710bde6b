import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { readCases } from './corpus/cases.ts';
import { reportOn } from './corpus/report.ts';
import { runCorpus } from './corpus/run-corpus.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { type CorpusLesson, teachCorpus } from './teach/corpus-lessons.ts';

/** Real pages that no one here wrote. */
const FOLDER = fileURLToPath(new URL('../../../shared/pages', import.meta.url));
const MINUTES = 60_000;

const PIP = { name: 'PEACH, Pip', born: '27 February 2016', number: '999 108 7109' };

const LESSONS: readonly CorpusLesson[] = [
  {
    build: 'bsp/',
    patient: 'bsp/participant-A',
    other: {
      // Another screen of the system as well, or what marks its list would forbid that.
      page: 'bsp/appointment-B',
      shows: { name: 'PACOCHA, Juanita', born: '9 February 1970', number: '999 282 4018' },
    },
    nobody: 'bsp/participants-list',
    shows: { name: 'ABBOTT, Leola', born: '15 June 1972', number: '999 981 7890' },
    written: { born: '1972', name: 'Abbott' },
  },
  {
    build: 'gpc/',
    patient: 'gpc/appointments-A',
    other: {
      page: 'gpc/appointments-C',
      shows: { name: 'LEECH, Mina', born: '19 September 1918', number: '965 821 8989' },
    },
    nobody: 'gpc/welcome-search',
    shows: { name: 'MEAKIN, Mike', born: '19 June 1927', number: '965 821 8873' },
    written: { born: '1927', name: 'Meakin' },
  },
  {
    build: 'ncrs/v3',
    patient: 'ncrs/v3-overview.valid',
    other: 'rewritten',
    nobody: 'ncrs/v3-search-result-single',
    shows: PIP,
    written: { born: '2016', name: 'Peach' },
  },
  {
    build: 'ncrs/cpis',
    patient: 'ncrs/cpis-alert-complex.valid',
    other: 'rewritten',
    nobody: 'ncrs/search-nhs-form',
    shows: PIP,
    written: { born: '2016', name: 'Peach' },
  },
  {
    build: 'ncrs/fgm',
    patient: 'ncrs/fgm-overview-simple.valid',
    other: 'rewritten',
    nobody: 'ncrs/fgm-start',
    shows: PIP,
    written: { born: '2016', name: 'Peach' },
  },
];

/** Of a build with more pages than this, each browser reads every other one: what was taught is the same in both. */
const MANY = 20;
const isPlayedIn = (family: string, at: number) => at % 2 === (family === 'firefox' ? 1 : 0);

/** So much of what a build's pages show has to be read: an adapter that refuses everything is never wrong either. */
const LEAST_READ = 0.5;

describe.runIf(existsSync(FOLDER)).for(await browsersUnderTest())('taught on labelled pages, in $name', (found) => {
  it.each(LESSONS)(
    '$build: nobody is claimed who is not open',
    async (lesson) => {
      const build = inject('sandboxBuilds')[found.family] ?? '';
      const names = (await readCases(FOLDER)).map(({ name }) => name).filter((name) => name.startsWith(lesson.build));
      const played = names.length > MANY ? names.filter((_, at) => isPlayedIn(found.family, at)) : names;
      const { cases } = await runCorpus(found, build, FOLDER, {
        only: (name) => played.includes(name) || name === lesson.nobody,
        prepare: (launched, origin) => teachCorpus(launched, origin, lesson),
      });
      const { wrongClaims, misses, claimable } = reportOn(cases);
      expect(wrongClaims).toEqual([]);
      expect(1 - misses.length / claimable).toBeGreaterThanOrEqual(LEAST_READ);
    },
    5 * MINUTES,
  );
});
