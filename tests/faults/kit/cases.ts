import { takeAskedElsewhere } from '../../browser/harness/elsewhere.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import type { Cases, FaultResult } from '../fault-class.ts';

/** What came of one case: the fault that was played, by its name, and what did not hold. */
export type Played = { readonly fault: string; readonly broken: readonly string[] };

const EVERY = 100;

/**
 * Plays cases one after another. Each draws from a source of its own, so that it can be played again alone (`--from`);
 * one that throws is broken.
 *
 * @param name of the class
 */
export async function playCases(
  name: string,
  { seed, first, cases, say }: Cases,
  play: (random: Random, at: number) => Promise<Played>,
): Promise<FaultResult> {
  const broken: string[] = [];
  const counted: Record<string, number> = {};
  for (let at = first; at < first + cases; at += 1) {
    const { fault, broken: found } = await play(randomFrom(seed, `${name} ${at}`), at).catch(asPlayed);
    counted[fault] = (counted[fault] ?? 0) + 1;
    for (const one of [...found, ...judgeElsewhere()]) {
      broken.push(`case ${at} (seed ${seed}), ${fault}: ${one}`);
      say(broken.at(-1) ?? '');
    }
    if ((at - first + 1) % EVERY === 0) say(`${name}: ${at - first + 1} cases, ${broken.length} broken, seed ${seed}`);
  }
  return { cases, broken, counted };
}

/** I5: nobody beyond this computer has been asked for anything since this was judged last. */
export function judgeElsewhere(): readonly string[] {
  return takeAskedElsewhere().map((host) => `I5: ${host} was asked for something`);
}

/** What came of a case that threw. */
export function asPlayed(error: unknown): Played {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { fault: 'not played to its end', broken: [line.replace(/\d[\d ]{8,}\d/g, '(a number)')] };
}
