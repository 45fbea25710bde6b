// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { View } from '../../../utils/view/view.ts';
import { stories } from '../../sandbox/stories/stories.ts';
import { draw } from './draw.tsx';

const story = stories.find(({ id }) => id === 'resident-to-confirm');
if (story?.view.kind !== 'birthDateNeeded') throw new Error('There is no such story.');
const { view, now } = story;

test('S1: who was pressed stands there in full, and nothing of a plan', () => {
  const { article } = draw(view, now);
  expect(article.querySelector('[data-part="name"]')?.textContent).toContain('REED, Margaret');
  expect(article.querySelector('[data-part="born"]')?.textContent).toContain('14-Jul-1938');
  expect(article.textContent).not.toMatch(/for CPR/i);
});

test('one press says that this is who was meant, by the birth date that stands there', () => {
  const drawn = draw(view, now);
  drawn.article.querySelector<HTMLElement>('[data-command="confirmBirthDate"]')?.click();
  expect(drawn.commands).toEqual([
    { do: 'confirmBirthDate', birthDate: view.kind === 'birthDateNeeded' && view.page.birthDate },
  ]);
});

test('without a birth date there is nothing to say it by', () => {
  const unknown: View = { ...view, page: { ...view.page, birthDate: null } };
  expect(draw(unknown, now).article.querySelector('[data-command="confirmBirthDate"]')).toBeNull();
});
