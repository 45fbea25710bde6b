import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { chooseLanguage } from './harness/choose-language.ts';
import { type Shown, shownFrame, untilPlanOf, untilShown } from './harness/sidebar.ts';
import { soon } from './harness/soon.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** Runs in the sidebar's document: in which language it is, and how the author's words are marked. */
function marks() {
  const article = document.querySelector('article');
  const authored = [...document.querySelectorAll('blockquote, bdi:not(.number)')];
  return {
    page: document.documentElement.lang,
    article: article?.lang,
    authored: [...new Set(authored.map((one) => `${one.getAttribute('lang')} ${one.getAttribute('translate')}`))],
    born: document.querySelector('[data-part="born"] .unseen')?.textContent,
  };
}

/** Whoever chooses Welsh has every sentence of Planside in Welsh, and every word of the plan as its author wrote it. */
describe.for(await browsersUnderTest())('the language, in $name', (found) => {
  let stage: Stage;
  let gp: Page;
  let inEnglish: Shown;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    const person = stage.cast.gp.notForCpr;
    await openPatient(gp, person);
    inEnglish = await signInAndSee(stage, gp, 'gp', person);
  });
  afterAll(() => stage?.close());

  /** `null`: the frame has just given way to another. */
  async function marked() {
    const frame = await shownFrame(gp);
    return soon(() => frame.evaluate(marks), null);
  }

  async function untilLink(link: string): Promise<Shown> {
    await gp.bringToFront();
    return untilShown(gp, link, ({ view, parts }) => view === 'plan' && parts.link === link);
  }

  it('is English where nobody chose and the browser speaks no Welsh', async () => {
    expect(inEnglish.parts).toMatchObject({ link: 'Same patient as this page', verdict: 'Not for CPR' });
    expect(await marked()).toMatchObject({ page: 'en', article: 'en' });
  });

  it('changes in every open tab as soon as it is chosen, and nothing the author wrote changes', async () => {
    await chooseLanguage(stage, 'cy');
    const { parts, text } = await untilLink('Yr un claf â’r dudalen hon');
    expect(parts).toMatchObject({
      verdict: 'Ddim ar gyfer CPR',
      order: 'Os bydd y galon yn stopio, peidiwch â rhoi cynnig ar CPR.',
      name: inEnglish.parts.name,
      'nhs-number': inEnglish.parts['nhs-number'],
      'cpr-words': inEnglish.parts['cpr-words'],
      'kept-at': inEnglish.parts['kept-at'],
      phone: inEnglish.parts.phone,
    });
    expect(text).not.toMatch(/\b(?:Not for CPR|do not attempt|Ceiling|Fetched|Sign out)\b/);
  });

  it('is said of the document and of the sidebar, and none is claimed for words in a language nobody named', async () => {
    await expect.poll(marked).toMatchObject({ page: 'cy', article: 'cy', authored: [' no'] });
    // Also where the browser itself has no Welsh months.
    expect((await marked())?.born).toMatch(
      /^\d{1,2} (?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr) \d{4}$/,
    );
  });

  it('stays with the next patient, and goes back', async () => {
    await openPatient(gp, stage.cast.gp.forCpr);
    const welsh = await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    expect(welsh.parts.verdict).toBe('Ar gyfer CPR');
    await chooseLanguage(stage, 'en');
    expect((await untilLink('Same patient as this page')).parts.verdict).toBe('For CPR');
  });
});
