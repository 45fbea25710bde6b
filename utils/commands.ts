import { defineExtensionMessaging } from '@webext-core/messaging';
import { COMMAND } from './messages.ts';
import type { SidebarCommand } from './view/view.ts';

/** Did it happen? Errors do not survive the way between contexts well, so there are none. */
export type Outcome = 'done' | 'dropped';

type Commands = {
  /** sidebar frame → background: the person at the screen asks for something. Dropped unless the frame holds its tab. */
  [COMMAND](command: SidebarCommand): Outcome;
};

/** This end only sends. The library's receiving end answers whoever asks; ours is `tabs/accept-commands.ts`. */
const messaging = defineExtensionMessaging<Commands>();

/** The library has no time limit of its own, and a background that was killed never answers. */
const TIME_OUT_MS = 20_000;

/** Sends a command to the background; ends as `dropped` if nobody answers in time. */
export function sendCommand(command: SidebarCommand): Promise<Outcome> {
  const late = new Promise<Outcome>((resolve) => {
    setTimeout(() => resolve('dropped'), TIME_OUT_MS);
  });
  const sent = messaging.sendMessage(COMMAND, command).then(
    (outcome) => outcome ?? 'dropped',
    () => 'dropped' as const,
  );
  return Promise.race([sent, late]);
}
