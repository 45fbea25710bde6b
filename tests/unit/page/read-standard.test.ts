// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Overrun } from '../../../utils/page/budget.ts';
import type { Look } from '../../../utils/page/look.ts';
import { readStandard } from '../../../utils/page/read-standard.ts';
import { listMemory } from '../../../utils/page/rows.ts';
import { endless, indexNow, one, page, pretendLayout, putInFront, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));
afterEach(() => {
  putInFront();
  document.title = '';
});

const lookNow = (): Look => readStandard(indexNow(), sightNow(), endless, listMemory());

/** What is read, in a word: `FAMILY|given|birth date`, a cause, or the kind. */
function said({ reading }: Look): string {
  if (reading.kind === 'unreadable') return reading.cause;
  if (reading.kind !== 'patient') return reading.kind;
  const { nhsNumber, familyName, givenNames, birthDate } = reading.identity;
  return `${nhsNumber}|${familyName}|${givenNames}|${birthDate}`;
}
const read = (body: string) => {
  page(body);
  return said(lookNow());
};

const REED = '9991045120|REED|Margaret|1938-07-14';
const NAME = '<b class="name">REED, Margaret (Mrs)</b>';
const BORN = '<span>Born <i>14-Jul-1938 (88y)</i></span>';
const NUMBER = '<span>NHS No. <i>999 104 5120</i></span>';
const BANNER = `<header>${NAME} ${BORN} ${NUMBER}</header>`;
/** The same parts where no banner is. */
const CARD = `<div class="card">${NAME} ${BORN} ${NUMBER}</div>`;
const DOYLE = '<header><b>DOYLE, Patrick</b> Born 17-Mar-1951 NHS No. 900 000 0009</header>';
/** Words enough that what stands in a section is no title of what follows. */
const WORDS = '<p>Seen on the ward round, comfortable, no new problems since the last entry in these notes.</p>';

describe('somebody is open', () => {
  test.each<[string, string]>([
    ['a banner', BANNER],
    ['a banner above a page', `${BANNER}<main><h1>Summary</h1>${WORDS}</main>`],
    ['a card', CARD],
    ['one text', '<header>REED, Margaret (Mrs) Born 14-Jul-1938 (88y) Gender Female NHS No. 999 104 5120</header>'],
    [
      'a list of descriptions',
      '<dl><dt>Name</dt><dd>REED, Margaret</dd><dt>Date of birth</dt><dd>14-Jul-1938</dd><dt>NHS number</dt><dd>999 104 5120</dd></dl>',
    ],
    [
      'a table with the value beside its label',
      '<table><tr><th>Name</th><td>REED, Margaret</td></tr><tr><th>Date of birth</th><td>14-Jul-1938</td></tr><tr><th>NHS number</th><td>999 104 5120</td></tr></table>',
    ],
    [
      'fields that cannot be typed into',
      '<label>Surname</label><input readonly value="REED"><label>Forename</label><input readonly value="Margaret"><label>Date of birth</label><input readonly value="14/07/1938"><label>NHS number</label><input readonly value="999 104 5120">',
    ],
    [
      'Welsh',
      '<header><p>Enw: REED, Margaret</p><p>Dyddiad geni: 14 Gorffennaf 1938</p><p>Rhif GIG: 999 104 5120</p></header>',
    ],
    [
      'two languages',
      '<dl><dt>Enw / Name</dt><dd>REED, Margaret</dd><dt>Dyddiad geni / Date of birth</dt><dd>14-Jul-1938</dd><dt>Rhif GIG / NHS number</dt><dd>999 104 5120</dd></dl>',
    ],
    ['a banner and a card of the same person', `${BANNER}<main>${CARD}</main>`],
    ['a person and their mother', `${BANNER}<p>Mother’s NHS number: 900 000 0009</p>`],
    [
      'a person and their next of kin',
      `${BANNER}<main><section><h2>Next of kin</h2><p>DOYLE, Patrick</p><p>NHS number 900 000 0009</p>${WORDS}</section></main>`,
    ],
    [
      'a person and a table of others',
      `${BANNER}<table><tr><th>Name</th><th>Born</th><th>NHS number</th></tr><tr><td>DOYLE</td><td>1951</td><td>NHS No. 900 000 0009</td></tr></table>`,
    ],
    [
      'more of the record, on a page headed by its name',
      `<main><h1>REED, Margaret</h1><section>${CARD}<a href="#">View full record</a></section></main>`,
    ],
    [
      'a bar at the top whose name opens a menu',
      `<nav><ul><li><a href="#">REED, Margaret</a></li><li>${BORN}</li><li>${NUMBER}</li></ul></nav>`,
    ],
    ['the person at the screen', `<header>${NAME} ${BORN} ${NUMBER} <span>Mr J Fernandes</span></header>`],
    ['a doctor', `<header>${NAME} ${BORN} ${NUMBER} <span>Dr Iain Fairweather</span></header>`],
    [
      'a report with the name far above',
      `<div><h2>REED, Margaret</h2></div>${WORDS.repeat(3)}<table><tr><td>DOB:</td><td>14-Jul-1938</td></tr><tr><td>NHS No:</td><td>999 104 5120</td></tr></table>`,
    ],
    ['somebody else, hidden', `${BANNER}<div hidden>${DOYLE}</div>`],
    [
      'a name that heads the record',
      `<h1>Leola Abbott</h1><div class="card"><p>Born 14-Jul-1938</p><p>NHS No. 999 104 5120</p></div>`,
    ],
  ])('%s', (name, body) => {
    const expected = name === 'a name that heads the record' ? '9991045120|Abbott|Leola|1938-07-14' : REED;
    expect(read(body)).toBe(expected);
  });

  test('the reading rests on the region, and on the fields met on the way', () => {
    page(`<p>…</p><header class="x">${NAME} ${BORN} NHS No. <input readonly value="999 104 5120"></header>`);
    const look = lookNow();
    expect(said(look)).toBe(REED);
    expect(look.restsOn).toEqual([one('.x')]);
    expect(look.fields).toEqual([one('input')]);
  });

  test('in an open shadow root', () => {
    page('<x-banner></x-banner>');
    one('x-banner').attachShadow({ mode: 'open' }).innerHTML = BANNER;
    expect(said(lookNow())).toBe(REED);
  });

  test('without a birth date, so that it is asked for', () => {
    expect(read(`<header>${NAME} ${NUMBER}</header>`)).toBe('9991045120|REED|Margaret|null');
  });
});

