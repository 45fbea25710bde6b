import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WatchedDesk } from './watched-desk.ts';

const MINUTE = 60_000;

/** One thing that happens at a computer, in words that a counterexample is read in. */
class Happening implements fc.Command<Record<string, never>, WatchedDesk> {
  readonly #name: string;
  readonly #run: (desk: WatchedDesk) => void;

  constructor(name: string, run: (desk: WatchedDesk) => void) {
    this.#name = name;
    this.#run = run;
  }

  check = () => true;

  run(_model: Record<string, never>, desk: WatchedDesk): void {
    this.#run(desk);
    desk.judge();
  }

  toString = () => this.#name;
}

const happening = (name: string, run: (desk: WatchedDesk) => void) => fc.constant(new Happening(name, run));
const lasting = (name: string, longest: number, run: (desk: WatchedDesk, ms: number) => void) =>
  fc.integer({ min: 1, max: longest }).map((ms) => new Happening(`${name} ${ms}`, (desk) => run(desk, ms)));

const happenings = [
  happening('touch', (desk) => desk.touch()),
  happening('read', () => undefined),
  lasting('at work for', 20 * MINUTE, (desk, ms) => desk.work(ms)),
  lasting('alone for', 2 * MINUTE, (desk, ms) => desk.pass(ms)),
  lasting('alone for', 35 * MINUTE, (desk, ms) => desk.pass(ms)),
  happening('alone until just before it locks', (desk) => desk.passUntil(-1)),
  happening('alone until it locks', (desk) => desk.passUntil(0)),
  happening('alone until the warning', (desk) => desk.passUntil(-MINUTE)),
  lasting('no rounds for', 20 * MINUTE, (desk, ms) => desk.passWithoutRounds(ms)),
  lasting('suspended for', 40 * MINUTE, (desk, ms) => desk.suspend(ms)),
  lasting('clock forward', 30 * MINUTE, (desk, ms) => desk.setClock(ms)),
  lasting('clock back', 30 * MINUTE, (desk, ms) => desk.setClock(-ms)),
  lasting('clock back a little', 10_000, (desk, ms) => desk.setClock(-ms)),
  lasting('hours go by until before the end of the shift', 3 * MINUTE, (desk, ms) => desk.toEndOfShift(ms)),
];

test('past its deadline a session is never read as open, and within it is locked for nothing that is not so', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.commands(happenings, { maxCommands: 40, size: 'max' }),
      (minutes, commands) => {
        fc.modelRun(() => ({ model: {}, real: new WatchedDesk(minutes * MINUTE) }), commands);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('in the model every way of locking is met, and warnings are', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.commands(happenings, { maxCommands: 40, size: 'max' }),
      (m, all) => {
        const desk = new WatchedDesk(m * MINUTE);
        fc.modelRun(() => ({ model: {}, real: desk }), all);
        for (const one of desk.met) met.add(one);
      },
    ),
    { numRuns: 500, seed: 7 },
  );
  expect([...met].sort()).toEqual(['asleep', 'clockSetBack', 'idle', 'open', 'shiftOver', 'warned']);
});
