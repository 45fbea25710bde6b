import { busyPace, measurePixels } from '../../browser/harness/measure-pixels.ts';
import { inNestedFrames, inOneDocument } from '../../browser/harness/pixel-scenes.ts';
import { missingForScreen } from '../../browser/harness/screen.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { playCases } from '../kit/cases.ts';
import { LATENCIES } from './switches-class.ts';

const NAME = 'switches-on-pixels';
const SCENES = [inOneDocument, inNestedFrames];
/** A thousand switches for each latency in each place. */
const SWITCHES = 1_000;
const IN_A_CASE = 100;

async function run(options: FaultRun): Promise<FaultResult> {
  const missing = missingForScreen();
  if (missing) return { cases: options.cases, broken: [`there is no screen to look at: ${missing}`], counted: {} };
  return playCases(NAME, options, async (_, at) => {
    const scene = SCENES[at % SCENES.length] ?? inOneDocument;
    const [name, serviceDelay] = LATENCIES[Math.floor(at / SCENES.length) % LATENCIES.length] ?? ['at once', [0, 0]];
    const pace = { ...busyPace(IN_A_CASE), serviceDelay };
    const { count } = await measurePixels(options.found, options.extensionDir, scene, pace);
    const agreeing = (count.pairs['red beside red'] ?? 0) + (count.pairs['blue beside yellow'] ?? 0);
    const broken = [
      ...(count.differing > 0
        ? [`I1: ${count.differing} pictures with the plan of another: ${JSON.stringify(count.pairs)}`]
        : []),
      ...(agreeing === 0 ? ['no picture shows a plan beside its patient'] : []),
    ];
    return { fault: `${IN_A_CASE} switches, ${name}, ${scene.name}`, broken };
  });
}

/**
 * The same as a person at the screen sees it; the long campaign only, since the browser tests look at pixels with every
 * change (tests/browser/pixels.test.ts), with the control that has to be caught.
 */
export const pixelsClass: FaultClass = {
  name: NAME,
  usual: (SWITCHES / IN_A_CASE) * LATENCIES.length * SCENES.length,
  slice: 0,
  run,
};
