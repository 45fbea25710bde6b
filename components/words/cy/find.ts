import type * as en from '../en/find.ts';

/** Y dudalen lle mae rhywun yn cael ei ganfod â llaw. */
export const FIND: typeof en.FIND = {
  title: 'Canfod person',
  intro: 'Ar gyfer galwad neu ymweliad pan nad oes cofnod ar agor ar y cyfrifiadur hwn.',
  search: 'Chwilio',
  nhsNumber: 'Rhif GIG',
  nhsNumberHint: '10 digid, gyda bylchau neu hebddynt',
  birthDate: 'Dyddiad geni',
  birthDateHint: 'Er enghraifft 14 7 1938 neu 14-Gor-1938',
  button: 'Dangos y cynllun',
  beside: 'Cynllun',
  nobody: 'Teipiwch y ddau, pwyswch Enter, a bydd y cynllun yn ymddangos yma.',
  takeAway: 'Tynnu’r cynllun i ffwrdd',
  notLooking: 'Nid yw Planside yn chwilio am neb.',
};

export const FIND_GIVEN: typeof en.FIND_GIVEN = {
  one: 'Mae’r rhif GIG wedi’i lenwi. Gofynnwch am y dyddiad geni.',
  none: 'Ni chanfuwyd rhif GIG dilys yn yr hyn a ddewiswyd neu a deipiwyd gennych.',
  several: 'Canfuwyd mwy nag un rhif GIG yn yr hyn a ddewiswyd neu a deipiwyd gennych, felly nid oes un wedi’i lenwi.',
};

export const FIND_NUMBER_WRONG: typeof en.FIND_NUMBER_WRONG = {
  missing: () => 'Rhowch y rhif GIG',
  otherCharacters: () => 'Mae rhif GIG yn 10 digid. Tynnwch bopeth arall',
  wrongLength: (digits) => `Mae gan rif GIG 10 digid. Mae gan hwn ${digits}`,
  wrongDigit: () => 'Mae un o’r digidau hyn yn anghywir. Gwiriwch y rhif GIG gyda’r sawl sy’n galw',
};

export const FIND_BIRTH_DATE_WRONG: typeof en.FIND_BIRTH_DATE_WRONG = {
  missing: 'Rhowch y dyddiad geni',
  shortYear: 'Rhowch bedwar digid y flwyddyn',
  notADate: 'Rhowch ddiwrnod, mis a blwyddyn, fel 14 7 1938',
  future: 'Mae’r dyddiad geni yn y dyfodol',
  tooLongAgo: 'Mae’r dyddiad geni dros 130 o flynyddoedd yn ôl',
};

export const NOT_COMPARED: typeof en.NOT_COMPARED = {
  link: 'Heb ei gymharu â thudalen',
  cause: {
    search: 'Gwiriwch yr enw a’r dyddiad geni gyda’r sawl sy’n galw.',
    residents: 'Gwiriwch yr enw a’r dyddiad geni gyda’r preswylydd.',
    hub: 'Gwiriwch yr enw a’r dyddiad geni gyda’r cofnod sydd ar agor.',
  },
  noName: 'Enw heb ei deipio',
};

export const RESIDENT_TO_CONFIRM: typeof en.RESIDENT_TO_CONFIRM = {
  heading: 'Ai gyda’r person hwn yr ydych chi?',
  about: 'Gwiriwch yr enw a’r dyddiad geni. Yna dangosir y cynllun.',
  yes: 'Ie, dangos y cynllun',
  no: 'Os rhywun arall ydyw, dewiswch yr unigolyn hwnnw yn y rhestr.',
};

export const BIRTH_DATE_DIFFERS: typeof en.BIRTH_DATE_DIFFERS = {
  verdict: 'Mae’r dyddiad geni yn wahanol, felly ni ddangosir cynllun',
  says: (service) => `Mae gan ${service} ddyddiad geni gwahanol ar gyfer y rhif GIG hwn i’r un a deipiwyd gennych.`,
  about: 'Nid yw hyn yn dweud dim am a oes cynllun.',
  next: 'Gwiriwch y rhif GIG a’r dyddiad geni gyda’r sawl sy’n galw, yna chwiliwch eto.',
};

export const RESIDENTS: typeof en.RESIDENTS = {
  title: 'Preswylwyr',
  show: 'Dangos y preswylwyr',
  again: 'Gofyn eto',
  looking: (service) => `Yn gofyn i ${service} pwy sy’n byw yma a phwy sydd â chynllun.`,
  noList: 'Nid oes gan eich rôl restr o breswylwyr',
  noListAbout: (service) =>
    `Mae ${service} yn rhoi un i staff cartref gofal, ar gyfer y cartref hwnnw. Chwiliwch yn ôl rhif GIG a dyddiad geni yn lle hynny.`,
  nobody: (service) => `Nid yw ${service} yn rhestru neb fel rhywun sy’n byw yma.`,
  filter: 'Canfod yn y rhestr hon',
  filterHint: 'Rhan o enw, rhif GIG neu ddyddiad geni',
  shown: (count, of) => `${count} o ${of} yn cael eu dangos`,
  asked: (time) => `Gofynnwyd am ${time}.`,
  noName: 'Enw ddim yn hysbys',
  born: 'Ganwyd',
  notKnown: 'ddim yn hysbys',
  nhsNumber: 'Rhif GIG',
  couldNotCheck: 'Nid oedd modd cael y rhestr',
};

export const RESIDENTS_TALLY: typeof en.RESIDENTS_TALLY = {
  residents: (count) => `${count} preswylydd`,
  plan: (count) => `${count} gyda chynllun`,
  overdue: (count) => `${count} yn hwyr ar gyfer adolygiad`,
  changed: (count) => `${count} wedi newid ers i chi edrych ddiwethaf`,
  noPlan: (count) => `${count} heb gynllun`,
  couldNotCheck: (count) => `${count} heb eu gwirio`,
};

export const RESIDENT_STATE: typeof en.RESIDENT_STATE = {
  plan: (date) => `Cynllun ${date}`,
  overdue: (date) => `Adolygiad yn hwyr ers ${date}`,
  changed: 'Wedi newid ers i chi edrych ddiwethaf',
  noPlan: 'Ni chanfuwyd cynllun',
  draft: 'Dim cynllun cyfredol, dim ond drafft',
  withdrawn: 'Dim cynllun cyfredol, cafodd ei dynnu’n ôl',
  couldNotCheck: 'Ni ellid gwirio',
};
