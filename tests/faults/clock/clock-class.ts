import { sidebarNow } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { FaultClass } from '../fault-class.ts';
import { type Amid, playAmid } from '../kit/amid.ts';
import { type Bench, judgePage, untilSettled } from '../kit/bench.ts';
import { setDeviceClock } from './device-clock.ts';

const NAME = 'clock';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How wrong a clock is, and how that is called. */
const SKEWS: readonly (readonly [string, number])[] = [
  ['30 s', MINUTE_MS / 2],
  ['90 s', 1.5 * MINUTE_MS],
  ['3 min', 3 * MINUTE_MS],
  ['1 h', HOUR_MS],
  ['a day', DAY_MS],
  ['40 days', 40 * DAY_MS],
  ['10 years', 3_653 * DAY_MS],
];
const ROUNDS = 10;
/** A wrong clock is named above this. */
const NAMED_MS = 2 * MINUTE_MS;
/** Somebody was last seen there so long ago, as it then seems, that the session has to be locked. */
const LOCKED_AHEAD_MS = 10 * MINUTE_MS;
const WRONG = /clock is .+ (?:fast|slow)/;

type Cell = { readonly whose: 'service' | 'device'; readonly name: string; readonly ahead: number };

function cellOf(at: number): Cell {
  const [size, by] = SKEWS[Math.floor(at / 4) % SKEWS.length] ?? ['', 0];
  const isAhead = at % 2 === 0;
  const whose = Math.floor(at / 2) % 2 === 0 ? 'service' : 'device';
  return { whose, name: `${size} ${isAhead ? 'ahead' : 'behind'}`, ahead: isAhead ? by : -by };
}

async function judgeView({ page }: Bench, { whose, ahead }: Cell, { deceased }: Person): Promise<string[]> {
  const settled = await untilSettled(page);
  const isNamed = WRONG.test(settled?.text ?? '');
  const mustLock = whose === 'device' && (ahead < 0 || ahead > LOCKED_AHEAD_MS);
  if (mustLock && settled?.view === 'plan') return ['a plan, although nobody knows who has been there since'];
  if (!mustLock && settled?.view !== 'plan') return [`no plan, but ${settled?.view ?? (await sidebarNow(page))?.view}`];
  // Of somebody who has died no plan is in sight, and so nothing that a clock makes wrong.
  const isWrong = Math.abs(ahead) > NAMED_MS && !deceased;
  return mustLock || isNamed === isWrong ? [] : [`H19: the wrong clock is ${isNamed ? '' : 'not '}named`];
}

async function setWrong({ stage: { launched, sandbox } }: Bench, { whose, ahead }: Cell): Promise<() => Promise<void>> {
  if (whose === 'device') return setDeviceClock(launched, ahead);
  sandbox.switches.set('all', { kind: 'clock', ms: ahead });
  return async () => sandbox.switches.clear();
}

function caseOf(bench: Bench, at: number): Amid {
  const cell = cellOf(at);
  const { page } = bench;
  return {
    fault: `${cell.whose}, ${cell.name}`,
    begin: () => setWrong(bench, cell),
    async meanwhile(person) {
      await openPatient(page, person);
      return [...(await judgeView(bench, cell, person)), ...(await judgePage(page))];
    },
  };
}

/** The clock of the service, or of this computer, is wrong: it is named, or the session is locked (H19, H20). */
export const clockClass: FaultClass = {
  name: NAME,
  usual: 4 * SKEWS.length * ROUNDS,
  slice: 8,
  run: (run) => playAmid(NAME, run, caseOf),
};
