import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GROUPS } from '../sandbox/stories/stories.ts';
import { type Told, untilTold } from './access/audited.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openPatient, openStage, signInAndSee } from './harness/stage.ts';
import { printed } from './print/printed.ts';

const SHEETS = GROUPS.flatMap(({ stories }) => stories.map(({ id }) => id).filter((id) => id.startsWith('sheet-')));
/** So much above the sections that one page is too small. */
const LONGEST = ['longest-plan', 'longest-conflict', 'longest-modified', 'longest-saved'];
const LANGUAGES = ['en', 'cy'] as const;

describe.for(await browsersUnderTest())('the printed sheet, in $name', (found) => {
  let gallery: GalleryStage;

  beforeAll(async () => {
    gallery = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => gallery?.close());

  /** What stands on the sheet, and what of it reaches out of the paper. */
  const onSheet = () =>
    gallery.page.$eval('.sheet', (sheet) => {
      const { left, right } = sheet.getBoundingClientRect();
      const outside = [...sheet.querySelectorAll<HTMLElement>('*')].filter((one) => {
        const box = one.getBoundingClientRect();
        const isLost = box.left < left - 1 || box.right > right + 1 || one.scrollWidth > one.clientWidth + 1;
        return (
          one.checkVisibility() && getComputedStyle(one).display !== 'inline' && !one.closest('.unseen, svg') && isLost
        );
      });
      return {
        text: sheet.textContent ?? '',
        name: sheet.querySelector('[data-part="name"]')?.textContent ?? '',
        outside: outside.map((one) => `${one.tagName} ${one.className}: ${one.textContent?.slice(0, 60)}`),
      };
    });

  it.each(SHEETS)(
    '%s is one page, with who it is, which version, when it was fetched, and who printed it',
    async (id) => {
      for (const language of LANGUAGES) {
        await gallery.show(id, language);
        const { text, name, outside } = await onSheet();
        expect(name).not.toBe('');
        expect(text).toMatch(/\d{3} \d{3} \d{4}/);
        if (id === 'sheet-plan') expect(text).toMatch(language === 'en' ? /version 7/ : /fersiwn 7/);
        if (language === 'en') {
          expect(text).toMatch(/Fetched \d\d:\d\d on \d\d-[A-Z][a-z]{2}-\d{4}|Saved copy/);
          expect(text).toMatch(/Printed at \d\d:\d\d on .+ by .+ A printed copy may be out of date/);
        }
        expect(outside).toEqual([]);
        expect(await printed(gallery.page)).toEqual({ pages: 1, hasText: true });
      }
    },
  );

  it.each(LONGEST)('%s goes on to another page: nothing is cut, and who it is stands on each', async (id) => {
    for (const language of LANGUAGES) {
      await gallery.show(id, language);
      await gallery.page.$eval('[data-command="print"]', (button) => (button as HTMLElement).click());
      await gallery.page.waitForSelector('.sheet');
      expect((await onSheet()).outside).toEqual([]);
      const { pages } = await printed(gallery.page);
      expect(pages).toBeGreaterThanOrEqual(2);
      // On paper as before, but of all that is written only who it is.
      const rest = await gallery.page.addStyleTag({
        content: '.sheet-rest, .sheet-rest * { visibility: hidden !important }',
      });
      for (let page = 1; page <= pages; page += 1) {
        expect(await printed(gallery.page, `${page}`), `page ${page}`).toEqual({ pages: 1, hasText: true });
      }
      await rest.evaluate((style) => style.remove());
    }
  });

  it('the clinical page’s own print carries nothing of the sidebar, whoever’s plan stands in it', async () => {
    const stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    try {
      const gp = await stage.gpRecord();
      await openPatient(gp, stage.cast.gp.notForCpr);
      await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
      expect((await printed(gp)).hasText).toBe(true);
      await gp.evaluate(() => {
        const nothing = new CSSStyleSheet();
        nothing.replaceSync('@media print { body, body * { visibility: hidden !important } }');
        document.adoptedStyleSheets.push(nothing);
      });
      expect((await printed(gp)).hasText).toBe(false);
      // Firefox tells each frame that the page is printed, and none that nothing of it is: more is told of than was.
      const prints = found.family === 'firefox' ? 2 : 0;
      const isReport = ({ what }: Told) => what === 'report';
      await untilTold(stage.sandbox, 'of the printouts', (all) => all.filter(isReport).length === prints);
      const { forCpr } = stage.cast.gp;
      await openPatient(gp, forCpr);
      const isNext = ({ nhsNumber }: Told) => nhsNumber === forCpr.nhsNumber;
      const told = await untilTold(stage.sandbox, 'of the next view, after all before it', (all) => all.some(isNext));
      expect(told.filter(isReport)).toHaveLength(prints);
    } finally {
      await stage.close();
    }
  });
});
