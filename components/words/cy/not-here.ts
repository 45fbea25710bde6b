import type { Words } from '../words.ts';

const SAYS_NOTHING = 'Nid yw hyn yn dweud dim ynghylch a oes cynllun.';
const NOT_ACTIVE = 'Nid yw Planside yn weithredol ar y dudalen hon';

export const NOT_HERE: Words['NOT_HERE'] = {
  because: {
    unknown: {
      heading: NOT_ACTIVE,
      says: ['I weld a all fod, pwyswch fotwm Planside y porwr ar y dudalen hon.', SAYS_NOTHING],
    },
    notEnabled: {
      heading: 'Nid yw Planside yn weithredol ar y dudalen hon ({host})',
      says: [
        'Mae’n darllen y systemau cofnodion y mae wedi’i droi ymlaen ar eu cyfer, a dim tudalen arall.',
        SAYS_NOTHING,
      ],
    },
    notListed: {
      heading: 'Nid yw Planside yn weithredol ar y dudalen hon ({host})',
      says: ['Eich sefydliad sy’n penderfynu ar ba dudalennau y mae, ac nid yw hon yn un ohonynt.', SAYS_NOTHING],
    },
    notHttps: {
      heading: 'Nid yw Planside yn weithredol ar y dudalen hon ({host})',
      says: ['Nid yw’r dudalen wedi’i hamgryptio: nid yw ei chyfeiriad yn dechrau â https://.', SAYS_NOTHING],
    },
    browserPage: {
      heading: NOT_ACTIVE,
      says: ['Tudalen y porwr ei hun yw hi, neu ffeil. Nid yw’r porwr yn gadael i neb ei darllen.', SAYS_NOTHING],
    },
    covered: {
      heading: 'Mae’r dudalen hon yn cuddio Planside',
      says: [
        'Agorwch y panel ochr: ni all unrhyw dudalen guddio hwnnw. Pwyswch fotwm Planside y porwr.',
        'Ni ddangosir y cynllun yma, fel na ddarllenir rhan ohono heb y gweddill.',
        SAYS_NOTHING,
      ],
    },
    coveredAlone: {
      heading: 'Mae’r dudalen hon yn cuddio Planside',
      says: [
        'Caewch neu symudwch yr hyn sy’n ei guddio, neu lwythwch y dudalen eto. Gellir canfod y cynllun yn ôl y rhif GIG hefyd: pwyswch Canfod.',
        'Ni ddangosir y cynllun yma, fel na ddarllenir rhan ohono heb y gweddill.',
        SAYS_NOTHING,
      ],
    },
    pageOnly: {
      heading: 'Dangosir cynlluniau yn y dudalen',
      says: ['Mae eich sefydliad yn eu dangos wrth ochr y cofnod, ac nid yn y panel hwn.', SAYS_NOTHING],
    },
  },
  enable: 'Troi Planside ymlaen yma',
  asks: 'Yna mae’r porwr yn gofyn a gaiff Planside ddarllen y wefan hon.',
  refused: 'Ni chaniatawyd, felly nid oes dim wedi newid.',
  impossible: 'Nid yw’r porwr yn gadael i Planside ofyn am y wefan hon.',
};
