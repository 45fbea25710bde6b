import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { pageMargin } from '../../../utils/page/page-margin.ts';

function root(style?: string): HTMLElement {
  const { documentElement } = new Window({ url: 'https://record.example/' }).document;
  if (style !== undefined) documentElement.setAttribute('style', style);
  return documentElement as unknown as HTMLElement;
}

test('S12: a page without styles on its root has none again once the sidebar has gone', () => {
  const page = root();
  const margin = pageMargin(page, (change) => change());
  margin.push('right', 380);
  expect(page.style.getPropertyValue('margin-right')).toBe('380px');
  margin.takeBack();
  expect(page.hasAttribute('style')).toBe(false);
});

test('S12: a margin of the page’s own is there again as it was', () => {
  const page = root('margin-right: 12px !important; color: red');
  const margin = pageMargin(page, (change) => change());
  margin.push('right', 380);
  margin.push('right', 420);
  margin.takeBack();
  expect(page.style.getPropertyValue('margin-right')).toBe('12px');
  expect(page.style.getPropertyPriority('margin-right')).toBe('important');
  expect(page.style.color).toBe('red');
});

test('S12: from one side to the other, nothing stays on the side before', () => {
  const page = root();
  const margin = pageMargin(page, (change) => change());
  margin.push('right', 380);
  margin.push('left', 300);
  expect(page.style.getPropertyValue('margin-right')).toBe('');
  expect(page.style.getPropertyValue('margin-left')).toBe('300px');
  margin.push('left', 0);
  expect(page.hasAttribute('style')).toBe(false);
});
