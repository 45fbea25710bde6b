// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawStory, storyOf } from './draw.tsx';

let hasFocus = true;
beforeEach(() => {
  hasFocus = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
});
afterEach(() => void vi.restoreAllMocks());

const button = (article: Element) => article.querySelector<HTMLElement>('[data-command="cancel"]');

test('what had the focus is taken away: the panel has it then', () => {
  const { article, redraw } = drawStory('looking-late');
  button(article)?.focus();
  redraw(storyOf('could-not-check-cancelled').view);
  expect(document.activeElement).toBe(article);
});

test('what stays keeps it, and whoever never had it does not get it', () => {
  const { article, redraw } = drawStory('looking-late');
  redraw(storyOf('could-not-check-cancelled').view);
  expect(document.activeElement).toBe(document.body);
  const lock = article.querySelector<HTMLElement>('[data-command="lock"]');
  lock?.focus();
  redraw(storyOf('looking-late').view);
  expect(document.activeElement).toBe(lock);
});

test('whoever is typing in the page beside goes on typing there', () => {
  const { article, redraw } = drawStory('looking-late');
  button(article)?.focus();
  hasFocus = false;
  redraw(storyOf('could-not-check-cancelled').view);
  expect(document.activeElement).not.toBe(article);
});
