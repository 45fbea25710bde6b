// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { announce } from '../../../../components/announcement.ts';
import type { View } from '../../../../utils/view/view.ts';
import { showing } from '../../../sandbox/stories/plan-stories.ts';
import { FULL_PLAN } from '../../../sandbox/stories/plans.ts';
import { stories } from '../../../sandbox/stories/stories.ts';
import { NOW } from '../../../sandbox/stories/story.ts';
import { wordsIn } from '../../../words-in.ts';
import { draw, drawStory, part, storyOf } from '../draw.tsx';

const CY = wordsIn('cy');

function actingAs(view: View): readonly string[] {
  return 'signedInAs' in view && view.signedInAs ? [view.signedInAs.role, view.signedInAs.organisation] : [];
}

/** What stands there besides somebody else’s words; names of services, systems and roles stand in our sentences. */
function ours(article: Element, view: View): string {
  const copy = article.cloneNode(true) as Element;
  for (const theirs of copy.querySelectorAll('bdi, [lang], [role], [data-part="helpdesk-code"]')) theirs.remove();
  const others = ['service' in view ? view.service : '', 'system' in view ? view.system : '', ...actingAs(view)];
  const names = others.filter((name) => name !== '');
  return names.reduce((text, name) => text.replaceAll(name, ''), copy.textContent ?? '');
}

const ENGLISH_IN_PLACE =
  /.{0,30}\b(?:the|this|of|and|not|for|with|by|from|could|patient|recorded|your|you|check|ask|plan)\b.{0,20}/i;

test.each(stories.map(({ id }) => id))('%s has no English of ours, and says that it is Welsh', (id) => {
  const { article } = drawStory(id, { language: 'cy' });
  expect(article.lang).toBe('cy');
  expect(ours(article, storyOf(id).view).match(ENGLISH_IN_PLACE)).toBeNull();
});

test('the author’s words are as they came, not for translating, and in no language that nobody claimed', () => {
  const { article } = drawStory('plan', { language: 'cy' });
  const words = part(drawStory('plan').article, 'cpr-words');
  expect(part(article, 'cpr-words')).toBe(words);
  const quote = article.querySelector('[data-part="cpr-words"]');
  expect(quote?.getAttribute('lang')).toBe('');
});

test('the author’s words are in the language the document says', () => {
  const { article } = draw(showing({ ...FULL_PLAN, language: 'en-GB' }), NOW, { language: 'cy' });
  const langs = [...article.querySelectorAll('.body bdi, .body blockquote')].map((one) => one.getAttribute('lang'));
  expect(new Set(langs)).toEqual(new Set(['en-GB']));
  expect(article.querySelector('[data-part="cpr-words"]')?.getAttribute('lang')).toBe('en-GB');
});

test.each([
  ['plan', 'Cynllun ar gyfer REED, Margaret. Ddim ar gyfer CPR. Adolygwyd 3 Mehefin 2026.'],
  ['looking', 'Yn chwilio am gynllun ar gyfer BAKER, Thomas.'],
  [
    'no-plan',
    'Ni chafwyd hyd i gynllun ar gyfer BAKER, Thomas. Nid yw hyn yn golygu “ar gyfer CPR”. Gall fod cynllun ar bapur neu mewn gwasanaeth arall.',
  ],
  [
    'plan-overdue',
    'Cynllun ar gyfer MORGAN, Elsie. Ddim ar gyfer CPR. Adolygwyd 20 Rhagfyr 2025. Adolygiad 5 mis yn hwyr.',
  ],
])('%s is said politely', (id, status) => {
  const { view, now } = storyOf(id);
  expect(announce(view, now, CY)).toEqual({ status, alert: '' });
});

test.each([
  ['several', 'Mwy nag un claf ar y dudalen hon.'],
  ['disagree-birth-date', 'Methu dweud pa glaf. Nid yw’r dudalen a’r cynllun yn cytuno.'],
  ['could-not-check-offline', 'Methwyd â gwirio a oes cynllun. Mae’r cyfrifiadur hwn all-lein ers 14:32.'],
])('%s interrupts', (id, alert) => {
  const { view, now } = storyOf(id);
  expect(announce(view, now, CY)).toEqual({ status: '', alert });
});

test('only one item differs, or several do', () => {
  expect(CY.DISAGREE.heading(['birthDate'])).toBe('Mae’r dyddiad geni yn wahanol, felly ni ddangosir cynllun');
  expect(CY.DISAGREE.heading(['birthDate', 'familyName'])).toBe(
    'Mae’r dyddiad geni a’r cyfenw yn wahanol, felly ni ddangosir cynllun',
  );
});
