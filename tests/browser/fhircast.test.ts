import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Hub } from '../sandbox/hub/hub.ts';
import type { Person } from '../sandbox/people/person.ts';
import { spaced, untilPanelOf } from './fhircast/follows.ts';
import { openHubStage } from './fhircast/hub-stage.ts';
import { untilPlanHasGone, watchPanel } from './fhircast/watch-panel.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, type Stage, signInAndSee } from './harness/stage.ts';

/** Whoever a hub has open, in the browser's own panel; beside no record, and beside one. */
describe.for(await browsersUnderTest())('the panel following a hub, in $name', (found) => {
  let stage: Stage;
  let hub: Hub;
  let close = async () => {};
  let panel: Panel;
  /** A page that Planside does not look at. */
  let elsewhere: Page;
  let record: Page;

  const untilPanel = (kind: string) => panel.until(kind, ({ view }) => view === kind);
  const untilFollows = (person: Person) => untilPanelOf(panel, person);

  beforeAll(async () => {
    const opened = await openHubStage(found, inject('sandboxBuilds')[found.family] ?? '', { heartbeatSeconds: 2 });
    ({ stage, hub, close } = opened);
    const { notForCpr } = stage.cast.gp;
    record = await stage.gpRecord();
    await openPatient(record, notForCpr);
    await signInAndSee(stage, record, 'gp', notForCpr);
    elsewhere = await stage.launched.browser.newPage();
    await elsewhere.goto(`${stage.sandbox.planService.origin}/switches`);
    panel = await openPanel(stage.launched, elsewhere);
    await elsewhere.bringToFront();
  }, 120_000);
  afterAll(() => close());

  beforeEach(async () => {
    hub.away(false);
    await elsewhere.bringToFront();
  });

  it('shows nobody while the hub has nobody open, and says which hub it follows', async () => {
    const { text, parts } = await untilPanel('noPatient');
    const { host } = new URL(hub.address);
    expect(parts.link).toBe(`Follows ${host}`);
    expect(parts.follows).toBe(`Follows ${host}`);
    expect(text).toContain(`Nobody is open in ${host}.`);
  });

  it('S1: shows the plan of whoever the hub opens, and the next one; nobody once it is closed', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    const { parts } = await untilFollows(forCpr);
    expect(parts['link-cause']).toBe('Not compared with a page');
    hub.open(notForCpr);
    await untilFollows(notForCpr);
    hub.close();
    await untilPanel('noPatient');
    await expect.poll(() => hub.answers.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
  });

  it('follows no older event, no event twice, and the last of two that come in the wrong order', async () => {
    const { forCpr, notForCpr, overdue } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    hub.openOutOfOrder(notForCpr, overdue);
    await untilFollows(overdue);
    hub.repeat();
    hub.sendStale(notForCpr);
    const answered = () => hub.answers.length;
    await expect.poll(answered).toBeGreaterThan(4);
    await untilFollows(overdue);
  });

  it('refuses whoever has no usable NHS number, and says so', async () => {
    const { forCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    hub.open('unnamed');
    const { parts, text } = await untilPanel('unreadable');
    expect(parts['helpdesk-code']).toContain('HUB-NO-NUMBER');
    expect(text).not.toContain(spaced(forCpr));
    await expect.poll(() => hub.answers.some(({ status }) => status === 409)).toBe(true);
    hub.open(forCpr);
    await untilFollows(forCpr);
  });

  it('says at once that the connection is lost, shows nobody, and comes back to whoever is open by then', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    hub.away(true);
    const { parts, text } = await untilPanel('hubAway');
    const { host } = new URL(hub.address);
    expect(parts.link).toBe(`Connection to ${host} lost`);
    expect(text).not.toMatch(new RegExp(`${spaced(forCpr)}|CPR`));
    hub.open(notForCpr);
    hub.away(false);
    await untilFollows(notForCpr);
  });

  it('comes back by itself after a connection was cut, and knows what a hub forgot that was started anew', async () => {
    const { forCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    await watchPanel(panel);
    hub.drop();
    await untilPlanHasGone(panel);
    await untilFollows(forCpr);
    hub.restart();
    await untilPanel('noPatient');
  });

  it('keeps the connection while the background is killed, and shows the same patient again', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    await killBackground(stage.launched);
    await expect.poll(() => panel.now(), { interval: 5 }).toBeNull();
    await untilFollows(forCpr);
    await expect.poll(hub.subscribers).toBe(1);
    hub.open(notForCpr);
    await untilFollows(notForCpr);
  });

  it('is not deceived by a connection that stays open and silent', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    hub.silence();
    hub.open(notForCpr);
    expect((await untilPanel('hubAway')).parts.link).toContain('lost');
    hub.restart();
    await untilPanel('noPatient');
  });

  it('S2: shows no plan while the page in front shows somebody else, and one the page agrees with', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    await untilFollows(forCpr);
    await record.bringToFront();
    const { text } = await untilPanel('several');
    expect(text).toContain('The page and the hub show different people');
    hub.open(notForCpr);
    expect((await untilFollows(notForCpr)).parts.link).toBe('Same patient as this page');
  });

  it('follows the page for whoever chooses so, and the hub again', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    hub.open(forCpr);
    await record.bringToFront();
    await untilPanel('several');
    await panel.press('Follow the page');
    expect((await untilFollows(notForCpr)).parts.follows).toBe('Follows the page');
    await expect.poll(hub.subscribers).toBe(0);
    await panel.press('Follow 127.0.0.1');
    await untilPanel('several');
    await elsewhere.bringToFront();
    await untilFollows(forCpr);
    await record.bringToFront();
    await untilPlanOf(record, notForCpr.nhsNumber);
  });
});
