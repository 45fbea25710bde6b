import { untilPlanOf } from '../../browser/harness/sidebar.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { randomFrom } from '../../sandbox/people/random.ts';
import { percentile } from '../../statistics.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, onBench } from '../kit/bench.ts';
import { readOn } from '../kit/read-on.ts';
import { ViewTally } from '../kit/view-tally.ts';
import { type Heap, heapOf, type Used } from './heap.ts';
import { timeUntilGone } from './time-until-gone.ts';

/** So many opens until everything has been loaded once: the heap is measured from there. */
const WARM = 50;
/** What is kept in the heap at the end may be so much more; and only a run of this length says anything about it. */
const MOST_GROWTH = 1.05;
const LONG = 1_000;
const GONE_MS = 100;
const PLACES = ['page', 'sidebar', 'background'] as const;
/** One plan in so many is read to its end. */
const READ_EVERY = 100;

function judgeHeap(before: Heap | null, after: Heap | null, opens: number): readonly string[] {
  if (before === null || after === null || opens < LONG) return [];
  return PLACES.flatMap((place) => {
    const growth = after[place].kept / before[place].kept;
    return growth > MOST_GROWTH ? [`the heap of the ${place} has grown to ${growth.toFixed(3)} of what it was`] : [];
  });
}

type Opened = { readonly gone: readonly number[]; readonly broken: readonly string[]; readonly warm: Heap | null };

/** Opens one patient after another, each of whom was seen. */
async function openAll({ stage, page, people }: Bench, tally: ViewTally, options: FaultRun): Promise<Opened> {
  const { seed, cases, say } = options;
  const random = randomFrom(seed, 'soak');
  const broken: string[] = [];
  const gone: number[] = [];
  let warm: Heap | null = null;
  const [first] = people;
  let open = first;
  for (let at = 0; at < cases; at += 1) {
    const last: Person | undefined = open;
    // Plans differ in length, and so does what a sidebar holds: whenever that is measured it shows the same one.
    const isMeasured = at > 0 && (at + 1 === WARM || at + 1 === cases);
    open = isMeasured && first ? first : random.pick(people.filter((one) => one !== last && one !== first));
    if (last) gone.push(await timeUntilGone(page, open, last));
    await untilPlanOf(page, open.nhsNumber);
    tally.seen(open);
    const read = at % READ_EVERY === READ_EVERY / 2 ? await readOn(page) : [];
    const found = [...read, ...(await judgePage(page))];
    broken.push(...found.map((one) => `case ${at} (seed ${seed}), opened: ${one}`));
    if (at + 1 === WARM) warm = await heapOf(stage.launched, page);
    if ((at + 1) % 250 === 0) say(`soak: ${at + 1} opened, ${broken.length} broken, seed ${seed}`);
  }
  return { gone, broken, warm };
}

function run(options: FaultRun): Promise<FaultResult> {
  const { seed, cases } = options;
  return onBench(options, async (bench) => {
    const { stage, page, first } = bench;
    const tally = new ViewTally(stage.sandbox);
    tally.seen(first);
    const { gone, broken, warm } = await openAll(bench, tally, options);
    const end = await heapOf(stage.launched, page);
    const p99 = percentile(gone, 0.99);
    const atEnd = [
      ...judgeHeap(warm, end, cases),
      ...(cases >= LONG && p99 > GONE_MS ? [`I8: an old plan was gone after ${p99.toFixed(0)} ms at p99`] : []),
      ...(await tally.judge()),
    ].map((one) => `case ${cases - 1} (seed ${seed}), at the end: ${one}`);
    const counted = { 'gone after ms, p50': percentile(gone, 0.5), p99, ...sized(warm, end) };
    return { cases, broken: [...broken, ...atEnd], counted };
  });
}

function sized(before: Heap | null, after: Heap | null): Record<string, number> {
  if (!before || !after) return {};
  const rounded = (ratio: number) => Math.round(ratio * 1_000) / 1_000;
  const all = ({ kept, code, noted }: Used) => kept + code + noted;
  return Object.fromEntries(
    PLACES.flatMap((place) => [
      [`heap of ${place}`, rounded(after[place].kept / before[place].kept)],
      [`whole, of ${place}`, rounded(all(after[place]) / all(before[place]))],
    ]),
  );
}

/** One patient after another for a whole week: nothing grows, nothing is lost, and no old plan stays. */
export const soakClass: FaultClass = { name: 'soak', usual: 5_000, slice: 30, run };
