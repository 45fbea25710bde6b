import { expect, test } from 'vitest';
import { londonByHand } from '../../faults/clock/london-by-hand.ts';
import { KINDS } from '../../faults/service-faults/kinds.ts';
import { cellOf } from '../../faults/service-faults/service-faults-class.ts';
import { PLAYED_STEPS } from '../../faults/service-faults/steps.ts';

test('every kind of fault comes once a round at every step', () => {
  const cells = KINDS.length * PLAYED_STEPS.length;
  expect(cells).toBe(26 * 8);
  const names = Array.from({ length: cells }, (_, at) => `${cellOf(at).kind.name} at ${cellOf(at).step.name}`);
  expect(new Set(names).size).toBe(cells);
  const next = cellOf(cells);
  expect([next.kind, next.step, next.round]).toEqual([cellOf(0).kind, cellOf(0).step, 1]);
});

test('London by hand is London by the time zone', () => {
  for (let hour = 0; hour < 24 * 366 * 2; hour += 1) {
    const instant = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 0, 1) + hour * 3_600_000);
    const london = instant.toZonedDateTimeISO('Europe/London');
    const { date, clock } = londonByHand(instant.epochMilliseconds);
    expect(`${date}T${clock}`).toBe(london.toPlainDateTime().toString().slice(0, 16));
  }
});