describe('S1: nobody', () => {
  const row = (at: number) => `<li>DOYLE, Patrick Born 17-Mar-1951 NHS No. 900 000 000${at}</li>`;
  const steps = (title: string) => `<main><h1>${title}</h1>${CARD}</main>`;

  test.each<[string, string]>([
    ['an empty page', ''],
    ['a number without a label', `<header>${NAME} ${BORN} 999 104 5120</header>`],
    ['a label without a number', `<header>${NAME} ${BORN} NHS No.</header>`],
    ['a number that is not known', `<header>${NAME} ${BORN} NHS No. not known</header>`],
    ['a logo', `<header><b>NHS</b> ${NAME}</header>`],
    ['a hidden banner', `<div hidden>${BANNER}</div>`],
    ['a banner left of the page', BANNER.replaceAll('<i>', '<i data-box="-500 10 100 20">')],
    ['a banner for machines', `<div aria-hidden="true">${BANNER}</div>`],
    ['a banner behind a dialog', `<div inert>${BANNER}</div>`],
    ['a list', `<ul>${[1, 2, 3, 4].map(row).join('')}</ul>`],
    ['one entry of a list', `<ul>${row(9)}</ul>`],
    ['two entries of different people', `<ul>${row(9)}<li>${NAME} ${BORN} ${NUMBER}</li></ul>`],
    [
      'a table of people with one row',
      `<table><tr><th>Name</th><th>Born</th><th>NHS</th></tr><tr><td>REED, Margaret</td><td>14-Jul-1938</td><td>NHS No. 999 104 5120</td></tr></table>`,
    ],
    ['search results', steps('Search results')],
    ['a step that asks to confirm', steps('Confirm patient details')],
    ['a question before the card', `<main><p>Is this the right patient?</p>${CARD}</main>`],
    ['a button that opens the record', `<main><section>${CARD}<button>Open record</button></section></main>`],
    ['a name that is a link', `<main><div><a href="#">REED, Margaret</a> ${BORN} ${NUMBER}</div></main>`],
    ['a dialog', `<dialog open>${CARD}</dialog>`],
    [
      'a number in a dialog, with a name outside',
      `${NAME}<div role="dialog"><p>Opening the record: ${BORN} ${NUMBER}</p></div>`,
    ],
    ['a window of a framework', `<div class="cdk-overlay-pane"><div class="mat-dialog-content">${CARD}</div></div>`],
    [
      'a card to be selected',
      `<main><section><p>Select a patient to begin.</p></section><section>${CARD}</section></main>`,
    ],
    ['a window over the page', `<div class="modal-dialog"><h3>Discharge patient?</h3>${CARD}</div>`],
    ['a banner that is a result', `<h2>1 result found</h2><ol><li><div class="banner">${CARD}</div></li></ol>`],
    ['a banner under a title of results', `<h2>2 results found</h2><div class="banner">${CARD}</div>`],
    ['all of it to press', `<main><div style="cursor: pointer">${CARD}</div></main>`],
    [
      'a table of people whose columns are named in plain cells',
      `<table><tr><td>Last name</td><td>First name</td><td>NHS No.</td></tr><tr><td>REED</td><td>Margaret</td><td>999 104 5120</td></tr><tr><td>DOYLE</td><td>Patrick</td><td>900 000 0009</td></tr></table>`,
    ],
    [
      'a grid that pins a column',
      `<div><div>Name</div><div>NHS number</div></div><div role="grid"><div role="row"><div>REED, Margaret</div></div></div><div><div role="row"><div>999 104 5120</div></div></div>`,
    ],
    ['a step that adds a person', steps('Adding a patient')],
    ['what was done with a person', steps('You have permanently removed the record of:')],
    ['a check-in', steps('Confirm check-in')],
    ['a plain search', steps('Search')],
    [
      'words before the title of a card',
      `<main><p>Check the patient details are correct before you continue:</p><section><h3>Patient</h3>${CARD}</section></main>`,
    ],
    [
      'a button that goes on to the record',
      `<main><div>${CARD}<form><button>Continue to the record</button></form></div></main>`,
    ],
    ['a form to search', `<form role="search">${CARD}</form>`],
    ['a field to type into', `${NAME} ${BORN} <label>NHS number</label><input value="999 104 5120">`],
    ['the next of kin alone', `<section><h2>Next of kin</h2>${CARD}${WORDS}</section>`],
    ['a banner of an example', `<section aria-label="Example">${BANNER}</section>`],
    ['a baby on a page of somebody unknown', `<section><h2>Baby</h2>${CARD}${WORDS}</section>`],
  ])('%s', (_name, body) => {
    expect(read(body)).toBe('none');
  });

  test('two cards built alike are a list if they name different people, and one person if they do not', () => {
    const cards = (other: string) => `<main><div><section>${CARD}</section><section>${other}</section></div></main>`;
    const doyle =
      '<div class="card"><b>DOYLE, Patrick</b> Born 17-Mar-1951 <span>NHS No. <i>900 000 0009</i></span></div>';
    expect(read(cards(doyle))).toBe('none');
    expect(read(cards(CARD))).toBe(REED);
  });

  test('what stands behind an opaque layer is not seen', () => {
    page(`${BANNER}<div class="layer" style="background-color: rgb(250, 250, 250)" data-box="0 0 1280 720"></div>`);
    expect(said(lookNow())).toBe(REED);
    putInFront(one('.layer'));
    expect(said(lookNow())).toBe('none');
  });

  test('a baby is open where the page as a whole is about the baby', () => {
    const body = `<section><h2>Baby</h2>${CARD.replace(' (Mrs)', '')}${WORDS}</section>`;
    document.title = 'Margaret Reed - Record';
    expect(read(body)).toBe(REED);
    document.title = 'Patrick Doyle - Record';
    expect(read(body)).toBe('none');
  });
});

