import type { FoundBrowser } from '../../commands/find-browser.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { countPairs, type PairCount } from './colour-count.ts';
import type { Scene } from './pixel-scenes.ts';
import { startScreen } from './screen.ts';
import { untilPlanOf } from './sidebar.ts';
import { openStage } from './stage.ts';

export type PixelRun = {
  readonly browser: string;
  readonly scene: string;
  readonly switches: number;
  /** What stood beside what, frame by frame, at 60 frames a second. */
  readonly count: PairCount;
};

/** A browser window with Planside's 360 pixels at its right. */
const SIZE = { width: 1000, height: 700 };
/** Where the answer stands, whatever the height of the browser's own bars. */
const PANEL = { left: 0.66, right: 0.98, top: 0.32, bottom: 0.52 };

export type Pace = {
  /** How often the patient changes. */
  readonly switches: number;
  /** Time between two changes, from and to, in milliseconds. */
  readonly pause: readonly [number, number];
  /** How long the service takes over a document, from and to, in milliseconds. */
  readonly serviceDelay: [number, number];
};

/** As in a busy surgery: some patients are left before their plan has come. */
export function busyPace(switches: number): Pace {
  return { switches, pause: [20, 700], serviceDelay: [0, 500] };
}

/** Every plan is seen before the next patient comes: as many chances as possible to catch the control. */
export function controlPace(switches: number): Pace {
  return { switches, pause: [200, 400], serviceDelay: [0, 0] };
}

/**
 * What a person at the screen sees while patients change: real pixels, not the document's word for it. The page is red
 * while patient A is open and blue while B is; A's plan is red in the sidebar (not for CPR), B's yellow (statements that
 * disagree).
 */
export async function measurePixels(
  found: FoundBrowser,
  extensionDir: string,
  scene: Scene,
  pace: Pace,
): Promise<PixelRun> {
  const screen = await startScreen(SIZE);
  const stage = await openStage(found, extensionDir, {
    headless: false,
    display: screen.display,
    windowSize: SIZE,
  }).catch(async (error: unknown) => {
    await screen.stop();
    throw error;
  });
  try {
    const { notForCpr, conflictingCpr } = stage.cast.gp;
    const opened = await scene.open(stage, notForCpr);
    stage.sandbox.switches.set('document', { kind: 'slow', ms: pace.serviceDelay });
    const { add, count } = countPairs(scene.region, PANEL);
    const grab = await screen.grab(add);
    await changePatients(scene, opened, notForCpr, conflictingCpr, pace);
    await grab.stop();
    return { browser: `${found.name} ${found.version}`, scene: scene.name, switches: pace.switches, count };
  } finally {
    await stage.close();
    await screen.stop();
  }
}

/**
 * So many switches in one call: many more would outlast the time a browser is given to answer. After each call the plan
 * is waited for, so that however slow the machine is, plans are seen, and somebody else comes after them.
 */
const AT_ONCE = 20;
/** For so many frames it stands there then. */
const STANDS_FRAMES = 30;

/** Changes patients in parts, and lets the last of each come to rest. */
async function changePatients(scene: Scene, opened: Opened, one: Person, other: Person, pace: Pace): Promise<void> {
  for (let done = 0; done < pace.switches; done += AT_ONCE) {
    const times = Math.min(AT_ONCE, pace.switches - done);
    await scene.change(opened.frame, one, other, times, pace.pause);
    await untilPlanOf(opened.page, (times % 2 ? other : one).nhsNumber);
    await opened.page.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, STANDS_FRAMES);
  }
}

type Opened = Awaited<ReturnType<Scene['open']>>;
