import type { Frame, Page } from 'puppeteer';
import { type Heard, type Say, sayAll, type When } from '../../sandbox/hook/say-all.ts';
import { seenFrames } from '../harness/extension-frames.ts';
import type { Panel } from '../harness/panel.ts';
import { until } from '../harness/until.ts';
import type { Speaker } from './fuzzed.ts';

/** One of the frames in a page that holds such frames itself. */
export type FrameWithin = 'spare' | 'seen';

/** Says everything from a page or frame of the extension, or from a frame within it that tests cannot speak in. */
export async function sayFrom(
  speaker: Page | Frame,
  says: readonly Say[],
  when: When = {},
  within: FrameWithin | '' = '',
): Promise<Heard[]> {
  const given = [says, when].map((one) => JSON.stringify(JSON.stringify(one)));
  const heard: unknown = await speaker.evaluate(`(${sayAll})(globalThis, ${given}, '${within}')`);
  return heard as Heard[];
}

/** Says everything from the browser's own panel, or from a frame in it. */
export function sayFromPanel(panel: Panel, says: readonly Say[], within: FrameWithin | '' = ''): Promise<Heard[]> {
  return panel.evaluate(sayAll, JSON.stringify(says), '{}', within);
}

/** Says everything from the content script of test builds, in a document of the plan service's. */
export async function sayFromScriptIn(page: Page | Frame, says: readonly Say[]): Promise<Heard[]> {
  await page.waitForSelector('html[data-planside-hook="ready"]');
  const heard = await page.evaluate((detail) => {
    const said = new Promise<string>((resolve) => {
      const take = (event: Event) => resolve(String((event as CustomEvent).detail));
      document.addEventListener('planside-sandbox-said', take, { once: true });
    });
    document.dispatchEvent(new CustomEvent('planside-sandbox-say', { detail }));
    return said;
  }, JSON.stringify(says));
  return JSON.parse(heard);
}

/** The address under which a page can frame the sidebar, as a content script in this page is told it. */
export async function sidebarAddress(page: Page): Promise<string> {
  await page.waitForSelector('html[data-planside-hook="ready"]');
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('planside-sandbox-where')));
  return page.$eval('html', (root) => root.dataset.plansideSidebar ?? '');
}

/** The frame of ours in the page that has shown nobody yet, once it has loaded. */
export async function spareFrame(page: Page): Promise<Frame> {
  const found: Frame[] = [];
  await until('a spare frame stands in the page', async () => {
    const spare = (await seenFrames(page)).find(({ opacity }) => opacity > 0 && opacity < 0.1);
    if (spare) found.push(spare.frame);
    return spare !== undefined;
  });
  return found[0] as Frame;
}

/**
 * Has the page put copies of the sidebar into itself, and waits until they have loaded: one after another, since of many
 * at once the driver loses one now and then, and waits for it for ever.
 *
 * @param give what each is handed once it has loaded, over a port of its own, as the content script would do
 */
export async function putCopies(page: Page, address: string, give: readonly unknown[]): Promise<void> {
  await page.evaluate(
    async (src, text) => {
      const load = (order: unknown) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.className = 'copy';
          // Neither as the sidebar that a person sees nor as its spare, and too small to be named as unread.
          frame.style.cssText = 'opacity: 0.5; width: 150px; height: 60px';
          frame.src = src;
          frame.addEventListener('load', () => {
            const { port1, port2 } = new MessageChannel();
            if (order !== null) frame.contentWindow?.postMessage('planside', '*', [port2]);
            port1.postMessage(order);
            // Held for as long as the frame is, as the content script does.
            Reflect.set(frame, 'port', port1);
            resolve();
          });
          document.body.append(frame);
        });
      for (const order of JSON.parse(text) as unknown[]) await load(order);
    },
    address,
    JSON.stringify(give),
  );
}

/** One copy, which is handed nothing. */
export async function putCopy(page: Page, address: string): Promise<Frame> {
  await putCopies(page, address, [null]);
  const frame = await (await page.$('iframe.copy'))?.contentFrame();
  if (!frame) throw new Error('The copy did not load.');
  return frame;
}

/** Takes them out again. */
export async function takeCopies(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe.copy')) frame.remove();
  });
}

/** Puts the page once more into itself, in a frame that may run scripts and has nobody's origin. */
export async function sandboxedFrame(page: Page): Promise<Frame> {
  const handle = await page.evaluateHandle((src) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.src = src;
    return new Promise<HTMLIFrameElement>((resolve) => {
      frame.addEventListener('load', () => resolve(frame));
      document.body.append(frame);
    });
  }, page.url());
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The sandboxed frame did not load.');
  return frame;
}

/** Hands the sidebar's page in a tab an order, as a page that opened it could. */
export async function handOver(page: Page, order: unknown): Promise<void> {
  await page.evaluate((text) => {
    const { port1, port2 } = new MessageChannel();
    window.postMessage('planside', '*', [port2]);
    port1.postMessage(JSON.parse(text));
  }, JSON.stringify(order));
}

const never = () => false;

/** Whoever can speak with the background, and what it takes from them. */
export const speakers = {
  ownPage: { kind: 'ownPage', passes: never },
  /** A frame of ours without the ticket: its line is accepted, until it has said something. */
  ownFrame: { kind: 'ownFrame', passes: (name) => name === 'sidebar.open' },
  /** The one with the ticket may do all that a person can. What would change something is left out. */
  holder: {
    kind: 'ownFrame',
    passes: (name) => name === 'sidebar.open' || name.startsWith('command.'),
    leaveOut: (name) => name !== 'command.giveReason',
  },
  otherPage: { kind: 'otherPage', passes: never },
  /** May claim whom it likes to show, and that nobody sees the sidebar, for its own tab; whom it names would be looked up. */
  enabledPage: {
    kind: 'enabledPage',
    passes: (name) => /^(page|guard)\./.test(name),
    leaveOut: (_, body) => JSON.stringify(body).includes('"patient"'),
  },
  /** May say beside which tab it stands. Tabs that there are would be another panel beside them. */
  ownPanel: {
    kind: 'ownPanel',
    passes: (name) => name.startsWith('panel.'),
    leaveOut: (_, body) => Number(Reflect.get(body, 'beside')) < 1_000_000,
  },
  /** Without the ticket, and by message nobody in the panel is heard. */
  panelFrame: { kind: 'panelFrame', passes: (name) => name === 'sidebar.open' },
  /** May start and end sessions, and say whom it wants: of that, nobody at all is left. */
  findPage: {
    kind: 'findPage',
    passes: (name) =>
      /^(find\.|command\.(signIn|signOut|lock|cancel|chooseRole|switchRole|hideNow|showAgain|health)$)/.test(name),
    leaveOut: (name, body) => name !== 'command.cancel' && !JSON.stringify(body).includes('"nobody"'),
  },
  stranger: { kind: 'stranger', passes: never },
} as const satisfies Readonly<Record<string, Speaker>>;
