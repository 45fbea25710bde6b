import type { Page } from 'puppeteer';
import { goTo } from '../harness/go-to.ts';
import type { Launched } from '../harness/launch.ts';
import { choose, judge, openTeaching, type Read, save, untilNobody, untilRead } from './lesson.ts';

/** One lesson on labelled pages: whoever is open, somebody else, and a page on which nobody is. */
export type CorpusLesson = {
  /** Cases below the folder, by how their names begin. */
  readonly build: string;
  readonly patient: string;
  /** The same page, rewritten in place for somebody else; or another page, with whom it shows. */
  readonly other: { readonly page: string; readonly shows: Read } | 'rewritten';
  readonly nobody: string;
  readonly shows: Read;
  /** As the page writes birth date and name. */
  readonly written: { readonly born: string; readonly name: string };
};

/** Somebody else in the place of the one patient whom all pages of a build show. */
const ADA: Read = { name: 'PLUM, Ada', born: '3 April 1951', number: '999 104 5120' };
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/999 108 7109/g, '999 104 5120'],
  [/9991087109/g, '9991045120'],
  [/\bPip\b/g, 'Ada'],
  [/\bPEACH\b/g, 'PLUM'],
  [/\bPeach\b/g, 'Plum'],
  [/27-Feb-2016/g, '03-Apr-1951'],
  [/27 February 2016/g, '3 April 1951'],
  [/27 Feb 2016/g, '03 Apr 1951'],
];

/** Teaches the system that serves these pages, by keyboard, and saves what was taught. */
export async function teachCorpus(launched: Launched, origin: string, lesson: CorpusLesson): Promise<void> {
  const page = await launched.browser.newPage({ type: 'window' });
  await page.setViewport({ width: 1280, height: 800 });
  const open = (name: string) => goTo(page, `${origin}/${name}/page.html`);
  await open(lesson.patient);
  const teach = await openTeaching(launched, 'corpus');
  await choose(teach, 'number', lesson.shows.number);
  await choose(teach, 'date', lesson.written.born);
  await choose(teach, 'name', lesson.written.name);
  await untilRead(teach, lesson.shows);
  await judge(teach, 'right');
  if (lesson.other === 'rewritten') await rewrite(page);
  else await open(lesson.other.page);
  await untilRead(teach, lesson.other === 'rewritten' ? ADA : lesson.other.shows);
  await judge(teach, 'right');
  await open(lesson.nobody);
  await untilNobody(teach);
  await judge(teach, 'nobody');
  await save(teach);
  await Promise.all([teach.close(), page.close()]);
}

/** As a system does that never leaves its page. */
async function rewrite(page: Page): Promise<void> {
  const changes = REWRITTEN.map(([from, to]) => [from.source, to] as const);
  await page.evaluate((all) => {
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node as Text;
      const now = all.reduce((said, [from, to]) => said.replace(new RegExp(from, 'g'), to), text.data);
      if (now !== text.data) text.data = now;
    }
  }, changes);
}
