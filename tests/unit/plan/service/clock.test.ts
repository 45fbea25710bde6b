import { expect, test } from 'vitest';
import { clockAhead } from '../../../../utils/plan/service/clock.ts';

const NOON = Date.UTC(2026, 10, 22, 12);

test('a service that names no time says nothing about our clock', () => {
  expect(clockAhead([])).toBeNull();
  expect(clockAhead([{ date: null, at: NOON }])).toBeNull();
});

test('whole seconds are half over when they are read, on average', () => {
  expect(clockAhead([{ date: NOON, at: NOON + 500 }])).toBe(0);
  expect(clockAhead([{ date: NOON, at: NOON + 90_500 }])).toBe(90_000);
  expect(clockAhead([{ date: NOON, at: NOON - 599_500 }])).toBe(-600_000);
});

test('one slow answer, and one without a time, change nothing', () => {
  const prompt = { date: NOON, at: NOON + 500 };
  expect(clockAhead([{ date: NOON, at: NOON + 9_000 }, prompt, { date: null, at: NOON }, prompt])).toBe(0);
});
