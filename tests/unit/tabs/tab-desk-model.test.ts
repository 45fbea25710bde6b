import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { View } from '../../../utils/view/view.ts';
import { anySighting, margaret, margaretWithoutBirthDate, patrick } from '../context/sightings.ts';
import { DeskRig, flush } from './desk-rig.ts';
import { type Answer, answerOf, asksAgain, changePerson, PERSON_CHANGES, type PersonChange } from './desk-steps.ts';

type Step =
  | { readonly do: 'report'; readonly frame: number; readonly sighting: Sighting; readonly late: number }
  | { readonly do: 'leave'; readonly frame: number }
  | { readonly do: 'finish'; readonly which: number; readonly answer: Answer }
  | { readonly do: 'open'; readonly frame: number; readonly ticket: Ticket }
  | { readonly do: 'close'; readonly frame: number }
  | { readonly do: PersonChange | 'warn' }
  | { readonly do: 'disk'; readonly is: 'quick' | 'slow' | 'full' | 'done' }
  | {
      readonly do: 'command';
      readonly frame: number;
      readonly what: 'retry' | 'cancel' | 'confirmBirthDate' | 'revalidate';
    };
type Ticket = 'right' | 'forged' | 'old' | 'rightOfAnOldGeneration';

const frame = fc.nat(2);
const sighting = fc.oneof(
  { weight: 3, arbitrary: anySighting },
  { weight: 4, arbitrary: fc.constantFrom<Sighting[]>(margaret, patrick, margaretWithoutBirthDate) },
);
const answer = fc.constantFrom<Answer[]>(
  'plan',
  'plan',
  'planOfAnother',
  'none',
  'drafts',
  'down',
  'signedOut',
  'breaks',
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      frame,
      sighting,
      late: fc.constantFrom(0, 0, 0, 0, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), frame }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('finish' as const), which: fc.nat(2), answer }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      frame,
      ticket: fc.constantFrom<Ticket[]>('right', 'right', 'right', 'forged', 'old', 'rightOfAnOldGeneration'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), frame }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom<(PersonChange | 'warn')[]>(...PERSON_CHANGES, 'warn') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('disk' as const),
      is: fc.constantFrom('quick' as const, 'quick' as const, 'slow' as const, 'full' as const, 'done' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      frame,
      what: fc.constantFrom(
        'retry' as const,
        'cancel' as const,
        'confirmBirthDate' as const,
        'revalidate' as const,
        'revalidate' as const,
      ),
    }),
  },
);

/** The way of an ordinary day, so that chance has something to disturb: one frame with somebody, a sidebar, an answer. */
const ordinary: fc.Arbitrary<Step[]> = fc
  .record({ frame, who: fc.constantFrom(margaret, patrick), answer, openFirst: fc.boolean() })
  .map(({ frame: at, who, answer: kind, openFirst }) => {
    const opened: Step = { do: 'open', frame: at, ticket: 'right' };
    const answered: Step = { do: 'finish', which: 0, answer: kind };
    return [
      ...[0, 1, 2].filter((other) => other !== at).map((other): Step => ({ do: 'leave', frame: other })),
      { do: 'report', frame: at, sighting: who, late: 0 },
      ...(openFirst ? [opened, answered] : [answered, opened]),
    ];
  });

const steps: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: ordinary }), {
    minLength: 4,
    maxLength: 16,
    size: 'max',
  })
  .map((parts) => parts.flat());

/** The model's own memory of one tab. */
type Model = { readonly sequences: Map<number, number>; readonly usedIn: Set<number>; readonly used: Set<string> };

function open(rig: DeskRig, model: Model, { frame, ticket }: Extract<Step, { do: 'open' }>): void {
  const [generation, right] = [rig.generation, rig.tickets.at(-1)];
  const hello = {
    right: {},
    forged: { ticket: 'forged' },
    old: { ticket: rig.tickets.at(-2) ?? 'none' },
    rightOfAnOldGeneration: { generation: generation - 1 },
  }[ticket];
  const free = !model.usedIn.has(generation);
  const accepted = rig.openSidebar(`s:${frame}`, hello);
  assert.equal(accepted, free && ticket === 'right' && right !== undefined, 'a ticket opens one sidebar, once');
  if (!accepted) return;
  assert.ok(!model.used.has(right ?? ''), 'a ticket is used twice');
  model.usedIn.add(generation);
  model.used.add(right ?? '');
}

