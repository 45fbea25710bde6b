import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Hub } from '../sandbox/hub/hub.ts';
import type { Person } from '../sandbox/people/person.ts';
import { spaced, untilPanelOf } from './fhircast/follows.ts';
import { openHubStage } from './fhircast/hub-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { enterSystem } from './harness/set-up.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, type Stage, signInAndSee } from './harness/stage.ts';

/** Two windows of one person, each with a panel: one beside a record, one beside a page that is none. */
describe.for(await browsersUnderTest())('two panels following one hub, in $name', (found) => {
  let stage: Stage;
  let hub: Hub;
  let close = async () => {};
  let [forCpr, notForCpr] = [] as unknown as [Person, Person];
  let record: Page;
  let besidePlain: Panel;
  let besideRecord: Panel;

  const both = (of: (panel: Panel) => Promise<unknown>) => Promise.all([besidePlain, besideRecord].map(of));
  const untilView = (panel: Panel, kind: string) => panel.until(kind, ({ view }) => view === kind);

  beforeAll(async () => {
    const opened = await openHubStage(found, inject('sandboxBuilds')[found.family] ?? '', { heartbeatSeconds: 2 });
    ({ stage, hub, close } = opened);
    ({ forCpr, notForCpr } = stage.cast.gp);
    const { browser } = stage.launched;
    const switches = `${stage.sandbox.planService.origin}/switches`;
    const plain = await browser.newPage();
    await plain.goto(switches);
    besidePlain = await openPanel(stage.launched, plain, plain);
    const alsoPlain = await browser.newPage({ type: 'window' });
    await alsoPlain.goto(switches);
    besideRecord = await openPanel(stage.launched, alsoPlain, alsoPlain);
    // The page in that window becomes the record.
    record = alsoPlain;
    await enterSystem(record, stage.sandbox.systems.gpRecord);
    await openPatient(record, notForCpr);
    await signInAndSee(stage, record, 'gp', notForCpr);
  }, 120_000);
  afterAll(() => close());

  beforeEach(() => expect.poll(hub.subscribers).toBe(2));

  it('S2: each is compared with the page of its own window, and with no other', async () => {
    hub.open(forCpr);
    await untilPanelOf(besidePlain, forCpr);
    const { text } = await untilView(besideRecord, 'several');
    expect(text).toContain('The page and the hub show different people');
    expect(text).not.toContain(spaced(forCpr));
    hub.open(notForCpr);
    const [plain, inRecord] = await Promise.all([besidePlain, besideRecord].map((one) => untilPanelOf(one, notForCpr)));
    expect(plain?.parts['link-cause']).toBe('Not compared with a page');
    expect(inRecord?.parts.link).toBe('Same patient as this page');
  });

  it('S2: the page of one window moves on, and only its own panel shows nobody', async () => {
    hub.open(notForCpr);
    await both((one) => untilPanelOf(one, notForCpr));
    await openPatient(record, forCpr);
    await untilPlanOf(record, forCpr.nhsNumber);
    await untilView(besideRecord, 'several');
    await untilPanelOf(besidePlain, notForCpr);
    await openPatient(record, notForCpr);
    await untilPanelOf(besideRecord, notForCpr);
  });

  it('a close is a close in both, a lost connection is lost in both, and both come back by themselves', async () => {
    hub.close();
    await both((one) => untilView(one, 'noPatient'));
    hub.away(true);
    await both((one) => untilView(one, 'hubAway'));
    hub.openSilently(notForCpr);
    hub.away(false);
    await both((one) => untilPanelOf(one, notForCpr));
  });

  it('are followed on, each by its own line, by the next background', async () => {
    hub.open(notForCpr);
    await both((one) => untilPanelOf(one, notForCpr));
    await killBackground(stage.launched);
    hub.open(forCpr);
    await untilPanelOf(besidePlain, forCpr);
    await untilView(besideRecord, 'several');
    expect(hub.subscribers()).toBe(2);
  });

  it('one follows its page for whoever chooses so there, and the other goes on following the hub', async () => {
    hub.open(forCpr);
    await untilView(besideRecord, 'several');
    await besideRecord.press('Follow the page');
    expect((await untilPanelOf(besideRecord, notForCpr)).parts.follows).toBe('Follows the page');
    await expect.poll(hub.subscribers).toBe(1);
    await untilPanelOf(besidePlain, forCpr);
    await besideRecord.press('Follow 127.0.0.1');
    await untilView(besideRecord, 'several');
  });
});
