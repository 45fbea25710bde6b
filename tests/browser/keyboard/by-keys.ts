import type { KeyInput } from 'puppeteer';
import { lookUntil } from '../harness/look-until.ts';
import type { Keys } from './keys.ts';
import type { Stops } from './read-stops.ts';

/** A journey by keys alone: whatever stands in its way at any stop is kept, and told at the end. */
export type ByKeys<Key = KeyInput> = {
  /** Goes to this with Tab, or with Shift and Tab where it stands further up; `words` tells it from others of its name. */
  readonly to: (says: string, words?: string) => Promise<void>;
  /** Presses these where the keyboard stands. */
  readonly press: (...keys: (Key | 'Tab' | 'Enter')[]) => Promise<void>;
  /** Goes through every stop there is, to the last and back to the first, and answers with all of them. */
  readonly through: () => Promise<readonly string[]>;
  /** Goes on with this key, within what is one stop, until that has another name. */
  readonly on: (key: Key, until: string) => Promise<void>;
  /** Looks where the keyboard stands after something has changed: once it stands there, where that is told. */
  readonly stands: (when: string, is?: (now: Stops) => boolean) => Promise<Stops>;
  readonly faults: () => readonly string[];
};

/** Where the keyboard is to stand: at what is called so. */
export const at =
  (says: string) =>
  (now: Stops): boolean =>
    now.says === says;

/** A plan of many sections has fewer stops. */
const MOST_STEPS = 200;
/** So often in a row Tab may lead nowhere. */
const MOST_STILL = 3;
/** How long (milliseconds) it is looked for where nothing has it, or has it out of sight: a plan is drawn sooner. */
const PATIENCE = 10_000;

/** Walks by these keys. */
export function byKeys<Key>(keys: Keys<Key>): ByKeys<Key> {
  const faults = new Set<string>();

  async function once(is: (now: Stops) => boolean): Promise<Stops> {
    return (await lookUntil(() => keys.stops(), is, PATIENCE)).last;
  }

  async function stands(when: string, is: (now: Stops) => boolean = () => true): Promise<Stops> {
    // Between two frames it stands in the one that is still to be drawn; what has it is scrolled to.
    const now = await once((here) => here.says !== null && here.unseen === null && is(here));
    if (now.says === null) faults.add(`${when}: the focus is lost`);
    if (now.unseen !== null) faults.add(`${when}, at ${now.says}: ${now.unseen}`);
    return now;
  }

  /** One stop further, or back. */
  async function step(was: Stops, isBack: boolean): Promise<Stops> {
    await keys.press('Tab', isBack);
    // A key that is pressed in the browser's own window takes a moment to arrive.
    await once(({ at }) => at !== was.at);
    const now = await stands(`${isBack ? 'Shift + Tab' : 'Tab'} from ${was.says}`);
    const isNext = now.at === was.at + (isBack ? -1 : 1);
    // From a panel or a heading, which are no stops, it may go on anywhere.
    if (was.at >= 0 && !isNext) faults.add(`from ${was.says} to ${now.says}: out of order`);
    return now;
  }

  async function toStop(wanted: (now: Stops) => number, is: (now: Stops) => boolean): Promise<Stops> {
    // Of a view that has just changed the heading may have the focus before its stops can be reached.
    let now = await stands('to begin with', (here) => is(here) || wanted(here) >= 0);
    let still = 0;
    for (let steps = 0; steps < MOST_STEPS && !is(now) && still < MOST_STILL; steps += 1) {
      const at = wanted(now);
      if (at < 0 || now.says === null) break;
      const was = now.at;
      now = await step(now, now.at > at);
      still = now.at === was ? still + 1 : 0;
    }
    if (still === MOST_STILL) faults.add(`no key leads away from ${now.says}`);
    return now;
  }

  return {
    stands,
    async to(says, words = '') {
      const is = (now: Stops) => now.says === says && now.words.includes(words);
      // Of several of one name the last: on the way there the others are looked at.
      const there = await toStop(({ all }) => (words === '' ? all.indexOf(says) : all.lastIndexOf(says)), is);
      if (!is(there))
        throw new Error(`No key leads to ${says} ${words}: ${JSON.stringify({ faults: [...faults], ...there })}`);
    },
    async press(...pressed) {
      for (const key of pressed) await keys.press(key);
    },
    async on(key, wanted) {
      let now = await stands(`before ${wanted}`);
      for (let steps = 0; steps < MOST_STEPS && now.says !== wanted; steps += 1) {
        const was = now.says;
        await keys.press(key);
        now = await stands(`on from ${was}`, ({ says }) => says !== was);
      }
    },
    async through() {
      await toStop(
        () => 0,
        ({ at }) => at === 0,
      );
      const { all } = await toStop(
        ({ all: now }) => now.length - 1,
        ({ at, all: now }) => at === now.length - 1,
      );
      await toStop(
        () => 0,
        ({ at }) => at === 0,
      );
      return all;
    },
    faults: () => [...faults],
  };
}
