import type { Frame } from 'puppeteer';
import type { SidebarHello } from '../../../utils/messages.ts';

/**
 * Keeps a sidebar frame from showing its ticket, so that a test can see what the ticket is good for elsewhere. The
 * frame must not have spoken to the background yet.
 */
export async function heldBack(frame: Frame): Promise<{
  /** Waits until the frame wants to show its ticket. */
  readonly order: () => Promise<SidebarHello>;
  /** Lets it. */
  readonly release: () => Promise<void>;
}> {
  await frame.evaluate(() => {
    const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const connect = runtime.connect.bind(runtime);
    const held = Promise.withResolvers<{ readonly hello: unknown; readonly post: () => void }>();
    Reflect.set(globalThis, 'held', held.promise);
    runtime.connect = (...given: unknown[]) => {
      // This one line only.
      runtime.connect = connect;
      const port = connect(...given);
      const post = port.postMessage.bind(port);
      port.postMessage = (hello: unknown) => held.resolve({ hello, post: () => post(hello) });
      return port;
    };
  });
  return {
    order: async () =>
      JSON.parse(await frame.evaluate(async () => JSON.stringify((await Reflect.get(globalThis, 'held')).hello))),
    release: () => frame.evaluate(async () => (await Reflect.get(globalThis, 'held')).post()),
  };
}
