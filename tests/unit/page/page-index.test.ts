// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PageIndex, pageIndex } from '../../../utils/page/page-index.ts';
import { one, page, pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

let index: PageIndex;
let found: ShadowRoot[];
let observer: MutationObserver;

/** The page as an index knows it, watched like a real one. */
function begin(body: string): void {
  page(body);
  found = [];
  observer = new MutationObserver(() => undefined);
  const watch = (root: Document | ShadowRoot) =>
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  watch(document);
  index = pageIndex(document, (root) => {
    found.push(root);
    watch(root);
  });
  while (!index.goOn());
}
/** What the index makes of all that has changed since it was last told. */
const taken = () => index.take(observer.takeRecords());
const places = () =>
  index
    .places()
    .map((place) => (place instanceof Element ? `<${place.localName}>` : place.data.trim()))
    .sort();

beforeEach(() => {
  observer?.disconnect();
});

describe('where NHS numbers are mentioned', () => {
  test.each([
    'NHS No.',
    'NHS number: 999 104 5120',
    'nhs number',
    'NHS: 1',
    'NHS ID',
    'NHS #',
    'NHS',
    'Patient NHS',
    'Rhif GIG',
    'NHS 999 104 5120',
    'NHS 9991045120',
    'Mother’s NHS number',
  ])('%s', (text) => {
    begin(`<p>${text}</p><p>other</p>`);
    expect(places()).toEqual([text]);
  });

  test.each([
    'NHS Trust',
    'The NHS',
    'NHSX number',
    'Number 999 104 5120',
    'GIGABYTE',
    `NHS number${' '.repeat(2_000)}`,
  ])('not %j', (text) => {
    begin(`<p>${text}</p>`);
    expect(places()).toEqual([]);
  });

  test.each(['aria-label', 'title', 'data-label'])('in the %s of an element', (name) => {
    begin(`<p ${name}="NHS number">1</p>`);
    expect(places()).toEqual(['<p>']);
  });

  test.each([
    '<a title="NHS number">1</a>',
    '<button title="NHS number">1</button>',
    '<img title="NHS number">',
    `<p title="NHS number ${'x'.repeat(100)}">1</p>`,
  ])('not %s', (body) => {
    begin(body);
    expect(places()).toEqual([]);
  });
});

describe('kept up to date', () => {
  test('a text that is added, changed and removed', () => {
    begin('<p>one</p>');
    one('p').append('NHS No.');
    expect(taken()).toBe(true);
    expect(places()).toEqual(['NHS No.']);
    const text = one('p').lastChild as Text;
    text.data = 'NHS number';
    // It is still a place: what changed in it is for those to tell who read it.
    expect(taken()).toBe(false);
    text.data = 'NHS Trust';
    expect(taken()).toBe(true);
    expect(places()).toEqual([]);
    text.data = 'NHS No.';
    expect(taken()).toBe(true);
    text.remove();
    expect(taken()).toBe(true);
    expect(places()).toEqual([]);
  });

  test('a piece of a page that comes and goes whole', () => {
    begin('<div></div>');
    const piece = document.createElement('section');
    piece.innerHTML = '<p>NHS No.</p><p title="NHS number">1</p>';
    piece.append(document.createElement('frame'));
    one('div').append(piece);
    expect(taken()).toBe(true);
    expect(places()).toEqual(['<p>', 'NHS No.']);
    expect(index.frames()).toHaveLength(1);
    piece.remove();
    expect(taken()).toBe(true);
    expect(places()).toEqual([]);
    expect(index.frames()).toEqual([]);
  });

  test('a place that is only moved stays one, and one that has gone before it was read is none', () => {
    begin('<div><p>NHS No.</p></div><section></section>');
    one('section').append(one('p'));
    taken();
    expect(places()).toEqual(['NHS No.']);
    const brief = document.body.appendChild(document.createElement('p'));
    brief.textContent = 'NHS number';
    brief.remove();
    taken();
    expect(places()).toEqual(['NHS No.']);
  });

  test('an attribute that names a number', () => {
    begin('<p>1</p>');
    one('p').setAttribute('aria-label', 'NHS number');
    expect(taken()).toBe(true);
    expect(places()).toEqual(['<p>']);
    one('p').setAttribute('class', 'x');
    expect(taken()).toBe(false);
  });

  test('changes that mention no number change nothing', () => {
    begin('<p>NHS No.</p><p class="x">one</p>');
    one('.x').textContent = 'two';
    one('.x').append(document.createElement('b'));
    one('.x').setAttribute('title', 'three');
    expect(taken()).toBe(false);
    expect(index.take([])).toBe(false);
  });
});

describe('declarations', () => {
  test('are found, and every change in them is told', () => {
    begin('<script data-patient-context type="application/fhir+json">{}</script><script>1</script>');
    expect(index.declarations()).toHaveLength(1);
    one('script').textContent = '{"a":1}';
    expect(taken()).toBe(true);
    one('script').firstChild?.replaceWith('{"a":2}');
    expect(taken()).toBe(true);
    (one('script').firstChild as Text).data = '{"a":3}';
    expect(taken()).toBe(true);
    one('script').remove();
    expect(taken()).toBe(true);
    expect(index.declarations()).toEqual([]);
  });

  test('one that is added later', () => {
    begin('<p>one</p>');
    const script = document.createElement('script');
    script.setAttribute('data-patient-context', '');
    script.type = 'application/fhir+json';
    document.body.append(script);
    expect(taken()).toBe(true);
    expect(index.declarations()).toEqual([script]);
  });
});

describe('shadow roots', () => {
  test('of elements that have one, in one another, and of those that are added with theirs', () => {
    begin('<x-one></x-one>');
    const outer = document.createElement('x-outer');
    const inner = document.createElement('x-inner');
    inner.attachShadow({ mode: 'open' }).innerHTML = '<p>NHS No.</p>';
    outer.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(outer);
    expect(taken()).toBe(true);
    expect(found).toEqual([outer.shadowRoot, inner.shadowRoot]);
    expect(index.roots()).toEqual([document, outer.shadowRoot, inner.shadowRoot]);
    expect(places()).toEqual(['NHS No.']);
    outer.remove();
    expect(taken()).toBe(true);
    expect(index.roots()).toEqual([document]);
    expect(places()).toEqual([]);
  });

  test('are awaited of elements of the page’s own, which no mutation tells', () => {
    begin('<x-late></x-late>');
    expect(index.isAwaiting()).toBe(true);
    expect(index.goOn()).toBe(true);
    one('x-late').attachShadow({ mode: 'open' }).innerHTML = '<p>NHS No.</p>';
    index.goOn();
    expect(places()).toEqual(['NHS No.']);
    expect(found).toEqual([one('x-late').shadowRoot]);
    expect(index.isAwaiting()).toBe(false);
  });

  test('are awaited no longer of elements that have gone, nor of those of every page', () => {
    begin('<x-late></x-late><p>one</p>');
    one('x-late').remove();
    taken();
    expect(index.isAwaiting()).toBe(false);
    begin('<p>one</p>');
    expect(index.isAwaiting()).toBe(false);
  });

  test('closed ones stay closed', () => {
    begin('<x-closed></x-closed>');
    one('x-closed').attachShadow({ mode: 'closed' }).innerHTML = '<p>NHS No.</p>';
    index.goOn();
    expect(found).toEqual([]);
    expect(places()).toEqual([]);
  });
});

test('a page too long for one go is read on, slice by slice, until nothing is missing', () => {
  page(`${'<p>one</p>'.repeat(600)}<p>NHS No.</p>`);
  // A clock that is far on whenever it is asked: every go ends at the first look at it.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1_000;
    return now;
  });
  index = pageIndex(document, () => undefined);
  let goes = 1;
  while (!index.goOn()) {
    if (goes === 1) expect(places()).toEqual([]);
    goes += 1;
  }
  clock.mockRestore();
  expect(goes).toBeGreaterThan(2);
  expect(places()).toEqual(['NHS No.']);
  expect(index.goOn()).toBe(true);
});

test('says what the page calls itself now', () => {
  begin('');
  document.title = 'REED, Margaret';
  expect(index.title()).toBe('REED, Margaret');
  document.title = '';
});
