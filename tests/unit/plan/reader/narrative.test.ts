import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrativeParagraphs } from '../../../../utils/plan/reader/narrative.ts';

test.each<[string, string, readonly string[]]>([
  ['a paragraph', '<div xmlns="http://www.w3.org/1999/xhtml"><p>Not for CPR</p></div>', ['Not for CPR']],
  ['a list', '<div><ul><li>One</li><li>Two</li></ul></div>', ['One', 'Two']],
  ['a table', '<table><tr><th>When</th><td>Now</td></tr></table>', ['When', 'Now']],
  ['emphasis inside a word', '<p>Not <b>f</b>or <i>CPR</i></p>', ['Not for CPR']],
  ['a break', 'One<br/>Two<br>Three', ['One', 'Two', 'Three']],
  [
    'lines of the source are no lines of the text',
    '<p>Not for CPR,\n   but for antibiotics</p>',
    ['Not for CPR, but for antibiotics'],
  ],
  ['entities once', '<p>&lt;b&gt; &amp;lt; &quot;x&quot; &apos;y&apos;</p>', ['<b> &lt; "x" \'y\'']],
  ['numbered characters', '<p>&#8217;&#x2019;&#233;</p>', ['’’é']],
  ['unknown entities stay', '<p>&bogus; &#0; &#x110000; AT&T</p>', ['&bogus; &#0; &#x110000; AT&T']],
  ['a number smaller than another', '<p>BP < 90 and > 60, SpO2 <92%</p>', ['BP < 90 and > 60, SpO2 <92%']],
  ['a sign inside an attribute', '<p title="a > b">Text</p>', ['Text']],
  ['a namespace', '<xhtml:p>Text</xhtml:p>', ['Text']],
  ['nothing', '<div/>', []],
  ['spaces', '<p> \u00a0 \t</p>', []],
  ['paragraphs without tags', 'Only words', ['Only words']],
])('%s', (_name, div, paragraphs) => {
  expect(narrativeParagraphs(div)).toEqual(paragraphs);
});

test.each<[string, string]>([
  ['a script', '<p>A</p><script>alert("<p>x</p>")</script><p>B</p>'],
  ['a script in capitals', '<p>A</p><SCRIPT type="x">x</SCRIPT ><p>B</p>'],
  ['a style', '<p>A</p><style>p { content: "x" }</style><p>B</p>'],
  ['a comment', '<p>A</p><!-- <p>x</p> --><p>B</p>'],
  ['a drawing', '<p>A</p><svg onload="x"><text>x</text></svg><p>B</p>'],
  ['an image', '<p>A</p><img src="x" onerror="x"/><p>B</p>'],
  ['a declaration', '<!DOCTYPE div [x]><?xml version="1.0"?><p>A</p><p>B</p>'],
])('S6: %s leaves nothing behind', (_name, div) => {
  expect(narrativeParagraphs(div)).toEqual(['A', 'B']);
});

type Node = { readonly tag: string; readonly children: readonly (Node | string)[] };

const text = fc.array(fc.constantFrom('Not', 'for', 'CPR', '<b>', '&lt;', '<script>', '"', 'a>b', '&', '90'), {
  minLength: 1,
  maxLength: 4,
});
const tag = fc.constantFrom('p', 'li', 'div', 'b', 'span', 'td', 'a');
const tree = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    tag,
    children: fc.array(
      fc.oneof(
        { depthSize: 'small' },
        text.map((words) => words.join(' ')),
        tie('node'),
      ),
      { maxLength: 4 },
    ),
  }),
})).node;

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const written = (one: Node | string): string =>
  typeof one === 'string'
    ? escaped(one)
    : `<${one.tag} class="x > y" onclick='z'>${one.children.map(written).join('')}</${one.tag}>`;
const words = (one: Node | string): string => (typeof one === 'string' ? one : one.children.map(words).join(''));

test('S6 S11: every word the author wrote is there, in order, and no tag that was markup', () => {
  fc.assert(
    fc.property(tree, (root) => {
      const bare = (value: string) => value.replace(/\s/g, '');
      expect(bare(narrativeParagraphs(written(root)).join(''))).toBe(bare(words(root)));
    }),
    { numRuns: 2000 },
  );
});

test('never throws and never gives an empty paragraph, whatever comes', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    'p',
    'script',
    '<!--',
    '-->',
    '"',
    "'",
    '&',
    '#x',
    ';',
    '<![CDATA[',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const paragraph of narrativeParagraphs(pieces.join(''))) expect(paragraph.trim()).not.toBe('');
    }),
    { numRuns: 3000 },
  );
});

test('takes a megabyte of broken markup in its stride', () => {
  const start = performance.now();
  for (const piece of ['<p', '<script>', '<!--', '<p "', '&#x', "<a b='"]) narrativeParagraphs(piece.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
