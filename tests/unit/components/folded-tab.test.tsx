// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { tabOf } from '../../../components/overlay/tab-state.ts';
import { FIRST_PLACE } from '../../../utils/page/place.ts';
import { type Story, stories } from '../../sandbox/stories/stories.ts';
import { wordsIn } from '../../words-in.ts';
import { draw, part, press, seen, storyOf } from './draw.tsx';

const words = wordsIn('en');
const folded = { place: { ...FIRST_PLACE, folded: true }, arrange: vi.fn(), drawEdge: vi.fn() };

function tab(id: string) {
  const { link, name, answer } = tabOf(storyOf(id).view, words);
  return [words.OVERLAY.link[link], name, answer.says];
}

test.each([
  ['plan', ['Same patient', 'REED, Margaret', 'Not for CPR']],
  ['plan-empty', ['Same patient', 'EVANS, Gwilym', 'CPR not recorded']],
  ['plan-conflicting-cpr', ['Same patient', 'WHITCOMBE-HARGREAVES, Bartholomew Augustine', 'CPR statements disagree']],
  ['plan-cpr-in-words-only', ['Same patient', 'REED, Margaret', 'CPR in words only']],
  ['plan-died', ['Same patient', 'FARRELL, Joan', 'Has died']],
  ['plan-overdue', ['Same patient', 'MORGAN, Elsie', 'Open the plan']],
  ['saved-forCpr', ['Same patient', 'REED, Margaret', 'Open the plan']],
  ['looking', ['Reading', 'BAKER, Thomas', 'Looking for a plan']],
  ['no-plan', ['Reading', 'BAKER, Thomas', 'No plan found']],
  ['could-not-check-offline', ['Reading', 'BAKER, Thomas', 'Could not check']],
  ['several', ['Several patients', null, 'No plan shown']],
  ['disagree-birth-date', ['Can’t tell which patient', null, 'No plan shown']],
  ['birth-date-needed', ['Can’t tell which patient', null, 'No plan shown']],
  ['no-patient', ['No patient', null, 'No plan shown']],
  ['locked-asked', ['Not looking', null, 'Locked']],
])('%s, folded', (id, says) => {
  expect(tab(id)).toEqual(says);
});

/** Everything by which two tabs differ but the name. */
function looksOf({ view }: Story): string {
  const { link, name, answer } = tabOf(view, words);
  return JSON.stringify([link, name === null, answer]);
}

test('there is a folded story of everything a tab can look like in a page', () => {
  const inPages = stories.filter(({ view }) => !('openedBy' in view));
  const isFolded = ({ place }: Story): boolean => place?.folded ?? false;
  expect(new Set(stories.filter(isFolded).map(looksOf))).toEqual(new Set(inPages.map(looksOf)));
});

test('S1, S4: “for CPR” stands in a tab only of a plan that says so, with nothing to be read before it', () => {
  for (const { id, view } of stories) {
    const { link, answer } = tabOf(view, words);
    if (!/CPR/.test(answer.says)) continue;
    expect(link, id).toBe('same');
    expect(view.kind, id).toBe('plan');
    if (view.kind !== 'plan' || !/^(?:not |modified )?(?:for )?CPR$/i.test(answer.says)) continue;
    const states = [view.plan, ...view.alsoCurrent].map(({ cprDecision }) => words.OVERLAY.cpr[cprDecision.state]);
    expect(new Set(states), id).toEqual(new Set([answer.says]));
    expect([view.saved, view.plan.contradictions.includes('CPR decision')], id).toEqual([false, false]);
  }
});

test.each(stories)('$id: a tab names whom the sidebar names, and nobody else', ({ view, now }) => {
  const { article } = draw(view, now, { overlay: folded });
  const button = article.querySelector('.tab');
  expect(article.dataset.folded).toBe('true');
  expect(button?.querySelectorAll('[data-part="tab-link"], [data-part="tab-answer"]')).toHaveLength(2);
  const named = button?.querySelector('[data-part="tab-name"]') ?? null;
  if (button?.querySelector('[data-state="unsure"], [data-state="many"]')) expect(named).toBeNull();
  if (named) expect(part(article, 'name')).toContain(named.textContent);
});

test('a press opens it again', () => {
  const { view, now } = storyOf('plan');
  const { article } = draw(view, now, { overlay: folded });
  expect(seen(article.querySelector('.tab'))).toBe('Same patientREED, MargaretNot for CPR');
  press(article, '.tab');
  expect(folded.arrange).toHaveBeenCalledExactlyOnceWith(FIRST_PLACE);
});

test('unfolded there is no tab, and where it cannot be moved there is neither edge nor choice', () => {
  const { view, now } = storyOf('plan');
  const overlay = { ...folded, place: FIRST_PLACE };
  expect(draw(view, now, { overlay }).article.querySelectorAll('.tab, .edge, .arrange')).toHaveLength(2);
  expect(draw(view, now).article.querySelectorAll('.tab, .edge, .arrange')).toHaveLength(0);
});
