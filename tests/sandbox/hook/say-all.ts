/** One thing to say to the background: a message, or a line with what is said over it. */
export type Say =
  | { readonly how: 'message'; readonly body: unknown }
  | {
      readonly how: 'line';
      readonly name: string;
      readonly bodies: readonly unknown[];
      /** No order is awaited: it is left open, and looked at again once all else has been answered. */
      readonly isQuiet?: boolean;
    };

/** What came of it. */
export type Heard =
  /** `null`: nobody answered. */
  | { readonly how: 'message'; readonly answer: unknown }
  /** A line that was ended, was left open, or on which an order to do more than leave came; with the orders so far. */
  | { readonly how: 'line'; readonly ended: boolean; readonly orders: readonly string[] };

/** When to say it; at once unless told. */
export type When = {
  /** After this message was said again and again, until it was dropped. */
  readonly untilDropped?: object;
  /** After so many milliseconds in which nothing else happens in this document, and then within the same task. */
  readonly afterMs?: number;
};

type Port = {
  readonly onMessage: { addListener(heard: (order: { readonly do: string }) => void): void };
  readonly onDisconnect: { addListener(ended: () => void): void };
  postMessage(body: unknown): void;
};
type Runtime = { sendMessage(body: unknown): Promise<unknown>; connect(options: { name: string }): Port };

/**
 * Says everything at once, as one of ours: a content script, or a page or frame of the extension. Tests put its text
 * into other documents, so it uses nothing from outside itself.
 *
 * @param speaker the global object of whoever says it
 * @param text a list of `Say` as JSON
 * @param when a `When` as JSON
 * @param frame of which of the speaker's frames instead: the one that has shown nobody yet (`spare`), or that is seen
 */
export async function sayAll(speaker: object, text: string, when = '{}', frame = ''): Promise<Heard[]> {
  const says: readonly Say[] = JSON.parse(text);
  const { untilDropped, afterMs = 0 }: When = JSON.parse(when);
  const frames = frame === '' ? [] : [...(speaker as Window).document.querySelectorAll('iframe')];
  const inFrame = frames.find(({ style }) => (style.opacity === '1') === (frame === 'seen'))?.contentWindow;
  if (frame !== '' && !inFrame) throw new Error(`There is no ${frame} frame.`);
  const here = inFrame ?? speaker;
  const browser = Reflect.get(here, 'browser') ?? Reflect.get(here, 'chrome');
  const runtime: Runtime = browser.runtime;
  const send = async (body: unknown): Promise<Heard> => {
    const answer = await runtime.sendMessage(body).catch(() => null);
    return { how: 'message', answer: answer ?? null };
  };
  const open = (name: string, bodies: readonly unknown[]) =>
    new Promise<Heard>((resolve) => {
      const port = runtime.connect({ name });
      const orders: string[] = [];
      port.onMessage.addListener((order) => {
        orders.push(order.do);
        if (order.do !== 'leave') resolve({ how: 'line', ended: false, orders: [...orders] });
      });
      port.onDisconnect.addListener(() => resolve({ how: 'line', ended: true, orders }));
      for (const body of bodies) port.postMessage(body);
      // A line nobody holds any more may be ended by the browser.
      const kept: unknown = Reflect.get(globalThis, 'keptLines');
      Reflect.set(globalThis, 'keptLines', [...(Array.isArray(kept) ? kept : []), port]);
    });
  const end = performance.now() + afterMs;
  while (performance.now() < end);
  let isDropped = untilDropped === undefined;
  while (!isDropped) isDropped = Object(await runtime.sendMessage(untilDropped)).res === 'dropped';
  const all = says.map((say) => (say.how === 'message' ? send(say.body) : open(say.name, say.bodies)));
  const isQuiet = (at: number) => says[at]?.how === 'line' && says[at].isQuiet === true;
  await Promise.all(all.filter((_, at) => !isQuiet(at)));
  // Another one each time: Firefox tells tests of the same object once only.
  const leftOpen = (): Heard => ({ how: 'line', ended: false, orders: [] });
  return Promise.all(all.map((heard, at) => (isQuiet(at) ? Promise.race([heard, leftOpen()]) : heard)));
}
