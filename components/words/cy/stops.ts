import type { Words } from '../words.ts';

const NOT_LOOKED = 'Nid yw Planside wedi chwilio am gynllun, felly nid yw hyn yn dweud dim ynghylch a oes un.';
const SAYS_NOTHING = 'Nid yw hyn yn dweud dim ynghylch a oes cynllun.';
const WILL_NOT_GUESS = 'Ni fydd Planside yn dyfalu pwy sydd ar agor.';

export const UNREADABLE: Words['UNREADABLE'] = {
  pageChanged: {
    heading: 'Mae’r dudalen hon wedi newid, nid yw Planside yn ei darllen',
    says: [
      `Mae’r system gofnodion yn edrych yn wahanol i’r ffordd y mae Planside yn ei hadnabod. ${WILL_NOT_GUESS}`,
      SAYS_NOTHING,
    ],
  },
  declarationDiffers: {
    heading: 'Mae’r dudalen hon yn enwi un claf ac yn dangos un arall',
    says: [
      `Nid yw ei nodyn ei hun am bwy sydd ar agor yn cytuno â’r hyn sydd i’w weld. ${WILL_NOT_GUESS}`,
      SAYS_NOTHING,
    ],
  },
  declarationUnreadable: {
    heading: 'Ni ellir darllen nodyn y dudalen hon ei hun am bwy sydd ar agor',
    says: [`Ysgrifennodd y system gofnodion rywbeth nad yw Planside yn ei ddeall. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  tooMuch: {
    heading: 'Mae gormod ar y dudalen hon i fod yn siŵr',
    says: [`Byddai darllen y cyfan yn arafu’r cofnod. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  frameNotEnabled: {
    heading: 'Ni ellir darllen y rhan fwyaf o’r dudalen hon',
    says: ['Mae wedi’i chau, neu’n dod o gyfeiriad nad yw Planside wedi’i droi ymlaen ar ei gyfer.', SAYS_NOTHING],
  },
  nhsNumberInvalid: {
    heading: 'Nid yw’r rhif GIG ar y dudalen hon yn ddilys',
    says: [`Gall un digid fod yn anghywir neu ddau wedi’u cyfnewid. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  birthDateUnreadable: {
    heading: 'Ni ellir darllen y dyddiad geni ar y dudalen hon',
    says: [`Efallai nad yw’n ddyddiad go iawn. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  incomplete: {
    heading: 'Nid yw’r dudalen hon yn dweud digon am bwy sydd ar agor',
    says: [`Mae angen y rhif GIG, y dyddiad geni a’r enw. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  hubUnusable: {
    heading: 'Mae’r system arall wedi agor rhywun heb rif GIG y gellir ei ddefnyddio',
    says: [`Dywedwyd wrthi nad yw Planside yn dilyn. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
};

export const UNREADABLE_TEACH: Words['UNREADABLE_TEACH'] = {
  says: 'Gosodwyd y system hon yn y porwr hwn. Gall pwy bynnag sy’n gofalu am Planside yma ddangos iddo ble mae’r claf.',
  button: 'Dysgu Planside i ddarllen y dudalen hon',
};

export const STOP: Words['STOP'] = {
  hidden: {
    heading: 'Wedi’i guddio',
    says: ['Pwyswch “Dangos eto” i ddangos y cynllun eto.', 'Nid oes neb wedi’i allgofnodi.'],
  },
  noPatient: { heading: 'Agorwch glaf a bydd y cynllun yn ymddangos yma', says: [] },
  unsettled: {
    heading: 'Yn darllen pwy sydd ar agor',
    says: ['Mae’r dudalen yn newid. Ni ddangosir cynllun nes ei bod yn enwi un person.'],
  },
  several: {
    heading: 'Agorwch un claf i weld cynllun',
    says: ['Dim ond pan fydd y dudalen am un person y mae Planside yn dangos cynllun.'],
  },
  notConfigured: {
    heading: 'Nid oes gwasanaeth cynlluniau wedi’i osod',
    says: ['Nid yw Planside yn gwybod ble y cedwir cynlluniau, felly nid yw hyn yn dweud dim ynghylch a oes un.'],
  },
  signedOut: { heading: 'Mewngofnodwch i weld cynlluniau', says: [NOT_LOOKED] },
};

export const NOT_CONFIGURED: Words['NOT_CONFIGURED'] = { next: 'Gofynnwch i’r ddesg gymorth osod Planside.' };

export const PAGE_HIDES: Words['PAGE_HIDES'] = {
  heading: 'Mae’r dudalen hon yn cuddio’r bar ochr',
  says: 'Darllenwch y cynllun yma, yn y panel ochr.',
};

export const UNREAD_PARTS: Words['UNREAD_PARTS'] = {
  heading: 'Ni ellir darllen rhan o’r dudalen hon',
  notEnabled: '{hosts}: nid yw Planside wedi’i droi ymlaen yno.',
  closedOff: 'Mae’r dudalen wedi ei chau.',
};
