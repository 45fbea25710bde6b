import { isDeepStrictEqual } from 'node:util';
import { soon } from '../../browser/harness/soon.ts';
import { until } from '../../browser/harness/until.ts';
import { fuzzed } from '../../browser/messages/fuzzed.ts';
import { atFault, NO_FAULT } from '../../browser/messages/no-fault.ts';
import { openScene } from '../../browser/messages/scene.ts';
import {
  type Counts,
  droppedCounts,
  type State,
  stateOf,
  sum,
  textOf,
  untilQuiet,
  wordsOfOthers,
} from '../../browser/messages/shown.ts';
import type { FaultClass } from '../fault-class.ts';
import { judgeWhatCame } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { takeLog, watch } from '../kit/watch.ts';
import { SPEAKING, type Speaking } from './speaking.ts';

/** Messages in each case, all of one speaker. */
const EACH = 20;
/** Whoever the banner of the page names. */
const IN_BANNER = `/NHS No[.]\\D*([\\d ]+)/.exec(document.querySelector('.patient-banner')?.textContent ?? '')?.[1] ?? ''`;

/**
 * Everybody who can speak with the background, saying everything there is to say and what is nothing of the kind: what
 * the table allows passes, all else is dropped and counted, and nothing changes. A case is twenty messages of one of
 * them.
 */
export const messagesClass: FaultClass = {
  name: 'messages',
  usual: 2_000 / EACH,
  slice: SPEAKING.length,
  async run(run) {
    const scene = await openScene(run.found, run.extensionDir);
    const { record, other, options, topLevel, stage } = scene;
    const state = () => stateOf([record, other], options, stage.sandbox);
    await watch(record, IN_BANNER);

    /** What was dropped is counted, as much of it as there was, and nothing else. */
    async function judgeCounts(wanted: Counts): Promise<string[]> {
      const isCounted = async () =>
        isDeepStrictEqual(atFault(await droppedCounts(options), wanted), { ...NO_FAULT, ...wanted });
      const was = await until('what was dropped is counted', isCounted).then(
        () => null,
        () => droppedCounts(options),
      );
      return was ? [`S5: dropped are ${JSON.stringify(was)}, and not ${JSON.stringify(wanted)}`] : [];
    }

    async function play({ speaker, say, name }: Speaking, seed: number): Promise<string[]> {
      // What the service is still being told of before is nobody's doing here.
      await untilQuiet(record, stage.sandbox);
      const [before, earlier] = [await state(), await droppedCounts(options)];
      const { says, heard, dropped } = fuzzed(speaker, EACH, seed);
      const answers = await say(scene, says);
      const wrong = heard.flatMap((wanted, at) => (isDeepStrictEqual(answers[at], wanted) ? [] : [says[at]]));
      const counts = await judgeCounts(sum(earlier, dropped));
      const words = [await wordsOfOthers(record), await wordsOfOthers(other), await textOf(topLevel)].flat();
      const { wrong: wrongly } = await takeLog(record);
      return [
        ...wrong.map((one) => `S5: ${name} is not answered as it must be: ${JSON.stringify(one).slice(0, 300)}`),
        ...counts,
        ...differences(before, await state()).map((what) => `S5: what ${name} said has changed ${what}`),
        ...(words.some(Boolean) ? ['S5: a frame that nobody sees has words in it'] : []),
        ...wrongly.map((one) => `I1: ${one}`),
        ...(await judgeWhatCame(record)),
      ];
    }

    try {
      return await playCases('messages', run, async (random, at): Promise<Played> => {
        const speaking = SPEAKING[at % SPEAKING.length] as Speaking;
        await speaking.ready?.(scene);
        const broken = await play(speaking, random.integer(0, 2 ** 31 - 1));
        await speaking.after?.(scene);
        return { fault: speaking.name, broken };
      });
    } finally {
      await soon(stage.close, undefined);
    }
  },
};

/** What of it is not as it was, by its name. */
function differences(before: State, now: State): string[] {
  const names = Object.keys(before) as (keyof State)[];
  return names.filter((name) => !isDeepStrictEqual(now[name], before[name]));
}
