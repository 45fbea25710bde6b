import type { Words } from '../words.ts';

export const LEVEL: Words['LEVEL'] = {
  comfort: ['Cysur', 'trin symptomau yn unig'],
  home: ['Cartref/Hosbis', 'trin cyflyrau y gellir eu gwrthdroi fel y bo’n briodol'],
  hospital: ['Ysbyty', 'trin cyflyrau y gellir eu gwrthdroi fel y bo’n briodol'],
  intensive: ['Gofal dwys', 'triniaeth weithredol lawn'],
};

export const GLANCE: Words['GLANCE'] = {
  ceiling: 'Terfyn uchaf y driniaeth',
  howFar: 'pa mor bell i drin',
  place: 'Y lle a ffefrir',
  care: 'Gofal',
  death: 'Marw',
  ifNotPossible: '; os nad yw’n bosibl, {place}',
  // May be broken where the hyphen is.
  medicines: 'Meddygin\u00ADiaethau rhag ofn',
  issued: 'Wedi’u rhoi',
  kept: ', cedwir:',
  callFirst: 'Ffoniwch yn gyntaf',
};
