// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import * as dom from '../../../utils/page/dom.ts';
import { one, page, pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

/**
 * A property hidden behind an element of that name, as browsers do for the fields of a form and the images of a
 * document. This DOM does so for some names only, so it is done by hand for all.
 */
function clobber<T extends object>(node: T, ...names: readonly string[]): T {
  for (const name of names) {
    Object.defineProperty(node, name, { configurable: true, value: document.createElement('input') });
  }
  return node;
}

describe('a form whose fields have the names of its properties', () => {
  const VALUES = [
    'parentNode',
    'parentElement',
    'firstChild',
    'nextSibling',
    'isConnected',
    'textContent',
    'localName',
    'childElementCount',
    'shadowRoot',
    'assignedSlot',
  ];
  const METHODS = [
    'matches',
    'querySelectorAll',
    'getBoundingClientRect',
    'checkVisibility',
    'compareDocumentPosition',
  ];
  const parts = (names: readonly string[]) => {
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    page(
      `<section class="outer"><form class="x" data-box="1 2 3 4">words${inputs}</form><p class="after"></p></section>`,
    );
    const [outer, after, input] = [one('.outer'), one('.after'), one('input')];
    return { outer, after, input, form: clobber(one('.x'), ...names) };
  };

  test('is not asked for their values', () => {
    const { form, outer, after, input } = parts(VALUES);
    try {
      expect(form.parentNode).not.toBe(outer);
      expect(dom.parentNodeOf(form)).toBe(outer);
      expect((dom.firstChildOf(form) as Text).data).toBe('words');
      expect(dom.nextSiblingOf(form)).toBe(after);
      expect(dom.isConnected(form)).toBe(true);
      expect(dom.textContentOf(form)).toBe('words');
      expect(dom.nameOf(form)).toBe('form');
      expect(dom.childCountOf(form)).toBe(VALUES.length);
      expect(dom.shadowRootOf(form)).toBeNull();
      expect(dom.drawnParentOf(form)).toBe(outer);
      expect(dom.isInside(input, form)).toBe(true);
      expect(dom.isInside(form, outer)).toBe(true);
    } finally {
      for (const name of VALUES) Reflect.deleteProperty(form, name);
    }
  });

  test('is not asked to answer itself', () => {
    const { form, outer, after } = parts(METHODS);
    expect(form.matches).not.toBeTypeOf('function');
    expect([dom.matches(form, '.x'), dom.matches(form, '.y')]).toEqual([true, false]);
    expect(dom.closest(form, '.outer')).toBe(outer);
    expect(dom.findAll(form, 'input')).toHaveLength(METHODS.length);
    expect(dom.boxOf(form).width).toBe(3);
    expect([dom.follows(after, form), dom.follows(form, after)]).toEqual([true, false]);
    expect(dom.isRendered(form)).toBe(true);
    outer.toggleAttribute('hidden', true);
    expect(dom.isRendered(form)).toBe(false);
  });

  test('has the attributes it has', () => {
    const { form } = parts(['attributes']);
    expect(dom.attributeOf(form, 'class')).toBe('x');
    expect(dom.attributeOf(form, 'nothing')).toBeNull();
  });
});

test('a document whose images have the names of its properties is asked nothing itself', () => {
  page('<p class="x"></p>');
  document.title = 'A page';
  const [paragraph, root] = [one('.x'), document.documentElement];
  const NAMES = ['querySelectorAll', 'title', 'documentElement'];
  clobber(document, ...NAMES);
  try {
    expect(document.title).not.toBe('A page');
    expect(dom.titleOf(document)).toBe('A page');
    expect(dom.documentElementOf(document)).toBe(root);
    expect(dom.findAll(document, '.x')).toEqual([paragraph]);
  } finally {
    for (const name of NAMES) Reflect.deleteProperty(document, name);
    document.title = '';
  }
});

describe('what is drawn inside what', () => {
  function slotted() {
    page(
      '<x-card class="host"><b class="light">a</b>text<i class="lost" slot="nowhere">b</i></x-card><p class="beside"></p>',
    );
    const root = one('.host').attachShadow({ mode: 'open' });
    root.innerHTML = '<section><slot></slot></section>';
    const [section, slot] = ['section', 'slot'].map((name) => root.querySelector(name));
    if (!section || !slot) throw new Error('no shadow root');
    return { host: one('.host'), root, section, slot };
  }

  test('the parent of what is put into a slot is the slot', () => {
    const { host, section, slot } = slotted();
    const light = one('.light');
    expect(dom.drawnParentOf(light)).toBe(slot);
    expect(dom.drawnParentOf(light.nextSibling as Text)).toBe(slot);
    expect(dom.drawnParentOf(section)).toBe(host);
    expect(dom.isInside(light, section)).toBe(true);
    expect(dom.closest(light, 'section')).toBe(section);
    // The parent in the document is another one.
  });

  test('the host is drawn around its shadow root', () => {
    const { host, slot, root } = slotted();
    expect(dom.isInside(slot, host)).toBe(true);
    expect(dom.closest(slot, '.host')).toBe(host);
    expect(dom.closest(slot, '.beside')).toBeNull();
    expect(dom.isInside(slot, one('.beside'))).toBe(false);
    expect(dom.findAll(root, 'slot')).toEqual([slot]);
  });

  test('nothing is drawn around the document', () => {
    page('');
    expect(dom.drawnParentOf(document.documentElement)).toBeNull();
    expect(dom.drawnParentOf(document.createElement('p'))).toBeNull();
  });
});

test('only elements are elements', () => {
  page('<p>words</p>');
  expect([one('p'), one('p').firstChild as Text, document].map((node) => dom.isElement(node))).toEqual([
    true,
    false,
    false,
  ]);
});