function command(rig: DeskRig, { frame, what }: Extract<Step, { do: 'command' }>): void {
  const name = `s:${frame}`;
  const holds = rig.holder?.frame === name;
  const [asked, drawn] = [rig.asked.length, rig.opened.flatMap(({ views }) => views).length];
  const ended = rig.asked.filter(({ signal }) => signal.aborted).length;
  const stood = rig.holder?.views.at(-1)?.kind;
  if (holds && what === 'confirmBirthDate') rig.confirmedIn = rig.generation;
  if (what === 'revalidate') rig.revalidatedIn = rig.generation;
  rig.time += 60_000;
  const command = what === 'confirmBirthDate' ? { do: what, birthDate: '1938-07-14' } : { do: what };
  const done = rig.desk.command(command, name);
  assert.equal(done, holds, 'S5: only the frame that holds the tab commands it');
  if (done) {
    if (what === 'cancel') cancelled(rig, stood, ended);
    // A birth date counts once it is on record, and is asked about then.
    if (what === 'retry') asksAgain(rig, asked);
    else assert.ok(rig.asked.length <= asked + 1, 'asks once more at most');
    return;
  }
  assert.equal(rig.asked.length, asked);
  assert.equal(rig.opened.flatMap(({ views }) => views).length, drawn);
  assert.equal(rig.asked.filter(({ signal }) => signal.aborted).length, ended);
}

/** Whoever waits is told that nothing was checked, and nobody is asked any more; where nobody waits nothing ends. */
function cancelled(rig: DeskRig, stood: View['kind'] | undefined, ended: number): void {
  if (stood === 'looking') {
    const view = rig.holder?.views.at(-1);
    assert.ok(view?.kind === 'couldNotCheck' && view.cause === 'cancelled', 'S4: stopped, and not said');
    assert.ok(
      rig.asked.every(({ found, signal }) => found !== null || signal.aborted),
      'stopped, and still asked',
    );
  } else assert.equal(rig.asked.filter(({ signal }) => signal.aborted).length, ended, 'ends what nobody waits for');
}

function run(rig: DeskRig, model: Model, one: Step): void {
  if (one.do === 'report') {
    const sequence = Math.max(0, (model.sequences.get(one.frame) ?? 0) + 1 - one.late);
    model.sequences.set(one.frame, Math.max(sequence, model.sequences.get(one.frame) ?? 0));
    rig.report({ frame: `p:${one.frame}`, sequence, sighting: one.sighting });
  } else if (one.do === 'leave') {
    model.sequences.delete(one.frame);
    rig.leave(`p:${one.frame}`);
    // The next document in the top frame opens its line before it reports.
    if (one.frame === 0) rig.openTop('p:0');
  } else if (one.do === 'finish') {
    const waiting = rig.asked.filter((asked) => asked.found === null);
    const asked = waiting[one.which % Math.max(1, waiting.length)];
    if (one.answer === 'breaks') asked?.fail();
    else if (asked) asked.finish(answerOf(one.answer, asked));
  } else if (one.do === 'open') open(rig, model, one);
  else if (one.do === 'close') rig.leaveSidebar(`s:${one.frame}`);
  else if (one.do === 'command') command(rig, one);
  else if (one.do === 'disk') {
    if (one.is === 'done') rig.record.settle();
    else rig.record.disk = one.is;
  } else if (one.do === 'warn') rig.desk.redraw();
  else changePerson(rig, one.do);
}

/** What must hold between any two steps, whoever sent what. */
function settled(rig: DeskRig): void {
  const running = rig.asked.filter(({ found, signal }) => found === null && !signal.aborted);
  assert.ok(running.length <= (rig.surroundings.session.kind === 'signedIn' ? 1 : 0), 'one look-up at a time');
  for (const asked of running) assert.equal(asked.generation, rig.generation, 'S3: a look-up outlives its generation');
  const told = rig.contexts.at(-1);
  if (told) {
    assert.equal(told.generation, rig.generation);
    assert.equal(told.ticket, rig.tickets.at(-1));
    assert.equal(told.about === 'patient', rig.shownNumber() !== null);
  }
  const view = rig.holder?.views.at(-1);
  if (view?.kind === 'looking') assert.ok(running.length === 1 || rig.record.isWaiting(), 'looking without looking');
  const shown = rig.shown();
  const isLocked = rig.surroundings.session.kind === 'locked';
  if (view && isLocked && rig.surroundings.service !== null) assert.equal(view.kind, 'locked');
  else if (view && rig.surroundings.service !== null && shown.kind !== 'patient') {
    assert.equal(view.kind, shown.kind === 'none' ? 'noPatient' : shown.kind);
  }
}

let plansDrawn = 0;
let runs = 0;

test('S1 S2 S3 S4 S5: whatever happens in whatever order, no tab draws what is not true now', {
  timeout: 30_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const rig = new DeskRig();
      const model: Model = { sequences: new Map(), usedIn: new Set(), used: new Set() };
      rig.openTop('p:0');
      for (const one of sequence) {
        run(rig, model, one);
        await flush();
        settled(rig);
      }
      runs += 1;
      plansDrawn += rig.opened.flatMap(({ views }) => views).filter(({ kind }) => kind === 'plan').length;
    }),
    { numRuns: 10_000 },
  );
  // The sequences must reach what they are about.
  expect(runs).toBeGreaterThanOrEqual(10_000);
  expect(plansDrawn).toBeGreaterThan(1000);
});
