import type { Page } from 'puppeteer';
import { openFindPage, untilFind } from '../../browser/find/find-page.ts';
import type { Panel } from '../../browser/harness/panel.ts';
import { shownFrame } from '../../browser/harness/sidebar.ts';
import type { Speaker } from '../../browser/messages/fuzzed.ts';
import { enableService, panelBeside, type Scene } from '../../browser/messages/scene.ts';
import {
  putCopy,
  sandboxedFrame,
  sayFrom,
  sayFromPanel,
  sayFromScriptIn,
  spareFrame,
  speakers,
  takeCopies,
} from '../../browser/messages/speakers.ts';
import type { Heard, Say } from '../../sandbox/hook/say-all.ts';

/** Somebody who speaks in one case, and what has to be done before and after. */
export type Speaking = {
  readonly name: string;
  readonly speaker: Speaker;
  readonly ready?: (scene: Scene) => Promise<unknown>;
  readonly say: (scene: Scene, says: readonly Say[]) => Promise<Heard[]>;
  readonly after?: (scene: Scene) => Promise<unknown>;
};

const panels = new WeakMap<Scene, Promise<Panel>>();
const finds = new WeakMap<Scene, Promise<Page>>();

/** One panel and one page for finding in each scene. */
function once<T>(known: WeakMap<Scene, Promise<T>>, scene: Scene, open: () => Promise<T>): Promise<T> {
  const found = known.get(scene) ?? open();
  known.set(scene, found);
  return found;
}

const panelOf = (scene: Scene) => once(panels, scene, () => panelBeside(scene));

/** The find page, with nobody in it; the record is in front again. */
const findOf = (scene: Scene) =>
  once(finds, scene, async () => {
    const find = await openFindPage(scene.stage);
    await untilFind(find, 'ready');
    await scene.record.bringToFront();
    return find;
  });

/** Everybody, in turn; those who need another setting come last. */
export const SPEAKING: readonly Speaking[] = [
  {
    name: 'the spare of the sidebar',
    speaker: speakers.ownFrame,
    say: async ({ record }, says) => sayFrom(await spareFrame(record), says),
  },
  {
    name: 'the sidebar that shows a plan',
    speaker: speakers.holder,
    say: async ({ record }, says) => sayFrom(await shownFrame(record), says),
  },
  {
    name: 'a copy in the clinical page',
    speaker: speakers.ownFrame,
    say: async ({ record, address }, says) => sayFrom(await putCopy(record, address), says),
    after: ({ record }) => takeCopies(record),
  },
  {
    name: 'the sidebar’s page in a tab',
    speaker: speakers.ownPage,
    say: ({ topLevel }, says) => sayFrom(topLevel, says),
  },
  { name: 'the options page', speaker: speakers.ownPage, say: ({ options }, says) => sayFrom(options, says) },
  {
    name: 'the spare of another tab',
    speaker: speakers.ownFrame,
    say: async ({ other }, says) => sayFrom(await spareFrame(other), says),
  },
  {
    name: 'a script on an origin that is not enabled',
    speaker: speakers.otherPage,
    say: ({ service }, says) => sayFromScriptIn(service, says),
  },
  {
    name: 'a script in a frame of no origin',
    speaker: speakers.stranger,
    say: async ({ service }, says) => sayFromScriptIn(await sandboxedFrame(service), says),
  },
  {
    name: 'the page for finding',
    speaker: speakers.findPage,
    ready: findOf,
    say: async (scene, says) => sayFrom(await findOf(scene), says),
  },
  {
    name: 'a script on an enabled origin',
    speaker: speakers.enabledPage,
    ready: (scene) => enableService(scene),
    say: ({ service }, says) => sayFromScriptIn(service, says),
    after: (scene) => enableService(scene, false),
  },
  {
    name: 'the panel',
    speaker: speakers.ownPanel,
    ready: panelOf,
    say: async (scene, says) => sayFromPanel(await panelOf(scene), says),
  },
  {
    name: 'the spare of the panel',
    speaker: speakers.panelFrame,
    ready: panelOf,
    say: async (scene, says) => sayFromPanel(await panelOf(scene), says, 'spare'),
  },
  {
    name: 'the frame the panel shows',
    speaker: speakers.panelFrame,
    ready: panelOf,
    say: async (scene, says) => sayFromPanel(await panelOf(scene), says, 'seen'),
  },
];
