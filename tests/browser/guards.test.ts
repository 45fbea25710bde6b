import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bannerPage } from '../sandbox/systems/elsewhere.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { setUp } from './harness/set-up.ts';
import {
  type Shown,
  shownFrame,
  sidebarFrame,
  sidebarNow,
  untilPlanOf,
  untilShown,
  untilView,
} from './harness/sidebar.ts';
import { openCall, openPatient, openResident, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** What a page can see of us, asked in the page's own world. */
function seenByPage(page: Page) {
  return page.evaluate(() => ({
    frames: document.querySelectorAll('iframe').length,
    windows: window.length,
    openRoots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null).length,
    text: document.documentElement.innerText,
  }));
}

describe.for(await browsersUnderTest())('what a page can do to us, in $name', (found) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    const elsewhere = new Hono().get('/', (context) => context.html(bannerPage(stage.cast.gp.forCpr)));
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra: { elsewhere } } });
    page = await stage.gpRecord();
    await openPatient(page, stage.cast.gp.notForCpr);
    await signInAndSee(stage, page, 'gp', stage.cast.gp.notForCpr);
  });
  afterAll(() => stage.close());

  it('cannot see the sidebar’s frame, its document, or a word of the plan', async () => {
    const seen = await seenByPage(page);
    expect(seen).toMatchObject({ frames: 0, windows: 0, openRoots: 0 });
    expect(seen.text).not.toMatch(/Not for CPR|Kitchen cupboard/);
  });

  it('S12: changes nothing in the page but one host and one margin', async () => {
    const outside = await page.evaluate(() => ({
      hosts: [...document.documentElement.children].filter(({ localName }) => !/^(head|body)$/.test(localName)).length,
      style: document.documentElement.getAttribute('style'),
    }));
    expect(outside).toEqual({ hosts: 1, style: 'margin-right: 360px !important;' });
  });

  it('cannot end us with the event that ends WXT’s content scripts, nor keep the plan by taking our host away', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    await page.bringToFront();
    await page.evaluate((id) => {
      document.dispatchEvent(
        new CustomEvent(`${id}:content:wxt:content-script-started`, { detail: { contentScriptName: 'page' } }),
      );
      window.postMessage({ type: `${id}:content:wxt:content-script-started`, contentScriptName: 'page' }, '*');
    }, stage.launched.extensionId);
    await openPatient(page, forCpr);
    await untilPlanOf(page, forCpr.nhsNumber);
    const taken = await shownFrame(page);
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    // Another may stand there already; this one never does again.
    expect(await sidebarFrame(page)).not.toBe(taken);
    await expect.poll(() => taken.detached).toBe(true);
    await openPatient(page, notForCpr);
    await untilPlanOf(page, notForCpr.nhsNumber);
  });

  it('a page that gives back the same patient keeps the plan where it is', async () => {
    const { notForCpr } = stage.cast.gp;
    await openPatient(page, notForCpr);
    await untilPlanOf(page, notForCpr.nhsNumber);
    const before = await shownFrame(page);
    await page.evaluate(async (person) => {
      for (let turn = 0; turn < 20; turn += 1) {
        window.openPatientNow(person);
        await new Promise((done) => requestAnimationFrame(done));
      }
    }, notForCpr);
    expect(await shownFrame(page)).toBe(before);
    await untilPlanOf(page, notForCpr.nhsNumber);
  });

  it('S2: a page that returns from the back button is read afresh, and shows its own patient’s plan', async () => {
    const { notForCpr, forCpr, noPlan } = stage.cast.residents;
    const home = await stage.careHome();
    await openResident(home, notForCpr);
    await untilView(home, notForCpr.gpList ? 'plan' : 'reasonNeeded');
    const address = () => home.evaluate(() => location.href).catch(() => null);
    const first = await address();
    for (const person of [forCpr, noPlan]) await openResident(home, person);
    // Two pages back; in a task of its own, because the page it runs in leaves.
    await home.evaluate(() => {
      setTimeout(() => history.go(-2));
    });
    await expect.poll(address).toBe(first);
    const shown = await untilShown(home, 'the first resident', ({ parts }) => parts.name !== undefined);
    expect(shown.parts.name?.toUpperCase()).toContain(notForCpr.familyName.toUpperCase());
    await home.close();
  });

  it('two callers in a row in nested frames, each with their own plan or none', async () => {
    const queue = await stage.outOfHours();
    const { withPlan } = stage.cast.queue;
    for (const person of withPlan.filter(({ gpList }) => gpList)) {
      await openCall(queue, person);
      const shown = await sidebarNow(queue);
      if (shown?.view === 'plan') expect(shown.parts['nhs-number']?.replaceAll(' ', '')).toBe(person.nhsNumber);
    }
    await queue.close();
  });

  it('S4: a background that is killed is told again, and the plan returns', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    await page.bringToFront();
    await openPatient(page, notForCpr);
    await untilPlanOf(page, notForCpr.nhsNumber);
    for (const person of [notForCpr, forCpr]) {
      await killBackground(stage.launched);
      await openPatient(page, person);
      const shown = await untilShown(page, 'a plan or why there is none', ({ view }) => view !== 'looking');
      expect(shown.text).not.toContain('No plan found');
      await untilPlanOf(page, person.nhsNumber);
    }
  });

  it('S4: so is it where the patient stands in nested frames', async () => {
    const queue = await stage.outOfHours();
    const callers = stage.cast.queue.withPlan.filter(({ gpList }) => gpList);
    const [first, second] = callers;
    if (!first || !second) throw new Error('Two callers on the practice list are needed.');
    await openCall(queue, first);
    // While it looks it names the page's patient, afterwards the plan's, with a title.
    const isOver = ({ view, parts }: Shown) => view !== 'looking' && parts.name !== undefined;
    const before = await untilShown(queue, 'the first caller', isOver);
    let again = before;
    for (const person of [second, first]) {
      await killBackground(stage.launched);
      await openCall(queue, person);
      again = await untilShown(queue, 'the next caller', ({ parts, view }) => {
        const number = parts['nhs-number']?.replaceAll(' ', '');
        return number === person.nhsNumber && view !== 'looking';
      });
    }
    expect(again.parts.name).toBe(before.parts.name);
    await queue.close();
  });

  it('reads the NHS banner of a system without an adapter', async () => {
    const { forCpr } = stage.cast.gp;
    const elsewhere = { id: 'elsewhere', name: 'Another record', origins: ['http://elsewhere.localhost/*'] };
    await setUp(stage.launched, stage.sandbox, [elsewhere]);
    const other = await stage.launched.browser.newPage();
    await other.goto(stage.sandbox.originOf('elsewhere'));
    await untilPlanOf(other, forCpr.nhsNumber);
  });
});
