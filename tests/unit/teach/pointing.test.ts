// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pointing } from '../../../utils/teach/pointing.ts';

const heard = vi.fn();
let over: string[] = [];
let done: (string | null)[] = [];

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.checkVisibility = function checkVisibility() {
    return !this.closest('[hidden]');
  };
  document.body.innerHTML = '<div id="a"><b id="b">REED</b></div><p id="c" hidden>no</p><p id="d">999</p>';
  for (const name of ['click', 'keydown']) document.addEventListener(name, heard);
  [over, done] = [[], []];
  heard.mockClear();
});
afterEach(() => {
  for (const name of ['click', 'keydown']) document.removeEventListener(name, heard);
});

const begin = () =>
  pointing(
    window,
    ({ id }) => over.push(id),
    (element) => done.push(element?.id ?? null),
  );
const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

test('a press says where, and the page hears nothing of it; the next is the page’s again', () => {
  begin();
  document.getElementById('b')?.click();
  expect([done, heard.mock.calls.length]).toEqual([['b'], 0]);
  document.getElementById('b')?.click();
  expect([done, heard.mock.calls.length]).toEqual([['b'], 1]);
});

test('arrow keys go from text to text that can be seen, round and back, and Enter takes it', () => {
  begin();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) press(key);
  expect(over).toEqual(['b', 'd', 'b', 'd', 'b']);
  press('Enter');
  expect([done, heard.mock.calls.length]).toEqual([['b'], 0]);
});

test('Enter before anything is pointed at, and every other key, stay the page’s', () => {
  const { stop } = begin();
  press('Enter');
  press('x');
  stop();
  expect([done, heard.mock.calls.length]).toEqual([[], 2]);
});

test('Escape ends it, and so does whoever began it', () => {
  begin();
  press('Escape');
  expect([done, heard.mock.calls.length]).toEqual([[null], 0]);
  const { stop } = begin();
  stop();
  document.getElementById('b')?.click();
  expect([done, heard.mock.calls.length]).toEqual([[null], 1]);
});
