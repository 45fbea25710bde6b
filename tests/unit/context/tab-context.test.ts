import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSightings } from '../../../utils/context/merge.ts';
import {
  considered,
  type FrameSighting,
  frameLeft,
  frameReported,
  newTabContext,
  type TabContext,
} from '../../../utils/context/tab-context.ts';
import { type Sighting, sameSighting } from '../../../utils/page/sighting.ts';
import { anySightingWithVariants, margaret, margaretWithoutBirthDate, nobody, patrick } from './sightings.ts';

/** Every step of one test counts its own generations. */
function counter(): () => number {
  let last = 1;
  return () => {
    last += 1;
    return last;
  };
}

function reported(context: TabContext, ...reports: readonly FrameSighting[]): TabContext {
  const next = counter();
  return reports.reduce((before, report) => frameReported(before, report, next), context);
}

const says = (frame: string, sequence: number, sighting: Sighting): FrameSighting => ({ frame, sequence, sighting });
const unsettled: Sighting = { kind: 'unsettled' };

test('S4: of a new tab nothing is known, not even that nobody is open', () => {
  expect(newTabContext(1)).toEqual({ generation: 1, shows: unsettled, frames: [] });
});

describe('a report', () => {
  test('of a frame that has said nothing yet keeps the generation', () => {
    const context = reported(newTabContext(1), says('0:a', 0, unsettled));
    expect(context).toMatchObject({ generation: 1, shows: unsettled });
    expect(considered(context)).toEqual({ '0:a': 0 });
  });

  test('of a second frame in which nobody is open keeps the generation', () => {
    const before = reported(newTabContext(1), says('0:a', 1, margaret));
    const after = frameReported(before, says('3:b', 1, nobody), () => 99);
    expect(after).toMatchObject({ generation: before.generation, shows: margaret });
  });

  test('of a second frame that claims somebody, even the same person, is a new generation: its page took the sidebar away', () => {
    const before = reported(newTabContext(1), says('0:a', 1, margaret));
    expect(frameReported(before, says('3:b', 1, margaret), () => 99).generation).toBe(99);
  });

  test('of a second frame that shows less of the same person is a new generation that shows what it did', () => {
    const before = reported(newTabContext(1), says('0:a', 1, margaret));
    const after = frameReported(before, says('3:b', 1, margaretWithoutBirthDate), () => 99);
    expect(after).toMatchObject({ generation: 99, shows: margaret });
  });

  test('of a second frame that is not enabled speaks against nobody, and alone explains', () => {
    const notEnabled: Sighting = { kind: 'unreadable', cause: 'frameNotEnabled' };
    const before = reported(newTabContext(1), says('0:a', 1, margaret), says('3:b', 1, notEnabled));
    expect(before.shows).toEqual(margaret);
    expect(frameReported(before, says('0:a', 2, nobody), () => 99).shows).toEqual(notEnabled);
  });

  test('S2: of the same person again, after doubt, is a new generation', () => {
    const first = reported(newTabContext(1), says('0:a', 1, margaret));
    const doubt = frameReported(first, says('0:a', 2, unsettled), () => 50);
    const again = frameReported(doubt, says('0:a', 3, margaret), () => 51);
    expect([doubt.generation, again.generation]).toEqual([50, 51]);
  });

  test('S2: of a doubt that was overtaken on the way is a new generation all the same', () => {
    const first = reported(newTabContext(1), says('0:a', 1, margaret));
    expect(frameReported(first, says('0:a', 3, margaret), () => 50).generation).toBe(50);
  });

  test('S3: older than the last one of that frame is ignored, and so is the same one again', () => {
    const context = reported(newTabContext(1), says('0:a', 4, patrick));
    for (const sequence of [0, 1, 3, 4]) {
      expect(frameReported(context, says('0:a', sequence, margaret), () => 99)).toBe(context);
    }
  });
});

describe('a frame that leaves', () => {
  test('S2: takes its patient with it', () => {
    const context = reported(newTabContext(1), says('0:a', 1, nobody), says('3:b', 1, margaret));
    expect(frameLeft(context, '3:b', () => 50)).toMatchObject({ generation: 50, shows: nobody });
  });

  test('S2: as the last one leaves nothing known', () => {
    const context = reported(newTabContext(1), says('0:a', 1, margaret));
    expect(frameLeft(context, '0:a', () => 50)).toEqual({ generation: 50, shows: unsettled, frames: [] });
  });

  test('in which nobody was open changes nothing', () => {
    const context = reported(newTabContext(1), says('0:a', 1, margaret), says('3:b', 1, nobody));
    expect(frameLeft(context, '3:b', () => 50)).toMatchObject({ generation: context.generation, shows: margaret });
  });

  test('and was never there changes nothing', () => {
    const context = reported(newTabContext(1), says('0:a', 1, margaret));
    expect(frameLeft(context, '9:z', () => 50)).toBe(context);
  });

  test('may come back with a smaller sequence, as a frame that opened its line again', () => {
    const context = frameLeft(reported(newTabContext(1), says('0:a', 4, margaret)), '0:a', () => 50);
    expect(frameReported(context, says('0:a', 4, margaret), () => 51)).toMatchObject({
      generation: 51,
      shows: margaret,
    });
  });
});

type Step = { readonly report: FrameSighting } | { readonly gone: string };

const frame = fc.constantFrom('0:a', '3:b', '7:c');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ report: fc.record({ frame, sequence: fc.nat(6), sighting: anySightingWithVariants }) }),
  },
  { weight: 1, arbitrary: fc.record({ gone: frame }) },
);

test('S2: the generation is new exactly if what is shown changed or a frame raised a doubt', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const next = counter();
      const said = new Map<string, FrameSighting>();
      let context = newTabContext(1);
      for (const one of steps) {
        const before = context;
        const last = 'report' in one ? said.get(one.report.frame) : undefined;
        const counts = 'gone' in one ? said.has(one.gone) : !last || last.sequence < one.report.sequence;
        context = 'report' in one ? frameReported(context, one.report, next) : frameLeft(context, one.gone, next);
        if (!counts) {
          expect(context).toBe(before);
          continue;
        }
        if ('report' in one) said.set(one.report.frame, one.report);
        else said.delete(one.gone);
        const spoken = [...said.values()].filter(({ sequence }) => sequence > 0).map(({ sighting }) => sighting);
        const shows = mergeSightings(spoken);
        const doubt =
          'report' in one &&
          one.report.sequence > 0 &&
          ((last?.sequence ?? 0) > 0 || one.report.sighting.kind !== 'none');
        expect(context.shows).toEqual(shows);
        expect(context.generation !== before.generation).toBe(doubt || !sameSighting(shows, before.shows));
        expect(context.generation).toBeGreaterThanOrEqual(before.generation);
        expect(considered(context)).toEqual(
          Object.fromEntries([...said].map(([name, { sequence }]) => [name, sequence])),
        );
      }
    }),
    { numRuns: 3000 },
  );
});
