import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bannerPage } from '../sandbox/systems/elsewhere.ts';
import { isReadAtLast } from './harness/badges.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { setUp } from './harness/set-up.ts';
import { untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** A page of the system with a frame of an address nobody enabled; `banner`: somebody's record beside it. */
function pageWithFrame(banner: string, size: string, address = 'http://127.0.0.1:1/map'): string {
  return `<!doctype html><title>Record</title>${banner}<iframe src="${address}" style="${size}"></iframe>`;
}

describe.for(await browsersUnderTest())('how a page is read, in $name', (found) => {
  let stage: Stage;
  let gp: Page;
  const answer = Promise.withResolvers<Response>();

  beforeAll(async () => {
    const person = () => stage.cast.gp.forCpr;
    const banner = () => /<body>([\s\S]*)/.exec(bannerPage(person()))?.[1] ?? bannerPage(person());
    const elsewhere = new Hono()
      .get('/beside', (context) => context.html(pageWithFrame(banner(), 'width:400px;height:300px')))
      .get('/alone', (context) => context.html(pageWithFrame('', 'width:1200px;height:700px')))
      .get('/small', (context) => context.html(pageWithFrame(banner(), 'width:120px;height:40px')))
      .get('/waiting', (context) =>
        context.html(pageWithFrame('', 'width:1200px;height:700px', stage.sandbox.originOf('late'))),
      );
    const late = new Hono().get('/', () => answer.promise);
    const extra = { elsewhere, late };
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra } });
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    const system = { id: 'elsewhere', name: 'Another record', origins: ['http://elsewhere.localhost/*'] };
    await setUp(stage.launched, stage.sandbox, [system]);
  });
  afterAll(() => stage.close());

  async function elsewhere(path: string): Promise<Page> {
    const page = await stage.launched.browser.newPage();
    await page.goto(`${stage.sandbox.originOf('elsewhere')}${path}`);
    return page;
  }

  it('S11: names the part of a page that it cannot read, beside the plan', async () => {
    const page = await elsewhere('/beside');
    await untilPlanOf(page, stage.cast.gp.forCpr.nhsNumber);
    const { parts } = await untilShown(page, 'the unread part', (shown) => shown.parts['unread-parts'] !== undefined);
    expect(parts['unread-parts']).toContain('127.0.0.1:1');
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await untilShown(page, 'no unread part', (shown) => shown.parts['unread-parts'] === undefined);
    await page.close();
  });

  it('S11: says so where most of a page is such a part and nobody is seen', async () => {
    const page = await elsewhere('/alone');
    const { text } = await untilView(page, 'unreadable');
    expect(text).toContain('PAGE-FRAME');
    await page.close();
  });

  it('S11: says so as well where such a part answers long after the page was read', async () => {
    const options = await openExtensionPage(stage.launched, 'options.html');
    const page = await stage.launched.browser.newPage();
    // It is not done before its frame is.
    const opened = page.goto(`${stage.sandbox.originOf('elsewhere')}/waiting`);
    expect(await isReadAtLast(options, 'http://elsewhere.localhost/*')).toBe(true);
    answer.resolve(new Response('Map'));
    await opened;
    await untilView(page, 'unreadable');
    await Promise.all([page.close(), options.close()]);
  });

  it('makes nothing of a frame too small for a record', async () => {
    const page = await elsewhere('/small');
    const shown = await untilPlanOf(page, stage.cast.gp.forCpr.nhsNumber);
    expect(shown.parts['unread-parts']).toBeUndefined();
    await page.close();
  });

  it('S11: says that the page has changed where a screen is no longer as its adapter knows it', async () => {
    await gp.bringToFront();
    await gp.evaluate(() => document.querySelector('#patient-banner')?.setAttribute('id', 'renamed-in-an-update'));
    const { text } = await untilView(gp, 'unreadable');
    expect(text).toContain('This page has changed, Planside is not reading it');
    await gp.evaluate(() => document.querySelector('#renamed-in-an-update')?.setAttribute('id', 'patient-banner'));
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('S2: takes the plan away when a style sheet hides the banner, which no observer tells', async () => {
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await gp.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.insertRule('#patient-banner { opacity: 0 !important }');
      document.adoptedStyleSheets = [sheet];
    });
    await untilShown(gp, 'no plan', ({ view }) => view !== 'plan');
    await gp.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });
});
