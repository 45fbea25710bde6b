import type { FoundBrowser } from '../commands/find-browser.ts';
import { median } from '../statistics.ts';
import { changeMuch } from './busy-page.ts';
import { coldWakes } from './cold-wake.ts';
import { loadPage } from './page-load.ts';
import { PAGES, type PageName } from './pages/pages.ts';
import { type Ground, openSubject, type Subject } from './subject.ts';

/** What was measured in one fresh browser, each under a name such as `light pageMain`. */
export type Sample = {
  readonly subject: string;
  readonly round: number;
  readonly values: Readonly<Record<string, number>>;
};

/** Of all pages the heavy one is the slowest by far, and says least of an extension. */
const LOADED: readonly PageName[] = ['nobody', 'light', 'frames', 'busy', 'busyAndLong', 'heavy'];
/** How often lists are changed; a list of 5,000 rows takes its time to be drawn anew. */
const CHANGES: Partial<Record<PageName, number>> = { busy: 10_000, busyAndLong: 1_000 };

export type Rounds = {
  readonly found: FoundBrowser;
  readonly ground: Ground;
  /** The first has no extension. */
  readonly subjects: readonly Subject[];
  readonly rounds: number;
  readonly say: (line: string) => void;
};

/** Measures each subject once in every round, in another order each time, so that a machine that changes favours none. */
export async function playRounds({ found, ground, subjects, rounds, say }: Rounds): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = round % subjects.length;
    for (const subject of [...subjects.slice(from), ...subjects.slice(0, from)]) {
      samples.push({ subject: subject.name, round, values: await sample(found, subject, ground) });
      say(`round ${round + 1} of ${rounds}: ${subject.name}`);
    }
  }
  return samples;
}

async function sample(found: FoundBrowser, subject: Subject, ground: Ground): Promise<Record<string, number>> {
  const started = await openSubject(found, subject, ground);
  const values: Record<string, number> = {};
  const note = (of: string, measured: object) => {
    for (const [name, value] of Object.entries(measured)) values[`${of} ${name}`] = value;
  };
  try {
    // Not counted: the first page of a browser brings up what all others use.
    await (await loadPage(started, ground.at('/blank'), ground.at(PAGES.light))).page.close();
    for (const name of LOADED) {
      const open = await loadPage(started, ground.at('/blank'), ground.at(PAGES[name]));
      note(name, open.loaded);
      const changes = CHANGES[name];
      if (changes) note(`${name} changed`, await changeMuch(started, open, changes));
      await open.page.close();
    }
    if ('extensionId' in started) note('background', { wake: median(await coldWakes(started)) });
    return values;
  } finally {
    await started.close();
  }
}
