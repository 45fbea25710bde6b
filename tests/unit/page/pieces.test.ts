// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { markAsOurs } from '../../../utils/page/ours.ts';
import { pieceReader } from '../../../utils/page/pieces.ts';
import { one, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

const readHere = () => pieceReader(sightNow()).piecesIn(document.body);
const textsHere = () => readHere()?.map(({ text }) => text);
const textsOf = (body: string) => {
  page(body);
  return textsHere();
};

/** The lines of a page: texts of one line side by side. */
function linesOf(body: string): string[] {
  page(body);
  const lines = new Map<number, string[]>();
  for (const { line, text } of readHere() ?? []) lines.set(line, [...(lines.get(line) ?? []), text]);
  return [...lines.values()].map((texts) => texts.join('+'));
}

describe('lines', () => {
  test.each<[string, string, readonly string[]]>([
    ['elements in a line', '<p>one <b>two</b> <i>three</i></p>', ['one+two+three']],
    ['blocks', '<p>one</p><div>two</div>three', ['one', 'two', 'three']],
    ['a break', 'one<br>two', ['one', 'two']],
    ['a block in a line', '<span>one<p>two</p></span>three', ['one', 'two', 'three']],
    ['a block by style', '<span>one</span><span style="display:block">two</span>', ['one', 'two']],
    ['empty blocks between', 'one<div></div>two', ['one', 'two']],
    ['nothing but space', '<p> \n </p>', []],
  ])('%s', (_name, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });
});

describe('text', () => {
  test.each<[string, string, readonly string[]]>([
    ['with white space folded', '<p>\n REED,\u00a0\n\tMargaret </p>', ['REED, Margaret']],
    ['with wide digits and ligatures made plain', '<p>ＮＨＳ ９９９ ﬁ</p>', ['NHS 999 fi']],
    ['without characters that have no width', '<p>999\u200b 10\u200d4 5\u206012\ufeff0</p>', ['999 104 5120']],
    ['with joiners where they mean something', '<p>ക്\u200dഷ</p>', ['ക്\u200dഷ']],
    ['S1: not if its letters are turned around', '<p>\u202e0215 401 999</p><p>yes</p>', ['yes']],
    ['of no more than 2,000 characters', `<p>${'a'.repeat(3_000)}</p>`, ['a'.repeat(2_000)]],
  ])('%s', (_name, body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  test.each<[string, string]>([
    ['hidden', 'hidden'],
    ['styled away', 'style="display:none"'],
    ['invisible', 'style="visibility:hidden"'],
    ['transparent', 'style="opacity:0"'],
    ['in a transparent colour', 'style="color:transparent"'],
    ['in the colour of the page', 'style="color:rgb(255, 255, 255)"'],
    ['in letters of no size', 'style="font-size:0px"'],
    ['cut down to nothing', 'style="clip-path:inset(50%)"'],
    ['parked outside the page', 'data-box="-5000 10 100 20"'],
    ['without a size', 'data-box="10 10 1 1"'],
    ['hidden from everyone', 'aria-hidden="true"'],
    ['inert', 'inert'],
  ])('not if it is %s', (_name, attributes) => {
    expect(textsOf(`<div><p ${attributes}>no</p><p>yes</p></div>`)).toEqual(['yes']);
    expect(textsOf(`<div><p ${attributes}><b>no</b></p><p>yes</p></div>`)?.at(-1)).toBe('yes');
  });
});

/** So much text that a section is no wrapper of its heading alone. */
const LONG = 'lives two doors down and has the only other key';

describe('passed over', () => {
  test.each([
    '<script>no</script>',
    '<style>no{}</style>',
    '<template>no</template>',
    '<noscript>no</noscript>',
    '<select><option selected>no</option></select>',
    '<textarea>no</textarea>',
    '<button>no</button>',
    '<nav>no</nav>',
    '<footer>no</footer>',
    '<aside>no</aside>',
    '<div role="navigation">no</div>',
    '<ul role="listbox"><li role="option">no</li></ul>',
    '<div role="search">no</div>',
    '<div role="tooltip">no</div>',
    '<p contenteditable>no</p>',
    '<p contenteditable="true">no</p>',
    '<p class="nhsuk-hint">no</p>',
    '<p class="user-menu">no</p>',
    '<p class="Signed-In">no</p>',
    '<p class="account-name">no</p>',
    '<input value="no">',
    '<input readonly type="password" value="no">',
    '<input readonly type="hidden" value="no">',
    '<input readonly type="checkbox" value="no">',
    '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>no</td><td>no</td><td>no</td></tr></table>',
    `<section><h2>Next of kin</h2><p>no</p><p>${LONG}</p></section>`,
    `<section><div><h3>Emergency contact</h3></div><p>no</p><p>${LONG}</p></section>`,
  ])('%s', (body) => {
    expect(textsOf(`<div>${body}</div><p>yes</p>`)).not.toContain('no');
    expect(textsHere()?.at(-1)).toBe('yes');
  });

  test('a section of the patient after one of somebody else is read again', () => {
    const body = '<h2>Next of kin</h2><p>no</p><h2>Patient details</h2><p>yes</p>';
    expect(textsOf(body)).toEqual(['Patient details', 'yes']);
  });

  test('what Planside has put into the page', () => {
    page('<div id="ours"><p>no</p></div><p>yes</p>');
    markAsOurs(one('#ours'));
    expect(textsHere()).toEqual(['yes']);
  });
});

describe('fields that show a value', () => {
  test('those that nobody can type into are read, and reported', () => {
    page(
      '<input readonly value="999 104 5120"><input disabled type="date" value="1938-07-14"><input readonly value="">',
    );
    const reader = pieceReader(sightNow());
    expect(reader.piecesIn(document.body)?.map(({ text }) => text)).toEqual(['999 104 5120', '1938-07-14']);
    // The empty one may be filled by a script.
    expect(reader.fields.size).toBe(3);
  });

  test('with their values of now', () => {
    page('<input readonly value="before">');
    (one('input') as HTMLInputElement).value = 'now';
    expect(textsHere()).toEqual(['now']);
  });
});

describe('what kind of text', () => {
  const flagsOf = (body: string) => {
    page(body);
    const [piece] = readHere() ?? [];
    return [piece?.isLabel && 'label', piece?.isHeading && 'heading', piece?.isLink && 'link'].filter(Boolean);
  };

  test.each<[string, readonly string[]]>([
    ['<p>x</p>', []],
    ['<dl><dt>x</dt></dl>', ['label']],
    ['<p class="field-label">x</p>', ['label']],
    ['<p class="summary-list__key">x</p>', ['label']],
    ['<p class="labelled">x</p>', []],
    ['<h3>x</h3>', ['heading']],
    ['<div role="heading"><i>x</i></div>', ['heading']],
    ['<b>x</b>', ['heading']],
    ['<p class="patientName">x</p>', ['heading']],
    ['<p style="font-weight:700">x</p>', ['heading']],
    ['<p style="font-size:20px">x</p>', ['heading']],
    ['<a href="#"><b>x</b></a>', ['heading', 'link']],
  ])('%s: %j', (body, flags) => {
    expect(flagsOf(body)).toEqual(flags);
  });
});

describe('names that are written but not seen', () => {
  test.each<[string, readonly string[]]>([
    ['<p aria-label="NHS number">999 104 5120</p>', ['NHS number', '999 104 5120']],
    ['<p title="Date of birth">14-Jul-1938</p>', ['Date of birth', '14-Jul-1938']],
    ['<p data-label="Name">REED</p>', ['Name', 'REED']],
    ['<input readonly aria-label="NHS number" value="1">', ['NHS number', '1']],
    // The number in a name is nowhere to be seen.
    ['<p aria-label="NHS number 999 104 5120">999</p>', ['NHS number', '999']],
    ['<p aria-label="Weather">rain</p>', ['rain']],
    ['<p aria-label="NHS number">NHS number 1</p>', ['NHS number 1']],
    [`<p aria-label="NHS number">${'long '.repeat(20)}</p>`, ['long '.repeat(20).trim()]],
  ])('%s', (body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });
});

describe('shadow roots and slots', () => {
  test('are read as they are drawn', () => {
    page('<x-card>slotted<i slot="end">last</i></x-card>');
    const root = one('x-card').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>first</p><slot></slot><slot name="end">instead</slot>';
    expect(textsHere()).toEqual(['first', 'slotted', 'last']);
  });

  test('what no slot takes is not drawn', () => {
    page('<x-card>no</x-card>');
    one('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>yes</p>';
    expect(textsHere()).toEqual(['yes']);
  });
});

describe('too much', () => {
  test.each<[string, string]>([
    ['more than 160 texts', '<p>x</p>'.repeat(161)],
    ['more than 400 children', '<hr>'.repeat(401)],
  ])('%s are no region', (_name, body) => {
    expect(textsOf(`<div>${body}</div>`)).toBeUndefined();
  });

  test('but 160 texts may be', () => {
    expect(textsOf(`<div>${'<p>x</p>'.repeat(160)}</div>`)).toHaveLength(160);
  });
});
