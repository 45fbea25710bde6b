import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { putAxeIn, violations } from '../gallery/axe.ts';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { openPatient, openStage, type Stage } from '../harness/stage.ts';
import { judge, openTeaching, readAs, spaced, untilNobody, untilRead, untilStep } from '../teach/lesson.ts';
import { at, type ByKeys, byKeys } from './by-keys.ts';
import { keysOf } from './keys.ts';

/** A system is taught by keys alone, and axe-core finds nothing wrong on the way. */
describe.for(await browsersUnderTest())('keyboard, while a system is taught, in $name', (found) => {
  let stage: Stage;
  let record: Page;
  let teach: Page;
  let walk: ByKeys;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    record = await stage.gpRecord();
    await openPatient(record, stage.cast.gp.notForCpr);
    teach = await openTeaching(stage.launched, 'gp-record');
    await putAxeIn(teach);
    await teach.waitForSelector('[data-step="number"] [data-choice]');
    walk = byKeys(keysOf(teach));
    await walk.press('Tab');
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    expect(walk.faults()).toEqual([]);
    expect(await violations(teach)).toEqual([]);
  });

  /** Takes the choice that holds this text. */
  async function take(words: string, then: string): Promise<void> {
    await teach.waitForSelector('[data-choice]');
    await walk.to('button', words);
    await walk.press('Enter');
    await untilStep(teach, then);
    await walk.stands(`at ${then}`, at('step-heading'));
  }

  it('number, date of birth and name are taken from what was found', async () => {
    const { nhsNumber, birthDate, familyName } = stage.cast.gp.notForCpr;
    expect(await walk.through()).toEqual(expect.arrayContaining(['button', 'point']));
    await take(spaced(nhsNumber), 'date');
    await take(birthDate.slice(0, 4), 'name');
    await take(familyName.toUpperCase(), 'look');
    await untilRead(teach, readAs(stage.cast.gp.notForCpr));
  });

  it('a page is said to be right, another is opened, and a list is marked', async () => {
    await walk.through();
    await walk.to('right');
    await walk.press('Enter');
    await teach.waitForSelector('[data-judged]');
    await openPatient(record, stage.cast.gp.forCpr);
    await untilRead(teach, readAs(stage.cast.gp.forCpr));
    await walk.to('right');
    await walk.press('Enter');
    await record.evaluate(() => window.closePatient());
    await untilNobody(teach);
    await walk.stands('nobody is open');
    await walk.to('list');
    await walk.press('Enter');
    await untilStep(teach, 'list');
    await walk.stands('what marks it is asked for', at('step-heading'));
    await walk.through();
    await walk.to('button');
    await walk.press('Enter');
    await teach.waitForSelector('[data-judged="nobody"][data-right="true"]');
    await walk.stands('a list is marked', at('step-heading'));
  });

  it('a page is forgotten, judged again, and what was taught is saved', async () => {
    await walk.to('forget', 'Nobody');
    await walk.press('Enter');
    await walk.stands('forgotten', at('judged-heading'));
    await judge(teach, 'nobody');
    await walk.to('save');
    await walk.press('Enter');
    await teach.waitForSelector('[data-said="saved"]');
    await walk.stands('saved', at('save'));
  });

  it('what is not among what was found is pointed at by arrow keys in the page', async () => {
    await openPatient(record, stage.cast.gp.notForCpr);
    // What speaks of the page before goes with it, and would take the keyboard's place along.
    await untilRead(teach, readAs(stage.cast.gp.notForCpr));
    // What is said of the page has pushed the button that was pressed last out of sight: the next key brings it back.
    await walk.press('Tab');
    await walk.to('wrong');
    await walk.press('Enter');
    await untilStep(teach, 'number');
    await walk.stands('it is asked for anew', at('step-heading'));
    await teach.waitForSelector('[data-choice]');
    await walk.to('point');
    await walk.press('Enter');
    await teach.waitForSelector('[data-part="pointing"]');
    await record.bringToFront();
    const { nhsNumber } = stage.cast.gp.notForCpr;
    const presses = await record.evaluate((wanted) => {
      const texts = [...document.querySelectorAll('body *')].filter((element) => {
        const hasText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''),
        );
        return (hasText || element.matches('input')) && element.checkVisibility();
      });
      return texts.findIndex(({ textContent }) => textContent?.replace(/\s/g, '') === wanted) + 1;
    }, nhsNumber);
    for (let press = 0; press < presses; press += 1) await record.keyboard.press('ArrowDown');
    await record.keyboard.press('Enter');
    await untilStep(teach, 'date');
    await teach.bringToFront();
    await walk.stands('the number was pointed at', at('step-heading'));
  });
});
