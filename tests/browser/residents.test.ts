import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { allTold, untilTold } from './access/audited.ts';
import { besideNow, pressBeside, untilNothingBeside, untilPlanBeside } from './find/beside.ts';
import { findShown, openFindPage, retype, signInToFind, untilFind } from './find/find-page.ts';
import {
  askForResidents,
  livingIn,
  meant,
  openResident,
  openRow,
  rowsShown,
  untilToConfirm,
} from './find/residents-shown.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { expectPlan, intentOf } from './harness/expect-plan.ts';
import { pressOn } from './harness/press.ts';
import { openStage, type Stage } from './harness/stage.ts';

/** Where the sandbox stands. */
const TODAY = Temporal.Now.plainDateISO('Europe/London').toString();

/** A carer and the list of the home. */
describe.for(await browsersUnderTest())('the residents of a home, in $name', (found) => {
  let stage: Stage;
  let find: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    find = await openFindPage(stage);
    await signInToFind(stage, find, 'nurse');
  });
  afterAll(() => stage?.close());
  afterEach(() => stage.sandbox.switches.clear());

  const plansAsked = () => stage.sandbox.requests.filter(({ step }) => step === 'document').length;

  it('lists everybody who lives there, and of each what the service holds', async () => {
    await askForResidents(find, 'list');
    // Whoever has asked for it sees it, and not the fields above.
    expect(await find.$eval('.residents-part', (part) => Math.abs(part.getBoundingClientRect().top))).toBeLessThan(20);
    const { sandbox, cast } = stage;
    const expected = livingIn(sandbox, cast.residents.careHome.id).map((person) => {
      return [person.nhsNumber, meant(sandbox, person, TODAY)] as const;
    });
    expect(await rowsShown(find)).toEqual(Object.fromEntries(expected));
    const all = new Set(expected.flatMap(([, states]) => states));
    expect([...all]).toEqual(expect.arrayContaining(['plan', 'overdue', 'noPlan', 'couldNotCheck']));
    // No plan was read for it.
    expect(plansAsked()).toBe(0);
    expect((await findShown(find)).text).not.toMatch(/for CPR/i);
  });

  it('S10: the list itself is on record, without anybody in it', async () => {
    const told = await untilTold(stage.sandbox, 'of the list', (all) => all.length > 0);
    expect(told.at(-1)).toMatchObject({ what: 'access', action: 'R', nhsNumber: undefined, by: 'Grace Whitlow' });
  });

  it('typing finds in the list, and asks nobody', async () => {
    const { requests } = stage.sandbox;
    const before = requests.length;
    const { forCpr } = stage.cast.residents;
    await retype(find, '#filter', forCpr.familyName.toLowerCase());
    const rows = async () => Object.keys(await rowsShown(find));
    await expect.poll(rows).toContain(forCpr.nhsNumber);
    await retype(find, '#filter', forCpr.nhsNumber.replace(/^(...)(...)/, '$1 $2 '));
    await expect.poll(rows).toEqual([forCpr.nhsNumber]);
    await find.$eval('#filter', (input) => (input as HTMLInputElement).select());
    await find.keyboard.press('Backspace');
    await expect.poll(async () => (await rows()).length).toBeGreaterThan(1);
    expect(requests.length).toBe(before);
  });

  it('S1: nobody is asked about before somebody has looked at who was pressed', async () => {
    const person = stage.cast.residents.notForCpr;
    const asked = stage.sandbox.requests.length;
    await openRow(find, person);
    const { parts, text } = await untilToConfirm(find, person);
    expect(parts.heading).toBe('Is this who you are with?');
    expect(parts.name).toContain(person.familyName.toUpperCase());
    expect(text).not.toMatch(/for CPR|No plan/i);
    const steps = stage.sandbox.requests.slice(asked).map(({ step }) => step);
    expect(steps).not.toContain('document');
    expect(steps).not.toContain('plans');
  });

  it('two presses from the list to the plan, compared whole with whoever stands in the list', async () => {
    const person = stage.cast.residents.notForCpr;
    await openResident(find, person);
    const shown = await untilPlanBeside(find, person.nhsNumber);
    expectPlan(shown, intentOf(stage.sandbox.plans, person.patientId));
    expect(shown.parts.link).toBe('Not compared with a page');
    const is = ({ nhsNumber, openedBy }: { nhsNumber?: string | undefined; openedBy?: string | undefined }) =>
      nhsNumber === person.nhsNumber && openedBy === 'residents';
    await untilTold(stage.sandbox, 'of the view', (all) => all.some(is));
  });

  it('S2: the next resident is asked for only once the plan of the one before is gone', async () => {
    const { notForCpr, forCpr } = stage.cast.residents;
    await openResident(find, notForCpr);
    await untilPlanBeside(find, notForCpr.nhsNumber);
    const visible = await find.evaluate((nhsNumber) => {
      const shown = () =>
        [...document.querySelectorAll('iframe')].filter((frame) => getComputedStyle(frame).opacity === '1').length;
      const before = shown();
      document.querySelector<HTMLElement>(`li[data-nhs-number="${nhsNumber}"] button`)?.click();
      // In the same task: nothing has been painted since.
      return [before, shown()];
    }, forCpr.nhsNumber);
    expect(visible).toEqual([1, 0]);
    await untilToConfirm(find, forCpr);
    await pressBeside(find, 'confirmBirthDate');
    expectPlan(await untilPlanBeside(find, forCpr.nhsNumber), intentOf(stage.sandbox.plans, forCpr.patientId));
  });

  it('S1: never one resident’s plan under another’s name, however fast and slow', async () => {
    const { notForCpr, forCpr, overdue } = stage.cast.residents;
    stage.sandbox.switches.set('all', { kind: 'slow', ms: [0, 150] });
    const [first, second, third] = [notForCpr, forCpr, overdue].map(({ nhsNumber }) => nhsNumber);
    for (const person of [notForCpr, forCpr, overdue, notForCpr, overdue, forCpr]) {
      await openResident(find, person);
      const shown = await besideNow(find);
      const others = [first, second, third].filter((number) => number !== person.nhsNumber);
      const spaced = others.map((number) => number?.replace(/^(...)(...)/, '$1 $2 '));
      expect(spaced).not.toContain(shown?.parts['nhs-number']);
    }
    expectPlan(await untilPlanBeside(find, forCpr.nhsNumber), intentOf(stage.sandbox.plans, forCpr.patientId));
  });

  it('going back takes the plan away', async () => {
    await openResident(find, stage.cast.residents.notForCpr);
    await untilPlanBeside(find, stage.cast.residents.notForCpr.nhsNumber);
    await pressOn(find, '[data-command="takeAway"]');
    await untilNothingBeside(find);
  });

  it('what has changed since this person looked is marked, and of nobody else', async () => {
    const person = stage.cast.residents.notForCpr;
    const plan = stage.sandbox.plans.find(({ patientId }) => patientId === person.patientId);
    if (!plan) throw new Error('No plan to change.');
    stage.sandbox.revise(plan, {});
    await askForResidents(find, 'list');
    const rows = await rowsShown(find);
    expect(rows[person.nhsNumber]).toContain('changed');
    expect(Object.values(rows).filter((states) => states.includes('changed'))).toHaveLength(1);
  });

  it.each(['wrongPatient', 'down', 'truncated', 'html'] as const)(
    'S4: plans answered with %s are “could not check” of everybody, and “no plan” of nobody',
    async (kind) => {
      stage.sandbox.switches.set('plans', { kind });
      await askForResidents(find, 'list');
      const states = new Set(Object.values(await rowsShown(find)).flat());
      expect([...states]).toEqual(['couldNotCheck']);
    },
  );

  it('a list that cannot be had says so, with the cause', async () => {
    stage.sandbox.switches.set('group', { kind: 'status', status: 503, retryAfter: '0' });
    await askForResidents(find, 'couldNotCheck');
    expect((await findShown(find)).text).toContain('is not working');
    expect(await rowsShown(find)).toEqual({});
  });

  it('a lock blanks the list, and what was typed', async () => {
    await askForResidents(find, 'list');
    const { nhsNumber } = stage.cast.residents.forCpr;
    await openResident(find, stage.cast.residents.forCpr);
    await untilPlanBeside(find, nhsNumber);
    // Whoever signs in next would deliver what is still to be told.
    await untilTold(stage.sandbox, 'of the view', (all) => all.at(-1)?.nhsNumber === nhsNumber);
    await pressBeside(find, 'lock');
    const { text } = await untilFind(find, 'locked');
    await untilNothingBeside(find);
    expect(await rowsShown(find)).toEqual({});
    expect(text).not.toMatch(/999|Whitlow/);
  });

  it('another role has no list, and is told so', async () => {
    await signInToFind(stage, find, 'gp');
    await askForResidents(find, 'noList');
    expect((await findShown(find)).text).toContain('Your role has no list of residents');
    // What still waited of whoever was there before arrives now, and is theirs.
    expect(allTold(stage.sandbox).filter(({ by }) => by === stage.account('gp').name)).toEqual([]);
  });
});
