import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Adapter } from '../../utils/page/adapter.ts';
import { parseAdapter } from '../../utils/page/adapter-schema.ts';
import type { Person } from '../sandbox/people/person.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilOpen } from './harness/extension-page.ts';
import { setUp, signIn } from './harness/set-up.ts';
import { pressAt, press as pressWords, sidebarNow, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openStage, type Stage } from './harness/stage.ts';
import { pressKeysOf } from './hide/press-keys.ts';
import { FOREIGN, foreignSystem, type Served } from './teach/foreign-system.ts';
import {
  changeSettings,
  choose,
  filesOf,
  judge,
  openTeaching,
  pointApart,
  pointAt,
  press,
  pressIn,
  readAs,
  save,
  savedAdapter,
  spaced,
  untilNobody,
  untilRead,
  untilStep,
  untilWarned,
} from './teach/lesson.ts';

/** A day that is no month either, which tells the months of a system from its days. */
const isTelling = ({ birthDate }: Person) => Number(birthDate.slice(8)) > 12;
const TELLING = 3;

/** A system that nobody knows, from the page that cannot be read to the file for the pack. */
describe.each(await browsersUnderTest())('teaching a foreign system in $family', (found) => {
  const served: Served = { exported: '', late: Promise.resolve() };
  let stage: Stage;
  let people: readonly Person[];
  let page: Page;
  let teach: Page;

  beforeAll(async () => {
    const extra = { elsewhere: foreignSystem(() => people, served) };
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra } });
    await setUp(stage.launched, stage.sandbox, [FOREIGN]);
    const plain = stage.cast.queue.withPlan;
    // Three whose birth dates tell, then two whose do not.
    people = [...plain.filter(isTelling).slice(0, TELLING), ...plain.filter((one) => !isTelling(one)).slice(0, 2)];
    page = await stage.launched.browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
  });
  afterEach(async () => {
    if (teach && !teach.isClosed()) await teach.close();
  });
  afterAll(() => stage?.close());

  const open = (path: string) => page.goto(`${stage.sandbox.originOf('elsewhere')}${path}`);
  const at = (selector: string) => () => pressIn(page, page.mainFrame(), selector);
  const person = (place: number) => people[place] as Person;

  /** Points at whoever stands at this place. */
  async function pointAll(place: number): Promise<void> {
    await open(`/record/${place}`);
    await choose(teach, 'number', spaced(person(place).nhsNumber));
    await pointAt(teach, page, 'date', at('.dob'));
    await pointApart(teach, page, at('.surname'), at('.forename'));
    await untilStep(teach, 'look');
  }

  /** The same, and waits until they are read. */
  async function pointOut(place: number): Promise<void> {
    await pointAll(place);
    await untilRead(teach, readAs(person(place)));
  }

  /** The page asks before it opens the record. */
  async function askFirst(): Promise<void> {
    await page.evaluate(() => {
      const title = document.createElement('h1');
      title.textContent = 'Is this the right patient?';
      document.querySelector('.who')?.prepend(title);
    });
  }

  /** @returns as it was */
  async function changeAdapter(change: (now: Adapter) => Adapter): Promise<Adapter> {
    let before: Adapter | undefined;
    await changeSettings(stage.launched, (now) => ({
      ...now,
      clinicalSystems: now.clinicalSystems.map((one) => {
        if (one.id !== FOREIGN.id || !one.adapter) return one;
        before = one.adapter as Adapter;
        return { ...one, adapter: change(before) as NonNullable<typeof one.adapter> };
      }),
    }));
    if (!before) throw new Error('Nothing has been taught.');
    return before;
  }

  /** Two patients and a list, marked where somebody points. */
  async function teachWhole(): Promise<void> {
    await pointOut(0);
    await judge(teach, 'right');
    await open('/waiting');
    await untilNobody(teach);
    await press(teach, '[data-action="list"]');
    await pointAt(teach, page, 'list', at('.waiting h2'));
    await teach.waitForSelector('[data-judged="nobody"][data-right="true"]');
    await open('/record/1');
    await untilRead(teach, readAs(person(1)));
    await judge(teach, 'right');
  }

  it('begins at the page that cannot be read, and that page is read without being loaded again', async () => {
    const { launched } = stage;
    await open('/record/0');
    await untilShown(page, 'the way to teach', ({ view, text }) => view === 'unreadable' && text.includes('Teach'));
    await pressAt(page, '[data-command="teach"]');
    teach = await untilOpen(launched.browser, `${launched.extensionOrigin}/teach.html#${FOREIGN.id}`);
    await teachWhole();
    await page.bringToFront();
    await untilView(page, 'unreadable');
    await page.evaluate(() => Object.assign(window, { isLoadedOnce: true }));
    await save(teach);
    await teach.close();
    await page.bringToFront();
    await signIn(launched, page, stage.account('out-of-hours'));
    await page.bringToFront();
    await untilPlanOf(page, person(1).nhsNumber);
    expect(await page.evaluate(() => 'isLoadedOnce' in window)).toBe(true);
  });

  it('reads carefully from then on: a step before a record opens claims nobody, as it would not otherwise', async () => {
    await askFirst();
    await untilView(page, 'noPatient');
    const taught = await changeAdapter(({ careful: _, ...bare }) => bare);
    await page.bringToFront();
    await untilPlanOf(page, person(1).nhsNumber);
    await changeAdapter(() => taught);
    await page.bringToFront();
    await expect.poll(() => sidebarNow(page)).toBeNull();
    await page.evaluate(() => document.querySelector('h1')?.remove());
    await untilPlanOf(page, person(1).nhsNumber);
    await askFirst();
    await untilView(page, 'noPatient');
    expect(await page.evaluate(() => 'isLoadedOnce' in window)).toBe(true);
  });

  it('exports an adapter for the pack, and a page without its words that is read by it', async () => {
    const { launched } = stage;
    teach = await openTeaching(launched, FOREIGN.id);
    await teachWhole();
    const [file] = await filesOf(teach, '[data-action="export"]');
    expect(file?.name).toBe('elsewhere.json');
    const adapter = parseAdapter(JSON.parse(file?.text ?? ''));
    expect(adapter).toMatchObject({ careful: true, forbids: ['section.waiting'] });
    expect(adapter).toEqual(await savedAdapter(teach, FOREIGN.id));
    const [html, label] = await filesOf(teach, '[data-judged="patient"] [data-action="redact"]');
    expect([html?.name, label?.name]).toEqual(['page.html', 'label.json']);
    const { expected } = JSON.parse(label?.text ?? '');
    const said = `${file?.text}${html?.text}${label?.text}`.toLowerCase();
    for (const { familyName, givenNames, nhsNumber } of people) {
      for (const word of [familyName, ...givenNames, nhsNumber]) expect(said).not.toContain(word.toLowerCase());
    }
    expect(said).not.toMatch(/ward|chart<|seen on/);
    served.exported = html?.text ?? '';
    await open('/exported');
    await untilRead(teach, {
      name: `${expected.familyName}, ${expected.givenName}`,
      born: readAs({ ...person(0), birthDate: expected.dob }).born,
      number: spaced(expected.nhsNumber),
    });
  });

  it('warns where two readings are possible', async () => {
    teach = await openTeaching(stage.launched, FOREIGN.id);
    await pointAll(TELLING);
    await untilWarned(teach, 'dateOrder');
    // As the warning says: somebody whose day is no month.
    await open('/record/0');
    await teach.waitForSelector('[data-reads="unreadable"]');
    await press(teach, '[data-action="wrong"]');
    await pointOut(0);
    await judge(teach, 'right');
    await open(`/record/${TELLING}`);
    await untilRead(teach, readAs(person(TELLING)));
    expect(await teach.$('[data-warning="dateOrder"]')).toBeNull();
    await open(`/kin/${TELLING}`);
    await untilWarned(teach, 'otherNumber');
    await open(`/twice/${TELLING}`);
    await untilWarned(teach, 'severalPlaces');
    await teach.waitForSelector('[data-reads="several"]');
  });

  it('says that a page is read wrongly which was marked as nobody’s, and saves nothing until it is forgotten', async () => {
    teach = await openTeaching(stage.launched, FOREIGN.id);
    await teachWhole();
    await teach.waitForSelector('[data-action="save"]');
    await open('/record/2');
    await untilRead(teach, readAs(person(2)));
    await judge(teach, 'nobody');
    await teach.waitForSelector('[data-judged="nobody"][data-right="false"]');
    await teach.waitForSelector('[data-missing="rightPages"]');
    expect(await teach.$('[data-action="save"], [data-action="export"]')).toBeNull();
    await press(teach, '[data-right="false"] [data-action="forget"]');
    await teach.waitForSelector('[data-action="save"]');
  });

  it('is hidden with everything else, and goes on where it was', async () => {
    const { launched } = stage;
    teach = await openTeaching(launched, FOREIGN.id);
    await pointOut(0);
    await judge(teach, 'right');
    await pressKeysOf(launched, 'hide-now');
    await teach.waitForSelector('[data-part="hidden"]');
    const shown = (await teach.evaluate(() => document.body.innerText)).toLowerCase();
    for (const word of [person(0).familyName, spaced(person(0).nhsNumber)]) {
      expect(shown).not.toContain(word.toLowerCase());
    }
    await press(teach, '[data-action="showAgain"]');
    await untilRead(teach, readAs(person(0)));
    expect(await teach.$$('[data-judged]')).toHaveLength(1);
    await pressKeysOf(launched, 'hide-now');
    await teach.waitForSelector('[data-part="hidden"]');
    await page.bringToFront();
    await untilView(page, 'hidden');
    await pressWords(page, 'Show again');
    await teach.waitForSelector('[data-reads="patient"]');
  });
});
