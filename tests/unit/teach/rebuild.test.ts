// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { readWithAdapter } from '../../../utils/page/read-with-adapter.ts';
import { readFrame } from '../../../utils/teach/lesson.ts';
import { indexNow, page, pretendLayout, sightNow } from '../page/layout.ts';
import { taken } from './lesson-bed.ts';

beforeAll(() => pretendLayout(window));

const adapter: Adapter = {
  id: 'example',
  region: '.strip',
  fields: {
    nhsNumber: { label: 'NHS No.' },
    birthDate: { selector: '.born' },
    name: { whole: { selector: '.who' } },
  },
  proves: ['#tabs'],
  forbids: ['#book'],
};
const STRIP = `<div class="strip"><b class="who">REED, Margaret</b> <i class="born">14-Jul-1938</i>
  <dl><dt>NHS No.</dt><dd>999 108 7109</dd></dl></div>`;

describe('a page in a lesson is read as it was read when it stood', () => {
  test.each([
    ['somebody', `${STRIP}<nav id="tabs">Summary</nav>`],
    ['no proof', STRIP],
    ['a hidden proof', `${STRIP}<nav id="tabs" hidden>Summary</nav>`],
    ['a list over it', `${STRIP}<nav id="tabs">Summary</nav><div id="book">List</div>`],
    ['twice', `${STRIP}${STRIP}<nav id="tabs">Summary</nav>`],
    ['hidden', `<div hidden>${STRIP}</div><nav id="tabs">Summary</nav>`],
    ['one of two hidden', `${STRIP}<div style="display:none">${STRIP}</div><nav id="tabs">Summary</nav>`],
    [
      'beyond the page',
      `${STRIP.replace('class="strip"', 'class="strip" data-box="10 3000 9 9"')}<nav id="tabs">x</nav>`,
    ],
    [
      'a read-only field',
      `${STRIP.replace('<dd>999 108 7109</dd>', '<dd><input readonly value="999 108 7109"></dd>')}<nav id="tabs">x</nav>`,
    ],
    ['a name that is turned around', `${STRIP.replace('REED', '\u202eREED')}<nav id="tabs">Summary</nav>`],
    ['a wrong digit', `${STRIP.replace('7109', '7108')}<nav id="tabs">Summary</nav>`],
  ])('%s', (_, body) => {
    const now = readWithAdapter(page(body), adapter, indexNow(), sightNow()).reading;
    expect(readFrame(taken(body), adapter)).toEqual(now);
  });
});

test('open shadow roots are part of it', () => {
  page('<x-strip></x-strip><nav id="tabs">Summary</nav>');
  const host = document.querySelector('x-strip');
  host?.attachShadow({ mode: 'open' }).append(document.createRange().createContextualFragment(STRIP));
  const now = readWithAdapter(document, adapter, indexNow(), sightNow()).reading;
  expect(now.kind).toBe('patient');
  expect(readFrame(taken(document.body), adapter)).toEqual(now);
});

test('nothing of it is loaded, and no script comes along', () => {
  const { document: built } = taken(`<script>globalThis.ran = true</script><img src="/who.png" onerror="1">${STRIP}`);
  expect(built.querySelectorAll('script, [src], [onerror]')).toHaveLength(0);
});

test('a frame of another path than the adapter’s is not read', () => {
  expect(readFrame(taken(`${STRIP}<nav id="tabs">x</nav>`), { ...adapter, framePaths: ['/triage/'] })).toEqual({
    kind: 'none',
  });
});
