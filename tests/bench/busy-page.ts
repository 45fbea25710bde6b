import type { Started } from '../browser/harness/launch.ts';
import { readOnCpu, spentBetween } from './on-cpu.ts';
import { longTasks, type OpenPage, pidOf } from './page-load.ts';

/** What a thousand changes of a list cost, in milliseconds on a CPU; none of them is about who is open. */
export type Busy = {
  readonly pageMain: number;
  readonly extension: number;
  /** Of scripts in the page, the page's own as well. */
  readonly script: number;
  /** Tasks of more than 50 ms, in all. */
  readonly longTasks: number;
};

/** Changes the list of a busy page so many times, a thousand a second where the page can. */
export async function changeMuch(started: Started, { page, session }: OpenPage, changes: number): Promise<Busy> {
  const root = pidOf(started);
  await session.send('Performance.enable');
  const scriptNow = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1_000;
  };
  const [tasks, script, before] = [await longTasks(page), await scriptNow(), readOnCpu(root)];
  await page.evaluate((times) => window.changeList(times), changes);
  const { pageMain, extension } = spentBetween(before, readOnCpu(root));
  const each = (all: number) => all / (changes / 1_000);
  return {
    pageMain: each(pageMain),
    extension: each(extension),
    script: each((await scriptNow()) - script),
    longTasks: (await longTasks(page)) - tasks,
  };
}
