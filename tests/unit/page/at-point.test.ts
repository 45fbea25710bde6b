// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { allAt, frontAt, frontOfPage } from '../../../utils/page/at-point.ts';
import { markAsOurs } from '../../../utils/page/ours.ts';

type Asked = { readonly of: Document; readonly forAll: boolean };

afterEach(() => {
  Reflect.deleteProperty(Document.prototype, 'elementFromPoint');
  Reflect.deleteProperty(Document.prototype, 'elementsFromPoint');
});

/** These stand at every point of every document, front first; answers with who was asked for what. */
function standing(...elements: readonly Element[]): readonly Asked[] {
  const asked: Asked[] = [];
  const define = (name: string, forAll: boolean, answer: unknown) =>
    Object.defineProperty(Document.prototype, name, {
      configurable: true,
      value(this: Document) {
        asked.push({ of: this, forAll });
        return answer;
      },
    });
  define('elementFromPoint', false, elements[0] ?? null);
  define('elementsFromPoint', true, elements);
  return asked;
}

const [first, second] = [document.createElement('p'), document.createElement('section')];

test('what is in front is asked for alone: all that stands there takes long in a long list', () => {
  const asked = standing(first, second);
  expect(frontAt(second, 1, 1)).toBe(first);
  expect(frontOfPage(document, 1, 1)).toBe(first);
  expect(asked.some(({ forAll }) => forAll)).toBe(false);
});

test('where that is ours, the first that is not is in front of the page', () => {
  const ours = document.createElement('div');
  markAsOurs(ours);
  standing(ours, first, second);
  expect(frontOfPage(document, 1, 1)).toBe(first);
});

test('nothing, or a browser that does not say', () => {
  expect([frontAt(first, 1, 1), frontOfPage(document, 1, 1), allAt(first, 1, 1)]).toEqual([null, null, []]);
  standing();
  expect([frontAt(first, 1, 1), frontOfPage(document, 1, 1), allAt(first, 1, 1)]).toEqual([null, null, []]);
});

test('a node of another document, such as the page around a frame, is looked for there', () => {
  const around = document.implementation.createHTMLDocument();
  const asked = standing(first);
  frontAt(around.body, 1, 1);
  allAt(around.body, 1, 1);
  frontOfPage(around, 1, 1);
  expect(asked.map(({ of }) => of === around)).toEqual([true, true, true]);
});
