import type { StageChoice } from '../../browser/harness/stage.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, openBench } from './bench.ts';
import { asPlayed, type Played, playCases } from './cases.ts';
import { judgeTrails } from './judge-trails.ts';

/** Plays one case, by its number. */
export type PlayCase = (random: Random, at: number) => Promise<Played>;

/**
 * Plays cases one after another on a bench, and judges the service's trail at the end (I3). After one that broke, the next
 * begins on a bench of its own: what was left behind is no part of it.
 *
 * @param name of the class
 * @param playerOn whoever plays cases on this bench
 */
export async function playOnBenches(
  name: string,
  run: FaultRun,
  playerOn: (bench: Bench) => PlayCase | Promise<PlayCase>,
  choice: StageChoice = {},
): Promise<FaultResult> {
  let current: { readonly bench: Bench; readonly play: PlayCase } | null = null;

  async function begin() {
    const bench = await openBench(run, choice);
    current = { bench, play: await playerOn(bench) };
    return current;
  }

  async function end(): Promise<readonly string[]> {
    if (!current) return [];
    const { bench } = current;
    current = null;
    try {
      return judgeTrails(bench.stage.sandbox);
    } finally {
      await bench.close();
    }
  }

  try {
    const result = await playCases(name, run, async (random, at) => {
      const { play } = current ?? (await begin());
      const played = await Promise.try(play, random, at).catch(asPlayed);
      return played.broken.length === 0 ? played : { ...played, broken: [...played.broken, ...(await end())] };
    });
    return { ...result, broken: [...result.broken, ...(await end())] };
  } finally {
    await end();
  }
}
