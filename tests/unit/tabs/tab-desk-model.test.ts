import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { SurfaceName } from '../../../utils/tabs/surface.ts';
import type { View } from '../../../utils/view/view.ts';
import { anySighting, margaret, margaretWithoutBirthDate, patrick } from '../context/sightings.ts';
import { DeskRig, flush } from './desk-rig.ts';
import { type Answer, answerOf, asksAgain, changePerson, PERSON_CHANGES, type PersonChange } from './desk-steps.ts';
import { settled } from './desk-truth.ts';

type Step =
  | { readonly do: 'report'; readonly frame: number; readonly sighting: Sighting; readonly late: number }
  | { readonly do: 'leave'; readonly frame: number }
  | { readonly do: 'finish'; readonly which: number; readonly answer: Answer }
  | { readonly do: 'open'; readonly frame: number; readonly ticket: Ticket; readonly surface: SurfaceName }
  | { readonly do: 'panel'; readonly is: 'comes' | 'goes' }
  | { readonly do: 'close'; readonly frame: number; readonly surface: SurfaceName }
  | { readonly do: PersonChange | 'warn' }
  | { readonly do: 'disk'; readonly is: 'quick' | 'slow' | 'full' | 'done' }
  | { readonly do: 'command'; readonly frame: number; readonly surface: SurfaceName; readonly what: What };
type What = 'retry' | 'cancel' | 'confirmBirthDate' | 'revalidate';
type Ticket = 'right' | 'forged' | 'old' | 'ofTheOtherSurface' | 'rightOfAnOldGeneration';

const frame = fc.nat(2);
const surface = fc.constantFrom<SurfaceName[]>('page', 'page', 'panel');
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
      ticket: fc.constantFrom<Ticket[]>(
        'right',
        'right',
        'right',
        'forged',
        'old',
        'ofTheOtherSurface',
        'rightOfAnOldGeneration',
      ),
      surface,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), frame, surface }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('panel' as const),
      is: fc.constantFrom('comes' as const, 'comes' as const, 'goes' as const),
    }),
  },
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
      surface,
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
  .record({ frame, who: fc.constantFrom(margaret, patrick), answer, openFirst: fc.boolean(), withPanel: fc.boolean() })
  .map(({ frame: at, who, answer: kind, openFirst, withPanel }) => {
    const opened: Step[] = [
      { do: 'open', frame: at, ticket: 'right', surface: 'page' },
      ...(withPanel ? [{ do: 'open', frame: at, ticket: 'right', surface: 'panel' } as const] : []),
    ];
    const answered: Step = { do: 'finish', which: 0, answer: kind };
    return [
      ...[0, 1, 2].filter((other) => other !== at).map((other): Step => ({ do: 'leave', frame: other })),
      ...(withPanel ? [{ do: 'panel', is: 'comes' } as const] : []),
      { do: 'report', frame: at, sighting: who, late: 0 },
      ...(openFirst ? [...opened, answered] : [answered, ...opened]),
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
type Model = { readonly sequences: Map<number, number>; readonly used: Set<string> };

const nameOf = (surface: SurfaceName, at: number) => (surface === 'page' ? `s:${at}` : `panel:${at}`);

function open(rig: DeskRig, model: Model, step: Extract<Step, { do: 'open' }>): void {
  const { frame, ticket, surface } = step;
  const rights = { page: rig.pageTicket, panel: rig.panel.contexts?.at(-1)?.ticket ?? undefined };
  const right = rights[surface];
  const old = rig.tickets.filter((one) => one !== rights.page && one !== rights.panel).at(-1);
  const hello = {
    right: { ticket: right ?? 'none' },
    forged: { ticket: 'forged' },
    // What the panel is not told while a page is between two patients, nobody else can know.
    old: { ticket: (surface === 'page' || right ? old : null) ?? 'none' },
    ofTheOtherSurface: { ticket: rights[surface === 'page' ? 'panel' : 'page'] ?? 'none' },
    rightOfAnOldGeneration: { ticket: right ?? 'none', generation: rig.generation - 1 },
  }[ticket];
  const accepted = rig.openSidebar(nameOf(surface, frame), hello, surface);
  const isFree = right !== undefined && !model.used.has(right);
  assert.equal(accepted, isFree && ticket === 'right', 'a ticket opens one frame of its surface, once');
  if (accepted) model.used.add(right ?? '');
}

function command(rig: DeskRig, { frame, what, surface }: Extract<Step, { do: 'command' }>): void {
  const name = nameOf(surface, frame);
  const holds = rig.holders[surface]?.frame === name;
  const [asked, drawn] = [rig.asked.length, rig.opened.flatMap(({ views }) => views).length];
  const ended = rig.asked.filter(({ signal }) => signal.aborted).length;
  const stood = rig.holders[surface]?.views.at(-1)?.kind;
  if (holds && what === 'confirmBirthDate') rig.confirmedIn = rig.generation;
  if (what === 'revalidate') rig.revalidatedIn = rig.generation;
  rig.time += 60_000;
  const command = what === 'confirmBirthDate' ? { do: what, birthDate: '1938-07-14' } : { do: what };
  const done = rig.desk.command(command, name);
  assert.equal(done, holds, 'S5: only the frame that holds the tab commands it');
  if (done) {
    if (what === 'cancel') cancelled(rig, surface, stood, ended);
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
function cancelled(rig: DeskRig, surface: SurfaceName, stood: View['kind'] | undefined, ended: number): void {
  if (stood === 'looking') {
    const view = rig.holders[surface]?.views.at(-1);
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
  else if (one.do === 'close') rig.leaveSidebar(nameOf(one.surface, one.frame));
  else if (one.do === 'panel') {
    if (one.is === 'comes') rig.panel.comes();
    else rig.panel.goes();
  } else if (one.do === 'command') command(rig, one);
  else if (one.do === 'disk') {
    if (one.is === 'done') rig.record.settle();
    else rig.record.disk = one.is;
  } else if (one.do === 'warn') rig.desk.redraw();
  else changePerson(rig, one.do);
}

let plansDrawn = 0;
let runs = 0;

test('S1 S2 S3 S4 S5: whatever happens in whatever order, no tab draws what is not true now', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const rig = new DeskRig();
      const model: Model = { sequences: new Map(), used: new Set() };
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
