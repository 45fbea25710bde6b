import type { Page } from 'puppeteer';
import { type Shown, shownWithin, sidebarFrame, sidebarNow } from '../../browser/harness/sidebar.ts';
import { soon } from '../../browser/harness/soon.ts';
import { openPatient, type Stage, type StageChoice, signInAndSee } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { FaultResult, FaultRun } from '../fault-class.ts';
import { judgeElsewhere } from './cases.ts';
import { judgeTrails } from './judge-trails.ts';
import { peopleWithPlans } from './people.ts';
import { openStageInUse } from './stage-in-use.ts';
import { IN_GP_RECORD, takeLog, type WatchLog, watch } from './watch.ts';

/** A stage with a watched GP record, signed in, on which cases are played one after another. */
export type Bench = {
  readonly stage: Stage;
  readonly page: Page;
  /** People with a plan in force that nothing keeps from being shown. */
  readonly people: readonly Person[];
  /** Of these the first, who is open, and whose plan was seen. */
  readonly first: Person;
  readonly close: () => Promise<void>;
};

/** Longest times (milliseconds) until a truthful state (I7), and from the end of a fault to a plan (I9). */
export const SETTLED_MS = 20_000;
const RECOVERED_MS = 5_000;
/** States that the sidebar leaves by itself. */
const PASSING = new Set(['unsettled', 'looking']);
/** As those of everybody in the sandbox begin; beside the letters of a hash (SHA-256, in hex) ten digits are chance. */
const NUMBER = /(?<![\da-f])999 ?\d{3} ?\d{4}(?![\da-f])/;
/** Set by whatever came with data and ran. */
const CANARY = 'plansideCanary';

/** Plays on a bench of its own, and judges at the end the service's trail of all of it (I3), and whom it has asked (I5). */
export async function onBench(
  run: FaultRun,
  play: (bench: Bench) => Promise<FaultResult>,
  choice: StageChoice = {},
): Promise<FaultResult> {
  const bench = await openBench(run, choice);
  try {
    const result = await play(bench);
    return { ...result, broken: [...result.broken, ...judgeTrails(bench.stage.sandbox), ...judgeElsewhere()] };
  } finally {
    await bench.close();
  }
}

/** Opens one; whoever calls closes it. */
export async function openBench({ found, extensionDir }: FaultRun, choice: StageChoice): Promise<Bench> {
  const stage = await openStageInUse(found, extensionDir, choice);
  const page = await stage.gpRecord();
  const people = peopleWithPlans(stage.sandbox);
  const [first] = people;
  if (!first) throw new Error('The sandbox has nobody with a plan.');
  await openPatient(page, first);
  await signInAndSee(stage, page, 'gp', first);
  await watch(page, IN_GP_RECORD);
  return { stage, page, people, first, close: stage.close };
}

/** The state the sidebar comes to rest in; `null`: it shows nothing, or none within 20 s. */
export async function untilSettled(page: Page): Promise<Shown | null> {
  return shownWithin(page, SETTLED_MS, (now) => now !== null && !PASSING.has(now.view));
}

export type Expected = {
  /** The service has said that it holds no plan for whoever is open, and may be quoted (I2). */
  readonly noPlan?: boolean;
  /** Nobody is open, so that there may be no sidebar at all. */
  readonly nobody?: boolean;
  /** The fault goes on, so that nothing may have come to rest yet. */
  readonly amid?: boolean;
};

/**
 * What did not hold after a case, of all that can be seen of a watched page: I1, I2, I4, I6, I7, I10.
 *
 * @param taken a log that was taken before, of what is judged besides
 */
export async function judgePage(
  page: Page,
  { noPlan = false, nobody = false, amid = false }: Expected = {},
  taken: Pick<WatchLog, 'wrong' | 'errors'> = { wrong: [], errors: [] },
): Promise<string[]> {
  const settled = nobody || amid ? await sidebarNow(page) : await untilSettled(page);
  const last = await takeLog(page);
  const log = { wrong: [...taken.wrong, ...last.wrong], errors: [...taken.errors, ...last.errors] };
  return [
    ...(settled === null && !nobody && !amid ? ['I7: no truthful state within 20 s'] : []),
    ...log.wrong.map((one) => `I1: ${one}`),
    ...(settled?.view === 'noPlanFound' && !noPlan ? ['I2: “no plan found”, which the service has not said'] : []),
    ...(await judgeWhatCame(page)),
    ...log.errors.map((one) => `I10: the page failed: ${one}`),
    ...((await hostsIn(page)) > 1 ? ['I10: more than one element of ours in the page'] : []),
  ];
}

/** I6 in page and sidebar; I4 of what the extension keeps in `storage.local`, for which its sidebar can be asked. */
export async function judgeWhatCame(page: Page): Promise<string[]> {
  const ran = `globalThis.${CANARY} !== undefined`;
  const frame = await sidebarFrame(page);
  const places = await Promise.all([page, frame].map((one) => one && soon(() => one.evaluate(ran), false)));
  const kept = frame === null ? '' : await soon(() => frame.evaluate(keptInClear), '');
  return [
    ...(places.some(Boolean) ? ['I6: a script that came with data ran'] : []),
    ...(NUMBER.test(kept) ? ['I4: an NHS number in clear in storage.local'] : []),
  ];
}

/** Runs in the sidebar. */
async function keptInClear(): Promise<string> {
  return JSON.stringify(await chrome.storage.local.get(null));
}

/** Elements beside head and body: ours, since no page of the sandbox has others. */
export function hostsIn(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.documentElement.children].filter(({ localName }) => !/^(?:head|body)$/.test(localName)).length,
  );
}

/** I9: once a fault has ended, the next patient's plan comes without a restart, within 5 s. */
export async function judgeRecovery(page: Page, person: Person): Promise<string[]> {
  await openPatient(page, person);
  const number = person.nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  const is = (now: Shown | null) => now?.view === 'plan' && now.parts['nhs-number'] === number;
  const came = await shownWithin(page, RECOVERED_MS, is);
  return came
    ? []
    : [`I9: no plan within 5 s of the end of the fault, but ${(await sidebarNow(page))?.view ?? 'nothing'}`];
}
