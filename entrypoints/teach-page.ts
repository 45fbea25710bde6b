import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type TeachRuntime, teachFrame } from '../utils/teach/teach-frame.ts';

declare const browser: { runtime: TeachRuntime } | undefined;
declare const chrome: { runtime: TeachRuntime };

/** Set once this script is in a frame: it is put there again whenever a frame may be new. */
declare global {
  var plansideIsTaught: true | undefined;
}

/**
 * Put into the frames of a clinical page only while somebody teaches Planside that system, after `reader.ts`, by which
 * it reads.
 */
export default defineUnlistedScript(() => {
  if (globalThis.plansideIsTaught) return;
  globalThis.plansideIsTaught = true;
  const { runtime } = typeof browser === 'undefined' ? chrome : browser;
  teachFrame(window, runtime, (...about) => globalThis.plansideReader?.(...about));
});
