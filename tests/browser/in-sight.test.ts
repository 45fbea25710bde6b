import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCases } from './corpus/cases.ts';
import { corpusApp } from './corpus/run-corpus.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilPlanOf, untilShown } from './harness/sidebar.ts';
import { openCall, openResident } from './harness/stage.ts';
import { type Bed, openBed } from './overlay/bed.ts';
import { HOSTILE_PAGES } from './overlay/hostile-pages.ts';
import { ORDINARY, saysHidden } from './overlay/ordinary.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Pages of clinical systems that nobody wrote for Planside; where they are not at hand, those written here. */
const CORPUS = [folder('../../../shared/pages'), folder('../pages')].find((path) => existsSync(path)) ?? '';
/** Half of them where CI is set, the one half in one browser and the other in the other; at a desk a quarter. */
const EVERY = process.env.CI ? 2 : 4;
const FIRST = process.env.PLANSIDE_BROWSERS === 'firefox' ? 1 : 0;
/** Some that were written to be hostile let nothing stand beside them. */
const SHOWN = (await readCases(CORPUS))
  .filter(({ name, loaded }) => loaded.expected !== null && !/hostile/.test(name))
  .map(({ name }) => name)
  .filter((_, at) => at % EVERY === FIRST);
const WINDOWS = 4;
const inWindows = [...Map.groupBy(SHOWN, (name) => Math.floor(SHOWN.indexOf(name) / WINDOWS)).values()];

/** “This page is covering Planside” takes the plan away, so where nothing is covered it is never said (H14). */
describe.for(await browsersUnderTest())('the sidebar is not said to be hidden, in $name', (found) => {
  let bed: Bed;

  beforeAll(async () => {
    bed = await openBed(found, inject('sandboxBuilds')[found.family] ?? '', { corpus: corpusApp(CORPUS) });
  }, 120_000);
  afterAll(() => bed?.stage.close());
  afterEach(() => bed.tidy());

  it('beside the GP record, the out-of-hours queue and the care home’s board', async () => {
    const { stage, gp } = bed;
    expect(await saysHidden(gp)).toBeNull();
    const queue = await stage.outOfHours();
    bed.keep(queue);
    await openCall(queue, stage.cast.queue.notForCpr);
    await untilShown(queue, 'an answer', ({ parts }) => parts.name !== undefined);
    expect(await saysHidden(queue)).toBeNull();
    const home = await stage.careHome();
    bed.keep(home);
    await openResident(home, stage.cast.residents.notForCpr);
    await untilShown(home, 'an answer', ({ parts }) => parts.name !== undefined);
    expect(await saysHidden(home)).toBeNull();
  });

  it.each([...HOSTILE_PAGES, 'rtl', 'frameset'])('on a page of the kind “%s”', async (kind) => {
    expect(await saysHidden(await bed.elsewhere(kind))).toBeNull();
  });

  it.each(ORDINARY)('H14: nothing is said when $what', async ({ does, ends }) => {
    const page = await bed.elsewhere('plain');
    await does(page, bed);
    const said = await saysHidden(page);
    await ends?.(page, bed);
    expect(said).toBeNull();
    await untilPlanOf(page, bed.stage.cast.gp.forCpr.nhsNumber);
  });

  it.each(inWindows)('on the pages %s', async (...names) => {
    const open = async (name: string) => {
      const page = await bed.stage.launched.browser.newPage({ type: 'window' });
      bed.keep(page);
      await page.setViewport({ width: 1280, height: 800 });
      page.on('dialog', (dialog) => void dialog.dismiss());
      await page.goto(`${bed.stage.sandbox.originOf('corpus')}/${name}/page.html`);
      await untilShown(page, 'somebody', ({ view }) => view !== 'unsettled' && view !== 'looking');
      return saysHidden(page);
    };
    expect(await Promise.all(names.map(open))).toEqual(names.map(() => null));
  });
});
