import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Heard, Say } from '../sandbox/hook/say-all.ts';
import { besideNow } from './find/beside.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { extensionFrames } from './harness/extension-frames.ts';
import { setUp } from './harness/set-up.ts';
import { shownFrame, untilPlanOf } from './harness/sidebar.ts';
import { BUSY_MS, changeSettings, HARMLESS } from './messages/busy.ts';
import { fuzzed, type Speaker } from './messages/fuzzed.ts';
import { heldBack } from './messages/held-back.ts';
import { atFault, NO_FAULT } from './messages/no-fault.ts';
import {
  enableService,
  findWithPlan,
  inNewGenerations,
  openScene,
  panelBeside,
  type Scene,
  showInstead,
  untilCalm,
} from './messages/scene.ts';
import { type Counts, droppedCounts, stateOf, sum, textOf, wordsOfOthers } from './messages/shown.ts';
import {
  handOver,
  putCopies,
  putCopy,
  sandboxedFrame,
  sayFrom,
  sayFromPanel,
  sayFromScriptIn,
  spareFrame,
  speakers,
  takeCopies,
} from './messages/speakers.ts';

/** Of each round. The same seed says the same things. */
const COUNT = 200;
const SEED = 20_261;

describe.for(await browsersUnderTest())('who may say what, in $name', (found) => {
  let scene: Scene;
  /** What was dropped before this test, what must have been dropped by all of them, and how much has been said. */
  let earlier: Counts = {};
  let all: Counts = {};
  let said = 0;

  beforeAll(async () => {
    scene = await openScene(found, inject('sandboxBuilds')[found.family] ?? '');
  }, 120_000);
  beforeEach(async () => {
    earlier = await droppedCounts(scene.options);
  });
  afterAll(() => scene?.stage.close());

  const state = () => stateOf([scene.record, scene.other], scene.options, scene.stage.sandbox);

  async function expectCounted(more: Counts): Promise<void> {
    [earlier, all] = [sum(earlier, more), sum(all, more)];
    const now = () => droppedCounts(scene.options).then((counts) => atFault(counts, earlier));
    await expect.poll(now).toEqual({ ...NO_FAULT, ...earlier });
  }

  /** After whatever was said: this was dropped and nothing else, and nothing has changed. */
  async function expectDropped(more: Counts, before: Awaited<ReturnType<typeof state>>): Promise<void> {
    await expectCounted(more);
    expect(await state()).toEqual(before);
    const words = [...(await wordsOfOthers(scene.record)), ...(await wordsOfOthers(scene.other))];
    words.push(await textOf(scene.topLevel));
    expect(new Set(words)).toEqual(new Set(['']));
  }

  /** One round of a speaker's: every answer is as it must be, everything is counted, and nothing changes. */
  async function round(speaker: Speaker, say: (says: readonly Say[]) => Promise<Heard[]>, count = COUNT) {
    const before = await state();
    const { says, heard, dropped } = fuzzed(speaker, count, SEED + said);
    said += count;
    expect(await say(says)).toEqual(heard);
    await expectDropped(dropped, before);
  }

  it('nothing is dropped while nobody says anything wrong', () => {
    expect(atFault(earlier, {})).toEqual(NO_FAULT);
  });

  it('our own sidebar, before it is anybody’s', async () => {
    const spare = await spareFrame(scene.record);
    await round(speakers.ownFrame, (says) => sayFrom(spare, says));
  });

  it('our own sidebar, while it shows a plan', async () => {
    const holder = await shownFrame(scene.record);
    await round(speakers.holder, (says) => sayFrom(holder, says));
  });

  it('a copy of the sidebar that the clinical page frames', async () => {
    const copy = await putCopy(scene.record, scene.address);
    await round(speakers.ownFrame, (says) => sayFrom(copy, says));
    await takeCopies(scene.record);
  });

  it('copies that the page hands tickets of its own making', async () => {
    const before = await state();
    const generation = Date.now();
    const orders = Array.from({ length: 30 }, (_, at) => ({
      generation: generation - at,
      ticket: crypto.randomUUID(),
    }));
    const wrong = Array.from({ length: 10 }, (_, at) => ({ generation: `${at}`, ticket: at }));
    await putCopies(scene.record, scene.address, [...orders, ...wrong]);
    said += 40;
    await expectDropped({ 'sidebar.hello ownFrame': 40 }, before);
    await takeCopies(scene.record);
  });

  it('the sidebar’s page in a tab of its own, and the options page', async () => {
    await round(speakers.ownPage, (says) => sayFrom(scene.topLevel, says));
    await round(speakers.ownPage, (says) => sayFrom(scene.options, says));
  });

  it('the spare of another tab’s sidebar', async () => {
    const spare = await spareFrame(scene.other);
    await round(speakers.ownFrame, (says) => sayFrom(spare, says));
  });

  it('a content script of an origin that is not enabled', async () => {
    await round(speakers.otherPage, (says) => sayFromScriptIn(scene.service, says));
  });

  it('a content script in a frame of nobody’s origin', async () => {
    const sandboxed = await sandboxedFrame(scene.service);
    await round(speakers.stranger, (says) => sayFromScriptIn(sandboxed, says));
  });

  it('the page’s own world, in every way a page has', async () => {
    const before = await state();
    const { says } = fuzzed(speakers.ownPage, COUNT, SEED);
    said += COUNT;
    await scene.record.evaluate(async (text) => {
      const names = ['message', 'planside', 'planside-sandbox-say', 'doubt', 'connect', crypto.randomUUID()];
      for (const [at, body] of (JSON.parse(text) as unknown[]).entries()) {
        const { port1, port2 } = new MessageChannel();
        window.postMessage(body, '*', [port2]);
        port1.postMessage(body);
        document.dispatchEvent(new CustomEvent(names[at % names.length] ?? '', { detail: JSON.stringify(body) }));
        window.dispatchEvent(new MessageEvent('message', { data: body, origin: 'https://elsewhere.example' }));
      }
      await new Promise((done) => requestAnimationFrame(done));
    }, JSON.stringify(says));
    await expectDropped({}, before);
  });

  it('a content script of an enabled origin: heard for its own tab, and in its own words only', async () => {
    await enableService(scene);
    await round(speakers.enabledPage, (says) => sayFromScriptIn(scene.service, says));
  });

  it('S5: a ticket is good for one frame of one tab, once, and while its generation lasts', async () => {
    const { record, other, options, topLevel, service, address, stage } = scene;
    const { forCpr, twoCurrent } = stage.cast.gp;
    const spare = await spareFrame(record);
    const held = await heldBack(spare);
    await showInstead(scene, twoCurrent);
    // The frame has its ticket now, and has not shown it to anybody.
    const order = await held.order();
    const line: Say = { how: 'line', name: 'sidebar', bodies: [order] };
    const refused = [{ how: 'line', ended: true, orders: [] }];
    const shown = await shownFrame(other);
    expect(await sayFrom(shown, [line])).toEqual(refused);
    expect(await sayFrom(await spareFrame(other), [line])).toEqual(refused);
    expect(await sayFrom(options, [line])).toEqual(refused);
    expect(await sayFromScriptIn(service, [line])).toEqual(refused);
    await handOver(topLevel, order);
    // Now it does, and draws; a second time the same ticket is good for nothing.
    await held.release();
    await untilCalm(scene, twoCurrent);
    const before = await state();
    await putCopies(record, address, [order, order]);
    expect(await sayFrom(spare, [line])).toEqual(refused);
    await expectDropped(
      { 'sidebar.hello ownFrame': 5, 'sidebar.open ownPage': 2, 'sidebar.open enabledPage': 1 },
      before,
    );
    await takeCopies(record);
    await showInstead(scene, forCpr);
    await untilCalm(scene, forCpr);
    const later = await state();
    expect(await sayFrom(await spareFrame(record), [line])).toEqual(refused);
    await expectDropped({ 'sidebar.hello ownFrame': 1 }, later);
  });

  it('our own sidebar, when its generation is over and the page has not noticed yet', async () => {
    const { record, options } = scene;
    const holder = await shownFrame(record);
    const before = await state();
    const { says, heard, dropped } = fuzzed(speakers.ownFrame, COUNT, SEED + said);
    said += COUNT;
    await inNewGenerations(scene, async () => {
      if (found.family === 'chromium') {
        // The page is busy, and with it our script in it: the sidebar, in a process of its own, stays where it is.
        const answers = sayFrom(holder, says, { untilDropped: HARMLESS });
        const busy = await scene.keepBusy();
        await changeSettings(options);
        expect(await answers).toEqual(heard);
        await busy.letGo();
      } else {
        // Firefox has both in one process. The sidebar is busy, and then says everything before anybody can take it away.
        const gone = sayFrom(holder, says, { afterMs: BUSY_MS }).catch(() => null);
        await changeSettings(options);
        await gone;
      }
    });
    await expectCounted(sum(dropped, found.family === 'chromium' ? { 'command.giveReason ownFrame': 1 } : {}));
    const after = await state();
    expect([after.session, after.auditEvents]).toEqual([before.session, before.auditEvents]);
  });

  it('the browser’s own panel, and frames in it that hold no ticket', async () => {
    const panel = await panelBeside(scene);
    await round(speakers.ownPanel, (says) => sayFromPanel(panel, says));
    for (const within of ['spare', 'seen'] as const) {
      await round(speakers.panelFrame, (says) => sayFromPanel(panel, says, within));
    }
    expect((await panel.now())?.view).toBe('plan');
  });

  it('the page in which a person is found, and a frame in it that holds no ticket', async () => {
    const find = await findWithPlan(scene);
    await round(speakers.ownFrame, (says) => sayFrom(find, says, {}, 'spare'));
    expect((await besideNow(find))?.view).toBe('plan');
    await find.$eval('[data-command="takeAway"]', (button) => (button as HTMLElement).click());
    await round(speakers.findPage, (says) => sayFrom(find, says));
    await find.close();
  });

  it('2,000 and more in all, each dropped but for what the table allows', async () => {
    expect(said).toBeGreaterThanOrEqual(2_000);
    expect(atFault(await droppedCounts(scene.options), all)).toEqual({ ...NO_FAULT, ...all });
  });

  it('S9: pages leave at once when their system is switched off, and the others stay', async () => {
    const { record, other, stage } = scene;
    await setUp(stage.launched, stage.sandbox);
    await expect.poll(() => extensionFrames(record)).toEqual([]);
    const left = await record.$eval('html', (root) => [root.childElementCount, root.getAttribute('style')]);
    expect(left).toEqual([2, null]);
    await other.bringToFront();
    await untilPlanOf(other, stage.cast.gp.notForCpr.nhsNumber);
  });
});