describe('S1: no claim, and it is said why', () => {
  test.each<[string, string, string]>([
    ['two banners', BANNER + DOYLE, 'several'],
    ['a banner and a card of somebody else', `${DOYLE}<main>${CARD}</main>`, 'several'],
    ['two people alike, both shown for good', `<div><p>${BANNER}</p></div>${DOYLE}`, 'several'],
    ['one number with two names', `${BANNER}<main><div>DOYLE, Patrick ${NUMBER} ${BORN}</div></main>`, 'several'],
    [
      'one number with two birth dates',
      `${BANNER}<main><div>${NAME} ${NUMBER} Born 15-Jul-1938</div></main>`,
      'several',
    ],
    ['a wrong number', BANNER.replace('5120', '5121'), 'nhsNumberInvalid'],
    ['a number cut short', BANNER.replace('5120', ''), 'nhsNumberInvalid'],
    ['a birth date that is none', BANNER.replace('14-Jul-1938', '14-Foo-1938'), 'birthDateUnreadable'],
    ['no name', `<header>${BORN} ${NUMBER}</header>`, 'incomplete'],
  ])('%s', (_name, body, expected) => {
    expect(read(body)).toBe(expected);
  });
});

describe('more than can be read', () => {
  test('in the number of places', () => {
    page('<p>NHS No.</p>'.repeat(1_001));
    expect(() => lookNow()).toThrow(Overrun);
  });

  test('in time', () => {
    page(BANNER);
    const spent = {
      spend() {
        throw new Overrun();
      },
    };
    expect(() => readStandard(indexNow(), sightNow(), spent, listMemory())).toThrow(Overrun);
  });
});
