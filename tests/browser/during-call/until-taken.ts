import type { Frame } from 'puppeteer';
import type { SidebarCommand } from '../../../utils/view/view.ts';

type Message = { readonly data?: { readonly do?: string } };
type Runtime = { sendMessage: (message: Message, answer: (outcome: unknown) => void) => void };

/**
 * Listens to what a sidebar frame says to the background. Of what two of them say at nearly the same time nobody knows
 * which is heard first.
 *
 * @returns waits until the background has answered this command
 */
export async function untilTaken(frame: Frame, command: SidebarCommand['do']): Promise<() => Promise<void>> {
  await frame.evaluate((wanted) => {
    const runtime: Runtime = Reflect.get(globalThis, 'chrome').runtime;
    const send = runtime.sendMessage.bind(runtime);
    const taken = Promise.withResolvers<void>();
    Reflect.set(globalThis, 'taken', taken.promise);
    runtime.sendMessage = (message, answer) =>
      send(message, (outcome) => {
        if (message.data?.do === wanted) taken.resolve();
        answer(outcome);
      });
  }, command);
  return () => frame.evaluate(() => Reflect.get(globalThis, 'taken'));
}
