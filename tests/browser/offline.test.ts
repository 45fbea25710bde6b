import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inExtensionPage, storedOnceEnded } from './access/session-storage.ts';
import { allowCopies, recordsKept } from './at-rest/extension-storage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { press, type Shown, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** Copies for when the service cannot be asked, where an organisation allows them. */
describe.for(await browsersUnderTest())('a copy of a plan, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    await inExtensionPage(stage.launched, allowCopies);
    const { notForCpr, forCpr } = stage.cast.gp;
    gp = await stage.gpRecord();
    await openPatient(gp, notForCpr);
    await signInAndSee(stage, gp, 'gp', notForCpr);
    await openPatient(gp, forCpr);
    await untilPlanOf(gp, forCpr.nhsNumber);
    stage.sandbox.switches.set('all', { kind: 'down' });
  });
  afterAll(() => stage?.close());

  const untilCopyOf = (nhsNumber: string): Promise<Shown> =>
    untilShown(
      gp,
      `the copy of ${nhsNumber}`,
      ({ view, parts, text }) =>
        view === 'plan' && parts['nhs-number']?.replaceAll(' ', '') === nhsNumber && text.includes('Saved copy'),
      30_000,
    );

  it('stands in while the service is away, says how old it is, and what may have changed since', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    await openPatient(gp, notForCpr);
    const not = await untilCopyOf(notForCpr.nhsNumber);
    expect(not.parts.verdict).toMatch(/^Not for CPR, as of \d\d:\d\d/);
    await openPatient(gp, forCpr);
    const is = await untilCopyOf(forCpr.nhsNumber);
    expect(is.parts.verdict).toMatch(/^For CPR, as of \d\d:\d\d/);
    expect(is.text).toContain('It may have changed since. Check before relying on it.');
    expect(is.parts['link-cause']).toMatch(/^Saved copy from/);
  });

  it('is only of plans that were seen: of anybody else nothing is known, and that is said', async () => {
    await openPatient(gp, stage.cast.gp.overdue);
    const { text } = await untilShown(gp, 'why not', ({ view }) => view === 'couldNotCheck', 30_000);
    expect(text).not.toMatch(/No plan found|Saved copy/);
  });

  it('gives way to the service once that is back, and looking at it was on record all the while', async () => {
    const { notForCpr } = stage.cast.gp;
    stage.sandbox.switches.clear();
    await openPatient(gp, notForCpr);
    const live = await untilShown(
      gp,
      'the plan itself',
      ({ view, text }) => view === 'plan' && !/Saved copy/.test(text),
    );
    expect(live.parts.verdict).toBe('Not for CPR');
    const copies = () =>
      stage.sandbox.auditEvents().filter(({ resource }) => JSON.stringify(resource.entity).includes('saved copy'))
        .length;
    await untilShown(gp, 'both copies on record', () => copies() === 2);
  });

  it('is erased by a lock', async () => {
    await press(gp, 'Lock');
    await untilView(gp, 'locked');
    await storedOnceEnded(stage.launched);
    const kept = await inExtensionPage(stage.launched, recordsKept);
    expect(kept['copies/copies'] ?? 0).toBe(0);
  });
});
