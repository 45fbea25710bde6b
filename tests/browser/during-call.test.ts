import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { fillDisk } from '../faults/audit/fill-disk.ts';
import { allTold, untilTold } from './access/audited.ts';
import { holdAudit } from './during-call/hold-audit.ts';
import { pasted } from './during-call/pasted.ts';
import { untilTaken } from './during-call/until-taken.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { pressAt, shownFrame, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** A plan is used while somebody is on the telephone. */
describe.for(await browsersUnderTest())('during the call, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    await untilTold(stage.sandbox, 'of one view', (all) => all.length >= 1);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    stage.sandbox.switches.clear();
    await gp.bringToFront();
  });

  const frame = () => shownFrame(gp);
  const click = (selector: string) => pressAt(gp, selector);

  const told = (what: string) => allTold(stage.sandbox).filter((one) => one.what === what);

  it('the summary is put on record first, once, and then is on the clipboard, whole', async () => {
    await click('[data-command="copySummary"]');
    await untilShown(gp, '"Copied"', ({ text }) => text.includes('Copied'));
    const text = await pasted(gp);
    const { notForCpr } = stage.cast.gp;
    expect(text).toContain(notForCpr.nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'));
    expect(text).toContain('Not for CPR\nIf the heart stops, do not attempt CPR.');
    expect(text).toMatch(/Copied from .+ by Dr Hannah Okafor.* at \d\d:\d\d on .+\. A copy goes out of date\.$/);
    await untilTold(stage.sandbox, 'of the copy', () => told('extract').length === 1);
    expect(told('extract')).toMatchObject([{ of: 'summary', nhsNumber: notForCpr.nhsNumber }]);
  });

  it('a telephone number is rung by a link that names whom, and copied by itself', async () => {
    const link = await (await frame()).$eval('[data-part="call-first"] a', (one) => ({
      href: one.getAttribute('href'),
      name: one.getAttribute('aria-label'),
      number: one.textContent,
    }));
    expect(link.href).toMatch(/^tel:\+?\d+$/);
    expect(link.name).toMatch(/^Ring .+, /);
    await click('[data-part="call-first"] [data-command="copy"]');
    await untilShown(gp, '"Copied"', ({ parts }) => parts['call-first']?.endsWith('Copied') ?? false);
    expect(await pasted(gp)).toBe(link.number);
    await untilTold(stage.sandbox, 'of the copy', () => told('extract').at(-1)?.of === 'number');
  });

  it('what cannot be put on record is not copied, and says why', async () => {
    stage.sandbox.switches.set('audit', { kind: 'down' });
    await expect.poll(() => fillDisk(stage.launched, true)).toBe(true);
    const before = await pasted(gp);
    await click('[data-command="copySummary"]');
    await untilShown(gp, 'why', ({ text }) => /Nothing is copied.+AUD-STORE/.test(text));
    expect(await pasted(gp)).toBe(before);
    await fillDisk(stage.launched, false);
  });

  it('in hand-over order it is the same plan: every section, all of it open, and back again', async () => {
    const sections = (in_: Frame) =>
      in_.$$eval('.body [data-section]', (all) => all.map((one) => one.getAttribute('data-section')));
    const before = await sections(await frame());
    await click('[data-command="handOver"]');
    const { text } = await untilShown(gp, 'the other order', ({ parts }) => 'hand-over' in parts);
    expect([...(await sections(await frame()))].sort()).toEqual([...before].sort());
    expect(await (await frame()).$$('.hand-over details')).toEqual([]);
    const at = ['Situation', 'Background', 'Assessment', 'Recommendation'].map((words) => text.indexOf(words));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(Math.min(...at)).toBeGreaterThan(0);
    await click('[data-command="planOrder"]');
    await untilShown(gp, 'the first order', ({ parts }) => !('hand-over' in parts));
    await expect.poll(async () => sections(await frame())).toEqual(before);
  });

  it('the list of sections opens one, and the keyboard goes on there', async () => {
    const here = await frame();
    await click('.jump > summary');
    await click('[data-jump="advance-decisions"]');
    const focused = () =>
      here.evaluate(() => ({
        section: document.activeElement?.closest('[data-section]')?.getAttribute('data-section'),
        isOpen: document.activeElement?.closest('details')?.open,
        address: location.hash,
      }));
    await expect.poll(focused).toEqual({ section: 'advance-decisions', isOpen: true, address: '' });
  });

  it('the sheet is put on record before the dialog opens, and that is the one printout told of', async () => {
    const here = await frame();
    // The dialog of the browser itself is beyond any test: it is known by being asked for.
    await here.evaluate(() => {
      Object.assign(window, {
        print() {
          dispatchEvent(new Event('beforeprint'));
          const sheet = document.querySelector<HTMLElement>('.sheet');
          document.documentElement.dataset.printed = sheet?.textContent ?? 'nothing';
        },
      });
    });
    await click('[data-command="print"]');
    await here.waitForSelector('html[data-printed]');
    const printed = await here.$eval('html', (root) => root.dataset.printed ?? '');
    expect(printed).toContain('Not for CPR');
    expect(printed).toContain('A printed copy may be out of date');
    await untilTold(stage.sandbox, 'of the printout', () => told('report').length > 0);
    expect(told('report')).toMatchObject([{ of: 'sheet', nhsNumber: stage.cast.gp.notForCpr.nhsNumber }]);
  });

  it('an answer that comes when another patient is open prints nothing', async () => {
    const here = await frame();
    let printed = false;
    const asked = here.evaluate(() => new Promise<void>((resolve) => Object.assign(window, { print: resolve })));
    // Without an answer the frame has gone.
    const heard = () => {
      printed = true;
    };
    void asked.then(heard, () => undefined);
    const reports = told('report').length;
    const record = await holdAudit(stage.launched);
    await gp.bringToFront();
    const isTaken = await untilTaken(here, 'print');
    await click('[data-command="print"]');
    await isTaken();
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilView(gp, 'looking');
    await record.letGo();
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    await untilTold(stage.sandbox, 'of the printout', () => told('report').length > reports);
    expect(printed).toBe(false);
    await openPatient(gp, stage.cast.gp.notForCpr);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('an answer that comes when another patient is open copies nothing', async () => {
    const before = await pasted(gp);
    const extracts = told('extract').length;
    const record = await holdAudit(stage.launched);
    await gp.bringToFront();
    const isTaken = await untilTaken(await frame(), 'copy');
    await click('[data-command="copySummary"]');
    await isTaken();
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilView(gp, 'looking');
    await record.letGo();
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    await untilTold(stage.sandbox, 'of the copy', () => told('extract').length > extracts);
    expect(await pasted(gp)).toBe(before);
  });
});
