import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Hub } from '../sandbox/hub/hub.ts';
import type { Person } from '../sandbox/people/person.ts';
import { spaced, untilPanelOf } from './fhircast/follows.ts';
import { openHubStage } from './fhircast/hub-stage.ts';
import { untilPlanHasGone, watched, watchPanel } from './fhircast/watch-panel.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { openPatient, type Stage, signInAndSee } from './harness/stage.ts';

/** What can go wrong with a hub: never anybody's plan but that of whoever it has open now. */
describe.for(await browsersUnderTest())('a hub in trouble, followed in $name', (found) => {
  let stage: Stage;
  let hub: Hub;
  let close = async () => {};
  let panel: Panel;
  let forCpr: Person;
  let notForCpr: Person;

  const untilFollows = (person: Person) => untilPanelOf(panel, person);
  const untilLost = (code: string) =>
    panel.until(
      `lost, ${code}`,
      ({ view, parts }) => view === 'hubAway' && parts['helpdesk-code']?.includes(code) === true,
    );

  beforeAll(async () => {
    const opened = await openHubStage(found, inject('sandboxBuilds')[found.family] ?? '', { heartbeatSeconds: 2 });
    ({ stage, hub, close } = opened);
    ({ forCpr, notForCpr } = stage.cast.gp);
    const record = await stage.gpRecord();
    await openPatient(record, notForCpr);
    await signInAndSee(stage, record, 'gp', notForCpr);
    const elsewhere: Page = await stage.launched.browser.newPage();
    await elsewhere.goto(`${stage.sandbox.planService.origin}/switches`);
    panel = await openPanel(stage.launched, elsewhere);
    await elsewhere.bringToFront();
  }, 120_000);
  afterAll(() => close());

  beforeEach(async () => {
    hub.restart();
    hub.lease(600, true);
    await expect.poll(hub.subscribers).toBe(1);
    const id = hub.open(forCpr);
    // The same plan may still stand there from before the restart: once the panel has answered, it does not.
    await expect.poll(() => hub.answers.some((answer) => answer.id === id)).toBe(true);
    await untilFollows(forCpr);
  });

  it('S2: the answer to each of many events in quick succession finds no plan standing there', async () => {
    await watchPanel(panel);
    const people = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? notForCpr : forCpr));
    const ids = people.map((person) => hub.open(person));
    const last = hub.open(notForCpr);
    await untilFollows(notForCpr);
    const { answered } = await watched(panel);
    const toUs = answered.filter(({ id }) => ids.includes(id) || id === last);
    expect(toUs.map(({ id }) => id)).toEqual([...ids, last]);
    expect(toUs.map(({ stood }) => stood)).toEqual(toUs.map(() => null));
  });

  it('S4: one that ends the subscription, and refuses another, is lost by name, and followed again once it grants one', async () => {
    hub.deny(true);
    const { text } = await untilLost('HUB-');
    expect(text).not.toMatch(new RegExp(`${spaced(forCpr)}|for CPR`));
    await untilLost('HUB-REFUSED');
    hub.openSilently(notForCpr);
    hub.deny(false);
    await untilFollows(notForCpr);
  });

  it('S4: is lost when the lease is over and was not renewed, and asked anew who is open', async () => {
    hub.lease(3, false);
    hub.drop();
    await untilFollows(forCpr);
    hub.openSilently(notForCpr);
    await untilLost('HUB-EXPIRED');
    hub.lease(600, true);
    await untilFollows(notForCpr);
  });

  it('is followed without a break over several leases that are renewed', async () => {
    hub.lease(5, true);
    await watchPanel(panel);
    hub.drop();
    await untilPlanHasGone(panel);
    await untilFollows(forCpr);
    await watchPanel(panel);
    const before = hub.renewals();
    await expect.poll(hub.renewals).toBeGreaterThan(before + 2);
    const { views } = await watched(panel);
    expect(new Set(views)).toEqual(new Set([`plan ${forCpr.nhsNumber}`]));
  });

  it.each([
    ['no JSON', '{"timestamp":"2026-'],
    ['JSON that is no event', '{"id":"1","event":"Patient-open"}'],
    ['an event without a time', '{"id":"1","event":{"hub.event":"Patient-open","context":[]}}'],
  ])('S2: %s may have named somebody: whoever stood there goes, and the hub is asked', async (_, text) => {
    hub.openSilently(notForCpr);
    await watchPanel(panel);
    hub.sendText(text);
    await untilFollows(notForCpr);
    // It is written down at the next painting, which may be later than a look from outside.
    await expect.poll(async () => (await watched(panel)).views.at(-1)).toBe(`plan ${notForCpr.nhsNumber}`);
    const { views } = await watched(panel);
    expect(views.filter((view) => view.startsWith('plan'))).toEqual([
      `plan ${forCpr.nhsNumber}`,
      `plan ${notForCpr.nhsNumber}`,
    ]);
  });

  it('is sent a SyncError about an event that was taken and cannot be followed after all', async () => {
    hub.openSilently('unnamed');
    const before = hub.syncErrors.length;
    const id = hub.sendStale(notForCpr);
    const { parts } = await panel.until('that nobody can be told', ({ view }) => view === 'unreadable');
    expect(parts['helpdesk-code']).toContain('HUB-NO-NUMBER');
    await expect.poll(() => hub.syncErrors.length).toBe(before + 1);
    expect(hub.answers.find((answer) => answer.id === id)?.status).toBe(202);
    const sent = JSON.stringify(hub.syncErrors.at(-1));
    expect(sent).toContain(id);
    for (const word of [notForCpr.nhsNumber, notForCpr.familyName, forCpr.nhsNumber]) expect(sent).not.toContain(word);
  });

  it('S2: opens somebody else while the background is gone: the plan before is never shown again', async () => {
    await watchPanel(panel);
    await killBackground(stage.launched);
    await expect.poll(() => panel.now(), { interval: 5 }).toBeNull();
    hub.open(notForCpr);
    await untilFollows(notForCpr);
    const { views } = await watched(panel);
    expect(views.slice(1)).not.toContain(`plan ${forCpr.nhsNumber}`);
  });
});
