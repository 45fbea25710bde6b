import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { launchSystem } from '../sandbox/settings-for.ts';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { setUp } from './harness/set-up.ts';
import { sidebarNow, untilPlanOf, untilShown } from './harness/sidebar.ts';
import { openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** What a desktop system puts behind the `#`. */
function fragmentOf({ nhsNumber, familyName, givenNames, birthDate }: Person): string {
  const who = { 'nhs-number': nhsNumber, family: familyName, given: givenNames.join(' '), 'birth-date': birthDate };
  return new URLSearchParams(who).toString();
}

/** The page of docs/launch, opened by a desktop system, with the real extension beside it. */
describe.for(await browsersUnderTest())('the launch page, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    await setUp(stage.launched, stage.sandbox, [launchSystem]);
    address = `${stage.sandbox.originOf('launch')}/launch.html`;
    page = await stage.launched.browser.newPage();
    const { notForCpr } = stage.cast.gp;
    await page.goto(`${address}#${fragmentOf(notForCpr)}`);
    await signInAndSee(stage, page, 'gp', notForCpr);
  }, 120_000);
  afterAll(() => stage?.close());

  /** Opened again in the same window: only what stands behind the `#` is another. */
  const openAgain = (fragment: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
  const declared = () =>
    page.evaluate(() => document.querySelector('script[data-patient-context]')?.textContent ?? null);

  async function expectCleanAddress(): Promise<void> {
    const seen = await page.evaluate(() => [location.href, document.title, document.referrer]);
    expect(seen).toEqual([address, 'Planside launch', '']);
  }

  it('shows who is open, and Planside their plan; the address is clean', async () => {
    const { notForCpr } = stage.cast.gp;
    const { parts } = await untilPlanOf(page, notForCpr.nhsNumber);
    expect(parts.link).toBe('Same patient as this page');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain(notForCpr.nhsNumber.replace(/^(...)(...)(....)$/, '$1 $2 $3'));
    expect(text).toContain(notForCpr.familyName.toUpperCase());
    await expectCleanAddress();
  });

  it('has nothing wrong for anybody (axe), whoever is open or nobody, and fits on 320 px with a long name', async () => {
    const { longName, notForCpr } = stage.cast.gp;
    await page.setViewport({ width: 320, height: 640 });
    for (const behind of [fragmentOf(longName), 'close', 'nhs-number=1', fragmentOf(notForCpr)]) {
      await openAgain(behind);
      await page.waitForFunction(() => location.hash === '');
      expect(await faults(page)).toEqual([]);
      const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(over)).toBe(0);
    }
    await page.setViewport({ width: 1280, height: 800 });
    await untilPlanOf(page, notForCpr.nhsNumber);
  });

  it('S2: opened again for somebody else, shows and declares them in one task, and Planside the other plan', async () => {
    const { forCpr } = stage.cast.gp;
    const [before, after] = await page.evaluate(async (hash) => {
      const now = () => {
        const number = document.getElementById('number')?.textContent?.replaceAll(' ', '') ?? '';
        const said = document.querySelector('script[data-patient-context]')?.textContent ?? '';
        return [said.includes(number), location.hash === ''];
      };
      const both = [now()];
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = hash;
      await changed;
      return [...both, now()];
    }, fragmentOf(forCpr));
    expect([before, after]).toEqual([
      [true, true],
      [true, true],
    ]);
    await untilPlanOf(page, forCpr.nhsNumber);
    await expectCleanAddress();
  });

  it('S7: the window keeps one step, and no patient is in its address', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    const before = await page.evaluate(() => history.length);
    await openAgain(fragmentOf(notForCpr));
    await untilPlanOf(page, notForCpr.nhsNumber);
    await expectCleanAddress();
    // The step in which it was opened again is there, and leads to the same clean address.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1);
    const steps = await page.evaluate(() => navigation.entries().map(({ url }) => url ?? ''));
    for (const step of steps) expect(step).not.toMatch(/\d{10}|family/);
    await page.evaluate(() => history.back());
    await expectCleanAddress();
    await openAgain(fragmentOf(forCpr));
    await untilPlanOf(page, forCpr.nhsNumber);
  });

  it('declares a close, and nobody is open', async () => {
    const { forCpr } = stage.cast.gp;
    await openAgain('close');
    await expect.poll(async () => (await sidebarNow(page))?.view ?? 'none').toMatch(/^(none|noPatient)$/);
    expect(await declared()).toContain('Patient-close');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(forCpr.familyName.toUpperCase());
    await expectCleanAddress();
  });

  it.each([
    [
      'a digit that is wrong',
      (text: string) => text.replace(/(nhs-number=\d{9})(\d)/, (_, most, last) => `${most}${(Number(last) + 1) % 10}`),
    ],
    ['no birth date', (text: string) => text.replace(/&birth-date=.*/, '')],
    ['a birth date that is no day', (text: string) => text.replace(/birth-date=.*/, 'birth-date=1938-02-30')],
    ['no name', (text: string) => text.replace(/family=[^&]*/, 'family=')],
    ['something besides', (text: string) => `${text}&sex=female`],
    ['two numbers', (text: string) => `${text}&nhs-number=9991087109`],
    ['half a character', (text: string) => text.replace('family=', 'family=%E')],
  ])('with %s says that nobody is open, and declares nothing', async (_, spoil) => {
    const { forCpr } = stage.cast.gp;
    await openAgain(fragmentOf(forCpr));
    await untilPlanOf(page, forCpr.nhsNumber);
    await openAgain(spoil(fragmentOf(forCpr)));
    await page.waitForFunction(() => document.body.innerText.includes('did not say clearly who is open'));
    expect(await declared()).toBeNull();
    await expect.poll(async () => (await sidebarNow(page))?.view ?? 'none').toMatch(/^(none|noPatient)$/);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(forCpr.familyName.toUpperCase());
    await expectCleanAddress();
  });

  it('takes nobody from an address that servers and proxies see', async () => {
    const { forCpr } = stage.cast.gp;
    await page.goto(`${address}?${fragmentOf(forCpr)}`);
    await page.waitForFunction(() => document.body.innerText.includes('did not say clearly who is open'));
    expect(await declared()).toBeNull();
    await expectCleanAddress();
    await page.goto(`${address}#${fragmentOf(forCpr)}`);
    await untilShown(page, 'the plan again', ({ view }) => view === 'plan');
  });
});
