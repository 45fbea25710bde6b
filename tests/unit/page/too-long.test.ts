// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { pageReader } from '../../../utils/page/read-page.ts';
import { indexNow, page, pretendLayout } from './layout.ts';

/** Milliseconds between two looks at the clock. */
const BETWEEN_CLOCKS = 25;
/** As many elements around the banner as make a look at this page look at the clock three times. */
const AROUND = 90;
const BANNER = `<section class="patient-banner"><h1>REED, Margaret</h1><dl><dt>Born</dt><dd>14-Jul-1938</dd>
  <dt>NHS No.</dt><dd>999 108 7109</dd></dl></section>`;
const TOO_MUCH = { kind: 'unreadable', cause: 'tooMuch' };

beforeAll(() => pretendLayout(window));
afterEach(() => vi.restoreAllMocks());

function readerHere() {
  page('<div>'.repeat(AROUND) + BANNER);
  const by = { adapter: null, origins: [`${location.origin}/*`] };
  return pageReader(window, indexNow(), by);
}

/** A computer on which so much time goes by between two looks at the clock. */
function slowBy(milliseconds: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += milliseconds;
    return now;
  });
}

test('a look that takes too long gets more time with each try that nothing waits for', () => {
  const read = readerHere();
  slowBy(BETWEEN_CLOCKS);
  expect([read(true), read(true)]).toEqual([null, null]);
  expect(read(true)?.reading).toMatchObject({ kind: 'patient', identity: { nhsNumber: '9991087109' } });
});

test('a look that something waits for never takes longer, whatever came before', () => {
  const read = readerHere();
  slowBy(BETWEEN_CLOCKS);
  expect([read(true), read(false), read(false)?.reading]).toEqual([null, null, TOO_MUCH]);
  expect(read(false)?.reading).toEqual(TOO_MUCH);
  expect(read(true)?.reading.kind).toBe('patient');
});

test('a page that takes too long however much time it gets is not read', () => {
  const read = readerHere();
  slowBy(10 * BETWEEN_CLOCKS);
  for (const expected of [undefined, undefined, TOO_MUCH, TOO_MUCH, TOO_MUCH])
    expect(read(true)?.reading).toEqual(expected);
});

test('a look that took long has as much time and more when it is made again', () => {
  const read = readerHere();
  slowBy(BETWEEN_CLOCKS);
  expect([read(true), read(true)]).toEqual([null, null]);
  expect(read(true)?.reading.kind).toBe('patient');
  for (let more = 0; more < 5; more += 1) expect(read(true)?.reading.kind).toBe('patient');
  expect(read(false)).toBe(null);
});

test('a page that has become quick to read is given no more time than any', () => {
  const read = readerHere();
  slowBy(BETWEEN_CLOCKS);
  expect([read(true), read(true)]).toEqual([null, null]);
  expect(read(true)?.reading.kind).toBe('patient');
  slowBy(1);
  expect(read(true)?.reading.kind).toBe('patient');
  slowBy(BETWEEN_CLOCKS);
  expect(read(true)).toBe(null);
});
