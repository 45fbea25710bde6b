import type { Words } from '../words.ts';

export const NO_PLAN: Words['NO_PLAN'] = {
  verdict: 'Ni chafwyd hyd i gynllun',
  asked: ({ service, at }) => `Gofynnwyd i ${service} am ${at} ac nid oes ganddo gynllun ar gyfer y person hwn.`,
  about: 'Nid yw hyn yn golygu “ar gyfer CPR”. Gall fod cynllun ar bapur neu mewn gwasanaeth arall.',
  alsoAsk: 'Hefyd yn werth gofyn',
  whom: [
    'Y person, y teulu neu’r cartref gofal: a oes ffurflen gartref?',
    'Cofnod y meddyg teulu: cynllun gofal, cofnodion ReSPECT neu DNACPR',
  ],
  heard: (person) => `Ni chafwyd hyd i gynllun ar gyfer ${person}.`,
};

export const NO_CURRENT_PLAN: Words['NO_CURRENT_PLAN'] = {
  verdict: 'Dim cynllun cyfredol',
  found: { draft: 'Dim ond drafft sydd, heb ei gymeradwyo eto.', withdrawn: 'Mae’r cynllun wedi’i dynnu’n ôl.' },
  about: 'Nid yw hyn yn golygu “ar gyfer CPR”.',
  asked: ({ service, at }) => `Gofynnwyd i ${service} am ${at}.`,
  heard: (person) => `Dim cynllun cyfredol ar gyfer ${person}.`,
};
