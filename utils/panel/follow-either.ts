import type { PatientFrames } from '../page/patient-frames.ts';
import { besideHub } from './beside-hub.ts';
import { type BesidePage, besidePage } from './beside-page.ts';

/**
 * The browser's own panel beside a page, or following the hub that policy names: the hub, unless somebody in front of it
 * has chosen the page. Only one of them has the frames at any moment; before the background has said whether there is a
 * hub, neither has.
 */
export function followEither(frames: PatientFrames): BesidePage {
  let hub: string | null | undefined;
  let choice: 'page' | 'hub' = 'hub';
  let follows: 'page' | 'hub' | null = null;

  function decide(): void {
    const next = hub && choice === 'hub' ? 'hub' : 'page';
    if (hub === undefined || next === follows) return;
    if (follows === 'hub') byHub.stop();
    follows = next;
    frames.takeAway();
    if (next === 'hub') byHub.start();
    else byPage.renew();
  }

  function choose(what: 'page' | 'hub'): void {
    if (what === 'hub' && follows === 'hub') byHub.tryNow();
    choice = what;
    decide();
  }

  const byPage = besidePage(frames, { isOn: () => follows === 'page', chosen: choose });
  const byHub = besideHub({
    frames,
    named(name) {
      hub = name;
      decide();
    },
    chosen: choose,
  });
  return {
    turn(tabId) {
      byPage.turn(tabId);
      byHub.turn(tabId);
    },
  };
}
