import type { Changes } from './play-changes.ts';
import { NONE, type Results } from './results.ts';
import type { Sizes } from './sizes.ts';

/** What Planside is to keep to, and whether it does. */
export type Judged = {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
};

/** Whether it does; what was not measured does not. */
export function isMet({ measured, limit }: Judged): boolean {
  return measured <= limit;
}

const OURS = 'planside';
const FRAME_MS = 1_000 / 60;

/** Judges what was measured on pages beside `none`, `noop` and `floor` of the same run. */
export function judgePages(results: Results): readonly Judged[] {
  return [...judgeLoads(results), ...judgeLists(results), ...judgeMemory(results)];
}

function judgeLoads({ median, added }: Results): readonly Judged[] {
  const overlay = (what: string, spent: 'pageMain' | 'all'): Judged => ({
    what: `a patient open: ${what}`,
    measured: median(OURS, `light ${spent}`),
    limit: 1.25 * median('floor', `light ${spent}`),
    unit: 'ms',
  });
  return [
    { what: 'nobody open: main thread, added', measured: added(OURS, 'nobody pageMain'), limit: 3, unit: 'ms' },
    {
      what: 'nobody open: main thread',
      measured: median(OURS, 'nobody pageMain'),
      limit: 1.25 * median(NONE, 'nobody pageMain'),
      unit: 'ms',
    },
    overlay('main thread', 'pageMain'),
    overlay('all processes', 'all'),
    { what: 'ten frames: main thread, added', measured: added(OURS, 'frames pageMain'), limit: 30, unit: 'ms' },
    { what: 'ten frames: frames of ours', measured: median(OURS, 'frames extensionFrames'), limit: 2, unit: '' },
  ];
}

/** What a thousand changes cost that are not about who is open. */
function judgeLists({ median, added }: Results): readonly Judged[] {
  const main = 'busy changed pageMain';
  const besideNoop = (name: string) => median(OURS, name) / median('noop', name);
  return [
    { what: 'a busy list: main thread', measured: median(OURS, main), limit: 1.05 * median('noop', main), unit: 'ms' },
    {
      what: 'ten times the rows: main thread beside noop',
      measured: besideNoop('busyAndLong changed pageMain'),
      limit: 1.2 * besideNoop(main),
      unit: '×',
    },
    { what: 'a busy list: long tasks, added', measured: added(OURS, 'busy changed longTasks'), limit: 0, unit: '' },
  ];
}

function judgeMemory({ median, added }: Results): readonly Judged[] {
  const wake = 'background wake';
  return [
    { what: 'heap of the page, added', measured: added(OURS, 'light heap'), limit: 500, unit: 'kB' },
    {
      what: 'heap of ten frames, added',
      measured: added(OURS, 'frames heap'),
      limit: 1.15 * added('noop', 'frames heap'),
      unit: 'kB',
    },
    { what: 'background, cold wake', measured: median(OURS, wake), limit: 1.5 * median('noop', wake), unit: 'ms' },
  ];
}

/** Judges how soon the next plan is seen, beside the fixture that shows nobody beside somebody else and asks nobody. */
export function judgeChanges(page: string, ours: Changes, fixture: Changes): readonly Judged[] {
  const row = (part: 'p50' | 'p95', frames: number): Judged => ({
    what: `${page} page: change to plan, ${part}`,
    measured: ours.shown[part],
    limit: fixture.shown[part] + frames * FRAME_MS,
    unit: 'ms',
  });
  return [row('p50', 1), row('p95', 2)];
}

/** Judges what an extension weighs, in kilobytes. */
export function judgeSizes({ zipped }: Sizes): readonly Judged[] {
  return [{ what: 'package', measured: zipped, limit: 200, unit: 'kB' }];
}
