import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { openExtensionPage } from '../harness/extension-page.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { at, type ByKeys, byKeys } from './by-keys.ts';
import { keysOf } from './keys.ts';
import { typeOver } from './type-over.ts';

/** Everything that can be set is set by keys. */
describe.for(await browsersUnderTest())('keyboard, on the settings page, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let walk: ByKeys;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    page = await openExtensionPage(stage.launched, 'options.html');
    await page.waitForSelector('#plan-service-name');
    walk = byKeys(keysOf(page));
    await walk.press('Tab');
  });
  afterAll(() => stage?.close());
  afterEach(() => expect(walk.faults()).toEqual([]));

  it('goes through everything there is, and back again', async () => {
    const all = await walk.through();
    expect(all).toEqual(
      expect.arrayContaining(['save-plan-service', 'change', 'add-system', 'save-choices', 'export', 'import']),
    );
  });

  it('a wrong address leads to its field, and a right one is saved where it stands', async () => {
    await walk.to('plan-service-name');
    await typeOver(page, '');
    await walk.press('Backspace');
    await walk.to('save-plan-service');
    await walk.press('Enter');
    await page.waitForSelector('#plan-service-name-wrong');
    await page.waitForFunction(() => document.activeElement?.id === 'plan-service-name');
    await walk.stands('the name is missing');
    await typeOver(page, 'Sandbox plan service');
    await walk.press('Enter');
    await page.waitForSelector('[data-part="outcome"][data-tone="done"]');
    await walk.stands('saved');
  });

  it('adds a system, changes it, and removes it when asked twice', async () => {
    await walk.to('add-system');
    await walk.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'new-system-name');
    await walk.through();
    await walk.to('new-system-name');
    await typeOver(page, 'Another record');
    await walk.to('new-system-origins');
    await typeOver(page, 'https://another.example.org');
    await walk.to('save-system');
    await walk.press('Enter');
    await page.waitForSelector('[data-system="another-record"]');
    await walk.stands('the system is saved');
    await walk.to('change', 'Another record');
    await walk.press('Enter');
    await page.waitForSelector('#another-record-name');
    await walk.stands('the system is changed');
    await walk.to('cancel');
    await walk.press('Enter');
    await page.waitForSelector('#another-record-name', { hidden: true });
    await walk.stands('not changed after all');
    await walk.to('ask-to-remove', 'Another record');
    await walk.press('Enter');
    expect((await walk.stands('asked to remove it', at('remove'))).says).toBe('remove');
    await walk.press('Enter');
    await page.waitForSelector('[data-system="another-record"]', { hidden: true });
    await walk.stands('the system is removed');
  });

  it('chooses a language with the arrows, and saves it', async () => {
    await walk.to('language-asBrowser');
    await walk.on('ArrowDown', 'language-cy');
    await walk.to('save-choices');
    await walk.press('Enter');
    await page.waitForSelector('html[lang="cy"]');
    expect((await walk.stands('in Welsh', at('save-choices'))).says).toBe('save-choices');
  });
});
