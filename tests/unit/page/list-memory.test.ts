// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { readStandard } from '../../../utils/page/read-standard.ts';
import { listMemory } from '../../../utils/page/rows.ts';
import { endless, indexNow, one, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

const BORN = '<span>Born <i>14-Jul-1938</i></span>';

test('S1: of a list a filter may leave one row; it is no record', () => {
  const memory = listMemory();
  const row = (name: string, number: string) =>
    `<div class="row"><b>${name}</b> ${BORN} <span>NHS No. <i>${number}</i></span></div>`;
  const three =
    row('REED, Margaret', '999 104 5120') + row('DOYLE, Patrick', '900 000 0009') + row('LEE, Ann', '943 476 5919');
  const readNow = () => readStandard(indexNow(), sightNow(), endless, memory).reading.kind;
  page(`<div id="list">${three}</div>`);
  expect(readNow()).toBe('none');
  const list = one('#list');
  list.innerHTML = row('REED, Margaret', '999 104 5120');
  expect(readNow()).toBe('none');
  // What is not built like a row stands for itself.
  list.innerHTML = '<header class="top"><b>REED, Margaret</b> NHS No. 999 104 5120</header>';
  expect(readNow()).toBe('patient');
  page(`<div id="list">${row('REED, Margaret', '999 104 5120')}</div>`);
  expect(readNow()).toBe('patient');
});
