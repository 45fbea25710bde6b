import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { auditClass } from '../faults/audit/audit-class.ts';
import { fillDisk } from '../faults/audit/fill-disk.ts';
import { sayTrail } from '../sandbox/plan-service/audit/trails.ts';
import { allTold, untilTold } from './access/audited.ts';
import { inExtensionPage } from './access/session-storage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { signIn } from './harness/set-up.ts';
import { press, shownFrame, untilItLeaves, untilPlanOf, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage } from './harness/stage.ts';

/** So many views while everything goes wrong: the long campaign is `npm run faults -- --only audit`. */
const VIEWS = process.env.CI ? 60 : 15;
const SEED = 7;

describe.for(await browsersUnderTest())('S10: every view is on record before it is drawn, in $name', (found) => {
  const extensionDir = inject('sandboxBuilds')[found.family] ?? '';
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, extensionDir);
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.sandbox.switches.clear());

  it('without a key of the service no plan is drawn, and the reason is said', async () => {
    stage.sandbox.switches.set('auditKeys', { kind: 'status', status: 404 });
    await signIn(stage.launched, gp, stage.account('gp'));
    await gp.bringToFront();
    const { text } = await untilView(gp, 'couldNotCheck');
    expect(text).toContain('AUD-KEY');
    expect(text).not.toMatch(/not for CPR|Ceiling/i);
    stage.sandbox.switches.clear();
    await press(gp, 'Try again');
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await untilTold(stage.sandbox, 'of one view', (all) => all.length === 1 && all[0]?.what === 'access');
  });

  it('turning to another version, a copy and a printout are events of their own; turning back is none', async () => {
    const { notForCpr } = stage.cast.gp;
    const before = allTold(stage.sandbox).length;
    await untilItLeaves(gp, () => killBackground(stage.launched));
    await gp.bringToFront();
    await untilPlanOf(gp, notForCpr.nhsNumber);
    const frame = await shownFrame(gp);
    await frame.click('[data-part="verdict"]', { count: 3 });
    await gp.keyboard.down('Control');
    await gp.keyboard.press('c');
    await gp.keyboard.up('Control');
    await frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const all = await untilTold(stage.sandbox, 'of copy and printout', (told) => told.length >= before + 2);
    expect(all.slice(before).map(({ what, action, nhsNumber }) => [what, action, nhsNumber])).toEqual(
      expect.arrayContaining([
        ['extract', 'R', notForCpr.nhsNumber],
        ['report', 'E', notForCpr.nhsNumber],
      ]),
    );
    expect(all.length).toBe(before + 2);
  });

  it('while the service is away views go on, and arrive once it is back', async () => {
    const before = allTold(stage.sandbox).length;
    stage.sandbox.switches.set('audit', { kind: 'down' });
    const { forCpr, overdue } = stage.cast.gp;
    for (const person of [forCpr, overdue]) {
      await openPatient(gp, person);
      await untilPlanOf(gp, person.nhsNumber);
    }
    expect(allTold(stage.sandbox).length).toBe(before);
    stage.sandbox.switches.clear();
    await openPatient(gp, stage.cast.gp.notForCpr);
    const all = await untilTold(stage.sandbox, 'of all three', (told) => told.length === before + 3);
    expect(all.slice(before).map(({ nhsNumber }) => nhsNumber)).toEqual(
      [forCpr, overdue, stage.cast.gp.notForCpr].map(({ nhsNumber }) => nhsNumber),
    );
  });

  it('with a full disk and no service nothing is drawn that is not on record', async () => {
    stage.sandbox.switches.set('audit', { kind: 'down' });
    await expect.poll(() => fillDisk(stage.launched, true)).toBe(true);
    await gp.bringToFront();
    await openPatient(gp, stage.cast.gp.forCpr);
    expect((await untilView(gp, 'couldNotCheck')).text).toContain('AUD-STORE');
    stage.sandbox.switches.clear();
    await press(gp, 'Try again');
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    await fillDisk(stage.launched, false);
  });

  it('a database that is lost with events in it is told of as a gap, and not hidden', async () => {
    stage.sandbox.switches.set('audit', { kind: 'down' });
    await openPatient(gp, stage.cast.gp.overdue);
    await untilPlanOf(gp, stage.cast.gp.overdue.nhsNumber);
    await killBackground(stage.launched);
    await inExtensionPage(stage.launched, (page) =>
      page.evaluate(
        () =>
          new Promise((done) => {
            indexedDB.deleteDatabase('audit').onsuccess = done;
          }),
      ),
    );
    // The page woke another life, which may have the event in hand: then it would not be lost.
    await killBackground(stage.launched);
    stage.sandbox.switches.clear();
    await gp.bringToFront();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await untilTold(stage.sandbox, 'of the gap', (all) => all.some(({ what }) => what === '110113'));
    expect(stage.sandbox.auditTrails().map(sayTrail).join()).toMatch(/^missing \d+(?: to \d+)?, reported$/);
  });

  it('the service holds each view once, whatever is killed, away or full', { timeout: 300_000 }, async () => {
    const run = { found, extensionDir, first: 0, seed: SEED, cases: VIEWS, say: () => undefined };
    const { cases, broken, counted } = await auditClass.run(run);
    expect(broken).toEqual([]);
    expect(cases).toBe(VIEWS);
    expect(counted.backgroundsKilled).toBeGreaterThan(0);
  });
});
