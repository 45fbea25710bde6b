// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { type Drawn, drawStory, part, storyOf } from './draw.tsx';

function field({ article }: Drawn, name: string): HTMLInputElement {
  const input = article.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (!input) throw new Error(`No field ${name}`);
  return input;
}

function type(drawn: Drawn, typed: Record<string, string>): void {
  for (const [name, text] of Object.entries(typed)) {
    act(() => {
      const input = field(drawn, name);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  act(() => {
    drawn.article.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

test('a real date is sent once, as an ISO day', () => {
  const drawn = drawStory('birth-date-needed');
  type(drawn, { day: '9', month: '3', year: '1940' });
  expect(drawn.commands).toEqual([{ do: 'confirmBirthDate', birthDate: '1940-03-09' }]);
  expect(drawn.article.querySelector('[data-part="error"]')).toBeNull();
});

test('what is wrong is said beside the fields; what was typed stays; nothing is sent', () => {
  const drawn = drawStory('birth-date-needed');
  type(drawn, { day: '31', month: '2', year: '1940' });
  expect(part(drawn.article, 'error')).toBe('There is no such day. Check the day, the month and the year.');
  expect(drawn.commands).toEqual([]);
  expect(field(drawn, 'day').value).toBe('31');
  expect(field(drawn, 'day').getAttribute('aria-invalid')).toBe('true');
  expect(field(drawn, 'day').getAttribute('aria-describedby')).toBe('birth-wrong');
  expect(document.activeElement).toBe(field(drawn, 'day'));
});

test('only the field that is wrong is marked', () => {
  const drawn = drawStory('birth-date-needed');
  type(drawn, { day: '1', month: '2', year: '40' });
  expect(part(drawn.article, 'error')).toBe('Type the year with 4 digits, for example 1940.');
  expect(field(drawn, 'year').getAttribute('aria-invalid')).toBe('true');
  expect(field(drawn, 'day').getAttribute('aria-invalid')).toBeNull();
  expect(document.activeElement).toBe(field(drawn, 'year'));
});

test('the same patient drawn again keeps what was typed; another patient starts empty', () => {
  const drawn = drawStory('birth-date-needed');
  type(drawn, { day: '31', month: '', year: '' });
  drawn.redraw({ ...storyOf('birth-date-needed').view });
  expect(field(drawn, 'day').value).toBe('31');
  drawn.redraw(storyOf('birth-date-needed-no-name').view);
  expect(field(drawn, 'day').value).toBe('');
  expect(drawn.article.querySelector('[data-part="error"]')).toBeNull();
});

test('the cause says what is missing on the page', () => {
  expect(part(drawStory('birth-date-needed').article, 'link-cause')).toBe('No date of birth on this page');
  expect(part(drawStory('birth-date-needed-no-name').article, 'link-cause')).toBe('No name on this page');
});
