import type { Words } from '../words.ts';

export const BIRTH_DATE: Words['BIRTH_DATE'] = {
  heading: 'Cadarnhewch pwy yw hwn',
  nameOnPage: 'Enw ar y dudalen',
  noName: 'Dim',
  nhsNumberOnPage: 'Rhif GIG ar y dudalen',
  nameFromHub: 'Enw o’r hwb',
  nhsNumberFromHub: 'Rhif GIG o’r hwb',
  legend: 'Dyddiad geni',
  hint: 'Gofynnwch i’r person neu i’r galwr. Er enghraifft 29 2 1940',
  day: 'Diwrnod',
  month: 'Mis',
  year: 'Blwyddyn',
  button: 'Chwilio am y cynllun',
  wrong: {
    missing: 'Teipiwch y diwrnod, y mis a’r flwyddyn.',
    notDigits: 'Teipiwch y dyddiad mewn digidau, er enghraifft 29 2 1940.',
    shortYear: 'Teipiwch y flwyddyn â 4 digid, er enghraifft 1940.',
    noSuchDay: 'Nid oes diwrnod o’r fath. Gwiriwch y diwrnod, y mis a’r flwyddyn.',
    future: 'Mae’r diwrnod hwn yn y dyfodol. Gwiriwch y flwyddyn.',
    tooLongAgo: 'Mae hyn fwy na 130 mlynedd yn ôl. Gwiriwch y flwyddyn.',
  },
};
