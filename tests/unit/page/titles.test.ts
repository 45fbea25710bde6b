// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { isDependantTitle, isForeignTitle, leadIn, titleIn, titlesIn, titlesOver } from '../../../utils/page/titles.ts';
import { one, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

describe('a title about somebody else', () => {
  test.each([
    'Next of kin',
    'Mother',
    'Mother’s details',
    'Father and mother',
    'Parents',
    'Legal guardian',
    'Carers',
    'Emergency contacts',
    'Household members',
    'Family history',
    'Relationships',
    'Linked records',
    'Previous patient',
    'Previously viewed',
    'Superseded record',
    'Merged records',
    'Example banner',
    'Organ donor',
    'Proxy access',
    'Teulu',
    'Mam',
    'NEXT OF KIN',
  ])('%s', (title) => {
    expect(isForeignTitle(title)).toBe(true);
  });

  test.each([
    'Patient details',
    'Patient information and contacts',
    'Your details and emergency contact',
    'Demographics and next of kin',
    'Personal details: family',
    'Summary',
    'REED, Margaret (Mrs)',
    'Motherwell Practice',
    'Grandmotherly',
    '',
  ])('not %j', (title) => {
    expect(isForeignTitle(title)).toBe(false);
  });

  test.each<[string, boolean]>([
    ['Baby', true],
    ['Newborn details', true],
    ['Twins', true],
    ['Babysitter', false],
    ['Patient', false],
  ])('about a baby: %s: %s', (title, expected) => {
    expect(isDependantTitle(title)).toBe(expected);
  });
});

describe('the title an element is or wraps', () => {
  test.each<[string, string | null]>([
    ['<h2 class="x"> Next\n of  kin </h2>', 'Next of kin'],
    ['<p class="x" role="heading">Next of kin</p>', 'Next of kin'],
    ['<fieldset><legend class="x">Next of kin</legend></fieldset>', 'Next of kin'],
    ['<details><summary class="x">Next of kin</summary></details>', 'Next of kin'],
    ['<div class="x"><h2>Next of kin</h2><span>2 people</span></div>', 'Next of kin'],
    ['<div class="x"><div><h2>Next of kin</h2></div></div>', 'Next of kin'],
    ['<div class="x">Next of kin</div>', null],
    [`<div class="x"><h2>Next of kin</h2><p>${'long '.repeat(20)}</p></div>`, null],
    ['<div class="x"><h2>Next of kin</h2><i>1</i><i>2</i><i>3</i></div>', null],
    [`<h2 class="x">${'a'.repeat(300)}</h2>`, 'a'.repeat(200)],
  ])('%s', (body, expected) => {
    page(body);
    expect(titleIn(one('.x'))).toBe(expected);
  });
});

describe('the titles an element stands under', () => {
  test.each<[string, readonly string[]]>([
    ['<h1>One</h1><p class="x"></p>', ['One']],
    ['<h1>One</h1><h2>Two</h2><p class="x"></p>', ['Two', 'One']],
    ['<h1>One</h1><h2>Two</h2><h2>Three</h2><p class="x"></p>', ['Three', 'One']],
    ['<h2>Two</h2><h1>One</h1><p class="x"></p>', ['One']],
    ['<h1>One</h1><section><h2>Two</h2><p class="x"></p></section>', ['Two', 'One']],
    ['<p class="x"></p><h1>After</h1>', []],
    ['<section><h2>Elsewhere</h2><p>a</p><p>b</p><p>c</p></section><p class="x"></p>', []],
    ['<section aria-label="Kin"><p class="x"></p></section>', ['Kin']],
    ['<section aria-labelledby="t"><p class="x"></p></section><b id="t">Kin</b>', ['Kin']],
    ['<section aria-labelledby="t u"><p class="x"></p></section><b id="t">Kin</b><b id="u">No</b>', ['Kin']],
    ['<section aria-labelledby="nowhere"><p class="x"></p></section>', []],
    ['<div><h3>Card</h3></div><p class="x"></p>', ['Card']],
    ['<h2 class="x">Itself</h2>', []],
  ])('%s: %j', (body, titles) => {
    page(body);
    expect(titlesOver(one('.x'))).toEqual(titles);
  });

  test('reach out of a shadow root', () => {
    page('<h2>Next of kin</h2><x-card></x-card>');
    const root = one('x-card').attachShadow({ mode: 'open' });
    root.innerHTML = '<p></p>';
    const inner = root.querySelector('p');
    expect(inner && titlesOver(inner)).toEqual(['Next of kin']);
  });

  test('a title is never longer than 200 characters', () => {
    page(`<section aria-label="${'a'.repeat(500)}"><h2>${'b'.repeat(500)}</h2><p class="x"></p></section>`);
    expect(titlesOver(one('.x'))).toEqual(['b'.repeat(200), 'a'.repeat(200)]);
  });
});

describe('the words before a region', () => {
  test.each<[string, string]>([
    ['<p>Is this the right patient?</p><div class="x"></div>', 'Is this the right patient?'],
    ['<p>One</p>two<div class="x"></div>', 'One two'],
    ['<p>Is this the right patient?</p><div><div class="x"></div></div>', 'Is this the right patient?'],
    ['<p>Too far</p><div><div><div><div><div><div class="x"></div></div></div></div></div></div>', ''],
    ['<div class="x"></div><p>After</p>', ''],
    ['<p>Check the details</p><div><h3>Patient</h3><div class="x"></div></div>', 'Check the details'],
    [`<p>Before</p><p>${'a'.repeat(300)}</p><div class="x"></div>`, ''],
    [`<p>${'a'.repeat(300)}</p><p>Close by</p><div class="x"></div>`, 'Close by'],
  ])('%s: %j', (body, words) => {
    page(`<main><section><div>${body}</div></section></main>`);
    expect(leadIn(one('.x'))).toBe(words);
  });
});

test('of the titles in a region the first that can be seen count', () => {
  page(`<div class="x"><h2>One</h2><h3 hidden>Hidden</h3><p>No</p><h3>Two</h3>${'<h4>More</h4>'.repeat(9)}</div>`);
  expect(titlesIn(one('.x'), sightNow())).toEqual(['One', 'Two', 'More', 'More', 'More']);
});
