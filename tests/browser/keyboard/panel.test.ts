import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../../sandbox/people/person.ts';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { openPanel, type Panel } from '../harness/panel.ts';
import { openPatient, openStage, type Stage, signInAndSee } from '../harness/stage.ts';
import { type ByKeys, byKeys } from './by-keys.ts';
import { keysInPanel } from './keys.ts';

/** The browser's own panel, once F6 has led into it. */
describe.for(await browsersUnderTest())('keyboard, in the browser’s own panel, in $name', (found) => {
  let stage: Stage;
  let gp: Page;
  let panel: Panel;
  let walk: ByKeys<never>;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    panel = await openPanel(stage.launched, gp);
    await untilPanelOf(stage.cast.gp.notForCpr);
    await panel.goInto();
    walk = byKeys(keysInPanel(panel));
  }, 120_000);
  afterAll(() => stage?.close());
  afterEach(() => expect(walk.faults()).toEqual([]));

  const untilPanelOf = ({ familyName }: Person) =>
    panel.until(
      'the plan',
      ({ view, parts }) => view === 'plan' && Boolean(parts.name?.includes(familyName.toUpperCase())),
    );

  it('goes through the plan, to the last stop and back again', async () => {
    await walk.press('Tab');
    const all = await walk.through();
    expect(all.filter((says) => says === 'summary').length).toBeGreaterThan(4);
    expect(all).toEqual(expect.arrayContaining(['copySummary', 'find', 'lock', 'signOut']));
  });

  it('the patient changes in the page: the keyboard stays in the panel', async () => {
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilPanelOf(stage.cast.gp.forCpr);
    await walk.stands('another patient is open');
  });

  it('hides everything, and shows it again', async () => {
    await walk.to('hideNow');
    await walk.press('Enter');
    await panel.until('that it is hidden', ({ view }) => view === 'hidden');
    await walk.stands('hidden');
    await walk.to('showAgain');
    await walk.press('Enter');
    await untilPanelOf(stage.cast.gp.forCpr);
    await walk.stands('shown again');
  });

  it('locks', async () => {
    await walk.to('lock');
    await walk.press('Enter');
    await panel.until('that it is locked', ({ view }) => view === 'locked');
    await walk.stands('locked');
    await walk.to('signIn');
  });
});
