import type { Words } from '../words.ts';

const NEITHER = 'Nid yw hyn yn golygu “ar gyfer CPR”, ac nid yw’n golygu “ddim ar gyfer CPR”.';

export const CPR: Words['CPR'] = {
  decision: {
    notForCpr: {
      verdict: 'Ddim ar gyfer CPR',
      order: 'Os bydd y galon yn stopio, peidiwch â rhoi cynnig ar CPR.',
      about: 'Am CPR yn unig. Rhowch bob gofal arall.',
    },
    forCpr: { verdict: 'Ar gyfer CPR', order: 'Os bydd y galon yn stopio, rhowch gynnig ar CPR.', about: null },
    modifiedCpr: {
      verdict: 'CPR wedi’i addasu (plentyn)',
      order: 'Os bydd y galon yn stopio, gwnewch yr hyn sydd wedi’i ysgrifennu yma, a dim mwy:',
      about: null,
    },
    conflicting: {
      verdict: 'Datganiadau CPR yn anghytuno',
      order:
        'Mae dau ddatganiad cyfredol yn dweud pethau gwahanol. Gwiriwch y ffynhonnell cyn dibynnu ar y naill neu’r llall.',
      about: null,
    },
    notRecorded: {
      verdict: 'Penderfyniad CPR heb ei gofnodi',
      order: 'Nid yw’r cynllun yn dweud a ddylid rhoi cynnig ar CPR.',
      about: NEITHER,
    },
    unknown: {
      verdict: 'Penderfyniad CPR heb ei ddeall',
      order: 'Mae penderfyniad CPR wedi’i gofnodi, ond ni all Planside ddweud beth ydyw.',
      about: null,
    },
    unreadable: {
      verdict: 'Methwyd â darllen y penderfyniad CPR',
      order: 'Gall fod penderfyniad CPR yn y cynllun, ond ni allai Planside ei ddarllen.',
      about: NEITHER,
    },
    inWordsOnly: {
      verdict: 'CPR mewn geiriau yn unig',
      order: 'Nid oes penderfyniad CPR wedi’i godio yn y cynllun. Darllenwch yr hyn y mae’n ei ddweud:',
      about: NEITHER,
    },
    hidden: {
      verdict: 'Penderfyniad CPR wedi’i guddio rhag eich rôl',
      order: 'Gall fod penderfyniad CPR yn y cynllun. Gofynnwch i’r nyrs â gofal neu i’r meddyg teulu.',
      about: NEITHER,
    },
  },
  // More than two: 3 and 6 leave this noun as it is.
  manyDisagree: (count) =>
    `Mae ${count} datganiad cyfredol yn dweud pethau gwahanol. Gwiriwch y ffynhonnell cyn dibynnu ar unrhyw un ohonynt.`,
  mayDisagree: {
    verdict: 'Gall datganiadau CPR anghytuno',
    order:
      'Nid oedd modd deall pob datganiad cyfredol. Darllenwch bob un, a gwiriwch y ffynhonnell cyn dibynnu ar unrhyw un.',
  },
  asOf: (verdict, time) => `${verdict}, fel yr oedd am ${time}`,
  mayHaveChanged: 'Gall fod wedi newid ers hynny. Gwiriwch cyn dibynnu arno.',
  claim: {
    notForCpr: 'ddim ar gyfer CPR',
    forCpr: 'ar gyfer CPR',
    modifiedCpr: 'CPR wedi’i addasu (plentyn)',
    unknown: 'heb ei ddeall',
    nothing: 'dim byd am CPR',
    unreadable: 'methwyd â’i ddarllen',
    inWordsOnly: 'mewn geiriau yn unig, heb ei godio',
    hidden: 'wedi’i guddio rhag eich rôl',
  },
  says: (claim) => `Yn dweud: ${claim}`,
  saysInWords: (claim) => `Yn dweud mewn geiriau: ${claim}`,
  sentAs: 'Fe’i hanfonwyd fel “{words}”.',
  askAuthor: 'Gofynnwch i’r awdur cyn dibynnu arno.',
  modifiedWithoutWords: 'Nid yw’r hyn i’w wneud wedi’i gofnodi.',
  fromText: 'O destun y cynllun',
  from: 'O: {section}',
};
