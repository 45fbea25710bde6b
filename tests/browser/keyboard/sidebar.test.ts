import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { logIn, setUp } from '../harness/set-up.ts';
import { shownFrame, untilPlanOf, untilShown, untilView } from '../harness/sidebar.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { at, type ByKeys, byKeys } from './by-keys.ts';
import { keysInSidebar } from './keys.ts';
import type { Stops } from './read-stops.ts';
import { typeOver } from './type-over.ts';
import { withoutBirthDate } from './without-birth-date.ts';

const isAt = (stop: number) => (now: Stops) => now.at === stop;

/** From a page that says no birth date to a plan that is used during a call. */
describe.for(await browsersUnderTest())('keyboard, in the sidebar, in $name', (found) => {
  let stage: Stage;
  let record: Page;
  let walk: ByKeys;

  beforeAll(async () => {
    const app = withoutBirthDate(
      () => stage.cast.gp.notForCpr,
      () => stage.cast.gp.forCpr,
    );
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', {
      sandbox: { extra: { elsewhere: app } },
    });
    const system = { id: 'elsewhere', name: 'Another record', origins: ['http://elsewhere.localhost/*'] };
    await setUp(stage.launched, stage.sandbox, [system]);
    record = await stage.launched.browser.newPage();
    await record.setViewport({ width: 1280, height: 800 });
    await record.goto(stage.sandbox.originOf('elsewhere'));
    await untilView(record, 'signedOut');
    walk = byKeys(keysInSidebar(record));
  });
  afterAll(() => stage?.close());
  afterEach(() => expect(walk.faults()).toEqual([]));

  async function signIn(): Promise<void> {
    await walk.to('signIn');
    await walk.press('Enter');
    await logIn(stage.launched, stage.account('gp'));
    await record.bringToFront();
  }

  async function confirm(birthDate: string): Promise<void> {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    for (const [field, text] of [
      ['birth-day', day],
      ['birth-month', month],
      ['birth-year', year],
    ] as const) {
      await walk.to(field);
      await typeOver(record, text);
    }
    await walk.press('Enter');
  }

  it('one Tab leads from the page into the sidebar, and to what can be seen', async () => {
    await walk.press('Tab');
    expect((await walk.stands('from the page', isAt(0))).at).toBe(0);
    await walk.through();
  });

  it('signs in, and the keyboard goes on in the sidebar', async () => {
    await signIn();
    await untilView(record, 'birthDateNeeded');
    await walk.stands('signed in');
  });

  it('confirms the birth date: what is wrong leads to its field, what is right to the plan', async () => {
    const { birthDate, nhsNumber } = stage.cast.gp.notForCpr;
    await confirm('1940-02-31');
    await untilShown(record, 'what is wrong', ({ parts }) => Boolean(parts.error));
    expect((await walk.stands('the date is wrong', at('birth-day'))).says).toBe('birth-day');
    await confirm(birthDate);
    await untilPlanOf(record, nhsNumber);
    await walk.stands('the plan has come');
  });

  it('goes through the plan and back again, and copies a number', async () => {
    await walk.through();
    await walk.to('copy');
    await walk.press('Enter');
    await untilShown(record, '"Copied"', ({ text }) => text.includes('Copied'));
    expect((await walk.stands('a number is copied', at('copy'))).says).toBe('copy');
  });

  it('jumps to a section, and goes on there', async () => {
    await walk.to('summary', 'Go to a section');
    await walk.press('Enter');
    await walk.to('jump');
    await walk.press('Enter');
    expect((await walk.stands('the section is open', isAt(-1))).at).toBe(-1);
    await walk.press('Tab');
    expect((await walk.stands('on from the section', (now) => now.at > 0)).at).toBeGreaterThan(0);
  });

  it('copies the summary, reads it in the order of a hand-over, prints, each where it was pressed', async () => {
    await walk.to('copySummary');
    await walk.press('Enter');
    // A number that was copied still says so.
    await untilShown(record, '"Copied"', ({ parts }) => Boolean(parts['plan-tools']?.includes('Copied')));
    expect((await walk.stands('the summary is copied', at('copySummary'))).says).toBe('copySummary');
    await walk.to('handOver');
    await walk.press(' ');
    await untilShown(record, 'the other order', ({ parts }) => 'hand-over' in parts);
    await walk.stands('in the order of a hand-over');
    await walk.through();
    await walk.to('planOrder');
    await walk.press('Enter');
    await untilShown(record, 'the first order', ({ parts }) => !('hand-over' in parts));
    await walk.stands('in the first order');
    // The dialog of the browser itself is beyond any test: it is known by being asked for.
    const frame = await shownFrame(record);
    await frame.evaluate(() =>
      Object.assign(window, { print: () => document.documentElement.toggleAttribute('data-printed', true) }),
    );
    await walk.to('print');
    await walk.press('Enter');
    await frame.waitForSelector('html[data-printed]');
    expect((await walk.stands('printed', at('print'))).says).toBe('print');
  });

  it('hides everything, and shows it again', async () => {
    const { nhsNumber } = stage.cast.gp.notForCpr;
    await walk.to('hideNow');
    await walk.press('Enter');
    await untilView(record, 'hidden');
    await walk.stands('hidden');
    await walk.to('showAgain');
    await walk.press('Enter');
    await untilView(record, 'birthDateNeeded').then(() => confirm(stage.cast.gp.notForCpr.birthDate));
    await untilPlanOf(record, nhsNumber);
    await walk.stands('shown again');
  });

  it('the patient changes while the keyboard stands in the sidebar: it stays there', async () => {
    await record.evaluate(async () => {
      const next = new DOMParser().parseFromString(await (await fetch('/next')).text(), 'text/html');
      document.querySelector('.patient-banner')?.replaceWith(next.querySelector('.patient-banner') ?? '');
    });
    const { familyName, birthDate, nhsNumber } = stage.cast.gp.forCpr;
    await untilShown(record, 'the next patient', ({ text }) => text.includes(familyName.toUpperCase()));
    await walk.stands('another patient is open');
    await confirm(birthDate);
    await untilPlanOf(record, nhsNumber);
  });

  it('locks, signs in again, and goes on', async () => {
    await walk.to('lock');
    await walk.press('Enter');
    await untilView(record, 'locked');
    await walk.stands('locked');
    await signIn();
    await untilView(record, 'birthDateNeeded');
    await walk.stands('signed in again');
  });
});
