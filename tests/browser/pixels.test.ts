import { describe, expect, inject, it } from 'vitest';
import { buildForTests } from '../commands/build.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { busyPace, controlPace, measurePixels } from './harness/measure-pixels.ts';
import { inNestedFrames, inOneDocument } from './harness/pixel-scenes.ts';
import { missingForScreen } from './harness/screen.ts';

/** Four hundred where there is time; fewer keep the tests short at a desk (`npm run pixels` always takes its time). */
const SWITCHES = process.env.CI ? 400 : 70;
const CONTROL_SWITCHES = process.env.CI ? 120 : 60;
const LONG = 240_000;

/** Without a screen to grab there are no pixels to count: a failure where CI is set, elsewhere a loud skip. */
const missing = missingForScreen();
const skipped = missing !== null && !process.env.CI;
if (skipped) console.warn(`SKIPPED: real pixels, because of ${missing}.`);

/** S1–S3 on real pixels: asking the document finds nothing (facts: browsers §10). */
describe.skipIf(skipped).for(await browsersUnderTest())(
  'what a person sees while patients change, in $name',
  (found) => {
    it.for([
      [inOneDocument, SWITCHES],
      [inNestedFrames, SWITCHES / 2],
    ] as const)(
      'S2: no frame of the screen has a patient on the page and another patient’s plan beside it: $name',
      { timeout: LONG },
      async ({ scene, switches }) => {
        const { count } = await measurePixels(
          found,
          inject('sandboxBuilds')[found.family] ?? '',
          scene,
          busyPace(switches),
        );
        expect(count.differing, JSON.stringify(count)).toBe(0);
        // A run in which no plan was ever seen would prove nothing.
        expect(count.pairs['red beside red'], JSON.stringify(count)).toBeGreaterThan(30);
        expect(count.pairs['blue beside yellow'], JSON.stringify(count)).toBeGreaterThan(20);
      },
    );

    // Firefox hides the fault even with one frame for all, so there is nothing to be caught there.
    it.runIf(found.family === 'chromium')(
      'catches the control, one frame for all patients',
      { timeout: LONG },
      async () => {
        const control = await buildForTests({ browser: 'chrome', variant: 'reused-frame' });
        const { count } = await measurePixels(found, control, inOneDocument, controlPace(CONTROL_SWITCHES));
        expect(count.differing, JSON.stringify(count)).toBeGreaterThan(0);
      },
    );
  },
);
