// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { Reading } from '../../../utils/page/sighting.ts';
import type { SeenFrame } from '../../../utils/teach/lesson-tab.ts';
import { teachView } from '../../../utils/teach/teach-view.ts';
import {
  adapterOf,
  askFor,
  BEGUN,
  type Frames,
  forgetPage,
  keepNobody,
  keepPatient,
  leftFrame,
  point,
  pointAgain,
  type Teaching,
} from '../../../utils/teach/teaching.ts';
import { pretendLayout } from '../page/layout.ts';
import { taken, within } from './lesson-bed.ts';

beforeAll(() => pretendLayout(window));

const NONE: Reading = { kind: 'none' };
const MARGARET = { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' };
const ANN = { nhsNumber: '9991045120', birthDate: '1950-02-01', familyName: 'DOYLE', givenNames: 'Ann' };
const body = (name: string, born: string, number: string) =>
  `<div class="strip"><b class="who">${name}</b><i class="born">${born}</i><span class="number">NHS No. ${number}</span></div>`;
const REED = body('REED, Margaret', '14-Jul-1938', '999 108 7109');
const DOYLE = body('DOYLE, Ann', '01-Feb-1950', '999 104 5120');
const LIST = '<table id="book"><tr><td>REED, Margaret</td></tr></table>';

function shown(html: string, reads: Reading = NONE): Frames {
  const seen: SeenFrame = { frame: taken(html), reads, standard: NONE };
  return new Map([[0, seen]]);
}

function at(frames: Frames, selector: string): number {
  const frame = frames.get(0)?.frame;
  return frame?.idOf(within(frame, selector)) ?? -1;
}

/** The first page of a lesson, pointed at. */
function pointedAt(frames: Frames, ...selectors: readonly string[]): Teaching {
  return selectors.reduce<Teaching>(
    (teaching, selector) => point(teaching, 'taught', frames, 0, at(frames, selector)),
    BEGUN,
  );
}

const view = (teaching: Teaching, frames: Frames) => teachView(teaching, 'there', frames, false);

test('number, birth date and name are asked for one after another, and found on the page', () => {
  const frames = shown(REED);
  expect(view(BEGUN, frames)).toMatchObject({
    kind: 'pick',
    asks: 'number',
    choices: [{ text: 'NHS No. 999 108 7109' }],
  });
  const second = pointedAt(frames, '.number');
  expect(view(second, frames)).toMatchObject({ kind: 'pick', asks: 'date', choices: [{ text: '14-Jul-1938' }] });
  const third = pointedAt(frames, '.number', '.born');
  expect(view(third, frames)).toMatchObject({ kind: 'pick', asks: 'name', choices: [{ text: 'REED, Margaret' }] });
  expect(adapterOf(pointedAt(frames, '.number', '.born', '.who'))).toMatchObject({ id: 'taught', careful: true });
});

test('as long as a frame has said nothing there is no choice of numbers, and nobody is not the answer', () => {
  const [frames, empty] = [shown(REED), shown('<p>No case</p>')];
  const filling = (teaching: Teaching, seen: Frames) => teachView(teaching, 'filling', seen, false);
  expect(filling(BEGUN, frames)).toMatchObject({ kind: 'pick', choices: [], isLoading: true });
  expect(filling(pointedAt(frames, '.number'), frames)).toMatchObject({
    choices: [{ text: '14-Jul-1938' }],
    isLoading: false,
  });
  const taught = pointedAt(frames, '.number', '.born', '.who');
  expect(filling(taught, empty)).toMatchObject({ kind: 'look', reads: { kind: 'loading' } });
  expect(view(taught, empty)).toMatchObject({ kind: 'look', reads: { kind: 'nobody' } });
  expect(filling(taught, shown(REED, { kind: 'patient', identity: MARGARET }))).toMatchObject({
    reads: { kind: 'patient' },
  });
});

test('a name in pieces is offered whole, without its label', () => {
  const frames = shown(
    `<div class="strip"><p><span>REED</span><span>, </span><span>Margaret Ann</span> <span>(Mrs)</span></p>
      <i class="born">14-Jul-1938</i><span class="number">999 108 7109</span></div>`,
  );
  expect(view(pointedAt(frames, '.number', '.born'), frames)).toMatchObject({
    choices: [{ text: 'REED , Margaret Ann (Mrs)' }],
  });
});

test('what is no number, date or name is said to be none, and the step stays', () => {
  const frames = shown(`${REED}<div><div><div><div><p class="text">Nothing</p></div></div></div></div>`);
  for (const before of [[], ['.number'], ['.number', '.born']]) {
    const teaching = pointedAt(frames, ...before);
    const element = before.length === 2 ? '.number' : '.text';
    expect(point(teaching, 'taught', frames, 0, at(frames, element))).toEqual({ ...teaching, missed: true });
  }
});

test('a name in two places', () => {
  const frames = shown(
    '<div class="strip"><b class="family">Reed</b><b class="given">Margaret</b><i class="born">14-Jul-1938</i><span class="number">999 108 7109</span></div>',
  );
  const asked = askFor(pointedAt(frames, '.number', '.born'), 'family');
  const family = point(asked, 'taught', frames, 0, at(frames, '.family'));
  expect(family.asks).toBe('given');
  const done = point(family, 'taught', frames, 0, at(frames, '.given'));
  expect(adapterOf(done)?.fields.name).toEqual({ family: { selector: '.family' }, given: { selector: '.given' } });
});

test('a document that goes takes along what was pointed at in it, and nothing that was judged', () => {
  const frames = shown(REED);
  expect(leftFrame(pointedAt(frames, '.number'), 0)).toEqual(BEGUN);
  expect(leftFrame(pointedAt(frames, '.number'), 1).asks).toBe('date');
  const done = pointedAt(frames, '.number', '.born', '.who');
  expect(leftFrame(done, 0)).toEqual(done);
});

test('two patients and a page without anybody are enough, and each is read as it was judged', () => {
  const first = shown(REED, { kind: 'patient', identity: MARGARET });
  let teaching = keepPatient(pointedAt(first, '.number', '.born', '.who'), 'taught', first);
  expect(view(teaching, first)).toMatchObject({ kind: 'look', missing: ['patients', 'nobody'] });
  teaching = keepPatient(teaching, 'taught', shown(DOYLE, { kind: 'patient', identity: ANN }));
  teaching = keepNobody(teaching, 'taught', shown(LIST));
  expect(view(teaching, shown(LIST))).toMatchObject({
    kind: 'look',
    reads: { kind: 'nobody' },
    missing: [],
    judged: [{ right: true }, { right: true }, { who: null, right: true }],
  });
  expect(adapterOf(teaching)?.forbids).toEqual(['#book']);
  expect(forgetPage(teaching, 'taught', 2).pages).toHaveLength(2);
});

test('a page that shows somebody, marked as one without anybody, keeps the adapter from being saved', () => {
  const first = shown(REED, { kind: 'patient', identity: MARGARET });
  const kept = keepPatient(pointedAt(first, '.number', '.born', '.who'), 'taught', first);
  const wrong = keepNobody(kept, 'taught', shown(DOYLE));
  expect(view(wrong, first)).toMatchObject({ missing: ['patients', 'rightPages'] });
  expect(pointAgain(wrong)).toMatchObject({ asks: 'number', pages: [{ kind: 'patient' }, { kind: 'nobody' }] });
});

test.each<[string, string, Reading, Reading, readonly string[]]>([
  [
    'another number close by',
    REED.replace('</div>', '<em>999 104 5120</em></div>'),
    { kind: 'patient', identity: MARGARET },
    NONE,
    ['otherNumber'],
  ],
  [
    'the standard reading reads somebody else',
    REED,
    { kind: 'patient', identity: MARGARET },
    { kind: 'patient', identity: ANN },
    ['standardDiffers'],
  ],
  ['a place that is refused', REED, NONE, NONE, ['refused']],
  ['the place twice', REED + REED, { kind: 'several' }, NONE, ['severalPlaces']],
])('warns: %s', (_, html, reads, standard, warnings) => {
  const done = pointedAt(shown(REED), '.number', '.born', '.who');
  const frames: Frames = new Map([[0, { frame: taken(html), reads, standard }]]);
  expect(view(done, frames)).toMatchObject({ kind: 'look', warnings });
});

test('warns: every date may be read with the month first', () => {
  const frames = shown(REED.replace('14-Jul-1938', '04/07/1938'), { kind: 'patient', identity: MARGARET });
  expect(view(pointedAt(frames, '.number', '.born', '.who'), frames)).toMatchObject({ warnings: ['dateOrder'] });
});

test('without a page there is nothing to teach', () => {
  expect(teachView(BEGUN, 'noTab', new Map(), false)).toEqual({ kind: 'noTab' });
});

test('what marks a list is pointed at, and forbids a claim; what an open record shows as well does not', () => {
  const open = shown(`<header class="top">Meadow</header>${REED}`, { kind: 'patient', identity: MARGARET });
  const first = keepPatient(pointedAt(open, '.number', '.born', '.who'), 'taught', open);
  const list = shown(
    '<header class="top">Meadow</header><section class="waiting"><h2>Waiting room</h2><table id="book"><tr><td>REED</td></tr></table></section>',
  );
  const asked = askFor(first, 'list');
  expect(view(asked, list)).toMatchObject({
    kind: 'pick',
    asks: 'list',
    choices: [{ text: 'Waiting room REED' }, { text: 'REED' }],
  });
  const missed = point(asked, 'taught', list, 0, at(list, 'header'));
  expect(missed).toMatchObject({ asks: 'list', missed: true, pages: first.pages });
  const marked = point(asked, 'taught', list, 0, at(list, 'h2'));
  expect(marked).toMatchObject({ asks: null, missed: false });
  expect(adapterOf(marked)?.forbids).toEqual(['section.waiting']);
  expect(view(marked, list)).toMatchObject({ kind: 'look', judged: [{ right: true }, { who: null, right: true }] });
  // Without that, Planside takes what it is surest of.
  expect(adapterOf(keepNobody(first, 'taught', list))?.forbids).toEqual(['#book']);
  expect(leftFrame(asked, 0).asks).toBeNull();
  expect(askFor(asked, null)).toEqual(first);
});

test('between two pages nothing is read, and nobody is said to be open or not', () => {
  const open = shown(REED, { kind: 'patient', identity: MARGARET });
  const first = keepPatient(pointedAt(open, '.number', '.born', '.who'), 'taught', open);
  expect(view(first, new Map())).toMatchObject({ kind: 'look', reads: { kind: 'loading' } });
});

test('whoever points at a part of a name means all of it', () => {
  const parts = REED.replace('REED, Margaret', '<i class="family">REED</i><i>, </i><i class="given">Margaret</i>');
  const frames = shown(parts);
  for (const part of ['.family', '.given', '.who']) {
    const { draft } = pointedAt(frames, '.number', '.born', part);
    expect(draft?.identity).toEqual(MARGARET);
  }
});
