// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { sectionList } from '../../../../components/call/section-list.ts';
import { stories } from '../../../sandbox/stories/stories.ts';
import { wordsIn } from '../../../words-in.ts';
import { draw, press, seen } from '../draw.tsx';

const PLANS = stories.flatMap(({ id, view, now, presses }) =>
  view.kind === 'plan' && view.alsoCurrent.length === 0 && !presses ? [{ id, view, now }] : [],
);

const sectionsIn = (article: Element) => [
  ...article.querySelectorAll<HTMLElement>('.body [data-section]:not([data-section="last-plan"])'),
];

describe.each(PLANS)('$id', ({ view, now }) => {
  test('the list names every section that stands below it, in its order, and no other', () => {
    const listed = sectionList(view, wordsIn('en'));
    const drawn = sectionsIn(draw(view, now).article);
    expect(listed.map(({ name, title }) => [name, title])).toEqual(
      drawn.map((section) => [section.dataset.section, seen(section.querySelector('h2'))]),
    );
    for (const { nothing, at, name } of listed) {
      const of = drawn.filter((section) => section.dataset.section === name)[at];
      if (nothing !== null && name !== 'places') expect(of?.className, name).toContain('closed-section');
    }
  });

  test('in hand-over order every section is there, and stands open', () => {
    const { article } = draw(view, now);
    const before = sectionsIn(article).map((section) => section.dataset.section);
    press(article, '[data-command="handOver"]');
    expect(
      sectionsIn(article)
        .map((section) => section.dataset.section)
        .toSorted(),
    ).toEqual(before.toSorted());
    expect(article.querySelector('.hand-over details')).toBeNull();
    expect(article.querySelector('.hand-over')?.textContent).not.toMatch(/\d\d-[A-Z][a-z]{2}-\d{4}/);
  });
});
