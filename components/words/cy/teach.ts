import type { TEACH as English } from '../en/teach.ts';

export const TEACH: typeof English = {
  title: (system) => `Dysgu ${system} i Planside`,
  intro:
    'Dangoswch ble mae manylion claf. Ni chedwir dim am y claf, ac nid oes dim yn gadael y cyfrifiadur hwn nes i chi ei allforio.',
  exportOnly: {
    managed:
      'Eich sefydliad sy’n gosod y system hon, felly ni chedwir dim yma. Allforiwch yr addasydd a’i anfon at y rhai sy’n gofalu am Planside.',
    pack: 'Darllenir y system hon trwy addasydd o becyn eich sefydliad, beth bynnag a ddysgir yma, felly ni chedwir dim. Allforiwch yr addasydd a’i anfon at y rhai sy’n gwneud y pecyn.',
    switchedOff:
      'Mae eich sefydliad wedi diffodd darllen y system hon, felly ni chedwir dim yma. Allforiwch yr addasydd a’i anfon at y rhai sy’n gofalu am Planside.',
  },
  hidden: {
    heading: 'Wedi’i guddio',
    says: 'Mae’r wers yn mynd ymlaen o’r lle yr oedd.',
    show: 'Dangos eto',
  },
  noSystem: 'Nid yw’r system hon yn y gosodiadau mwyach.',
  tab: {
    noTab: 'Agorwch y system hon mewn tab, gyda chofnod un claf. Mae’r dudalen hon yn dod o hyd iddi ei hun.',
    notAllowed: 'Ni chaiff Planside ddarllen y system hon eto. Caniatewch hi ar y dudalen gosodiadau yn gyntaf.',
    tooLarge: 'Mae’r dudalen hon yn rhy fawr i ddysgu ohoni. Agorwch dudalen arall o’r system.',
  },
  toOptions: 'Yn ôl i’r gosodiadau',

  steps: { number: 'Rhif GIG', date: 'Dyddiad geni', name: 'Enw', look: 'Yr hyn a ddarllenir' },
  stepOf: (step, all) => `Cam ${step} o ${all}`,
  asks: {
    number: 'Pa un yw rhif GIG y claf?',
    date: 'Pa un yw’r dyddiad geni?',
    name: 'Pa un yw’r enw?',
    family: 'Pwyntiwch at y cyfenw',
    given: 'Nawr pwyntiwch at yr enwau cyntaf',
    list: 'Beth sy’n nodi bod y dudalen hon heb gofnod ar agor?',
  },
  found: 'Cafwyd ar y dudalen. Dangosir pob un yno tra bo’r ffocws arno.',
  noneFound: 'Ni chafwyd dim ar y dudalen. Pwyntiwch ato yn lle hynny.',
  point: 'Pwyntio ato yn y dudalen',
  stopPointing: 'Rhoi’r gorau i bwyntio',
  pointing:
    'Pwyswch ef yn y dudalen; neu ewch ato yno â’r bysellau saeth, yna pwyswch Enter. Mae Escape yn gorffen hyn.',
  missed: {
    number: 'Nid oes rhif GIG dilys yno.',
    date: 'Nid oes dyddiad llawn yno, neu mae mewn rhan arall o’r dudalen na’r rhif.',
    name: 'Ni all hwnnw fod yn enw, neu mae mewn rhan arall o’r dudalen na’r rhif.',
    family: 'Ni all hwnnw fod yn gyfenw.',
    given: 'Ni all y rheini fod yn enwau cyntaf.',
    list: 'Mae cofnod agored yn dangos hwnnw hefyd, neu nid oes ganddo enw sy’n aros.',
  },
  apart: 'Mae’r enw mewn dau le',
  again: 'Dechrau eto gyda’r rhif',
  back: 'Yn ôl',

  reads: {
    heading: 'Mae Planside nawr yn darllen',
    number: 'Rhif GIG',
    born: 'Ganwyd',
    noBirthDate: 'Dim dyddiad geni',
    nobody: 'Nid oes neb ar agor.',
    several: 'Mwy nag un claf.',
    loading: 'Mae’r dudalen yn llwytho.',
    unreadable: {
      pageChanged: 'Nid yw’r dudalen fel y’i dysgwyd.',
      nhsNumberInvalid: 'Mae’r rhif GIG yn methu ei wiriad.',
      birthDateUnreadable: 'Ni ellir darllen y dyddiad geni.',
      incomplete: 'Mae rhan o’r manylion ar goll.',
      other: 'Ni ellir darllen y dudalen.',
    },
  },
  notFound: {
    region:
      'Nid oes gan ddim o amgylch y lleoedd hyn enw sy’n aros. Pwyntiwch at leoedd eraill, neu gofynnwch i gyflenwr y system.',
    nhsNumber: 'Nid oes gan le’r rhif GIG enw sy’n aros. Pwyntiwch at le arall lle mae’n sefyll.',
    birthDate: 'Nid oes gan le’r dyddiad geni enw sy’n aros. Pwyntiwch at le arall lle mae’n sefyll.',
    name: 'Nid oes gan le’r enw enw sy’n aros. Pwyntiwch at le arall lle mae’n sefyll.',
  },
  warnings: {
    heading: 'Edrychwch eto',
    standardDiffers:
      'Heb yr addasydd hwn mae Planside yn darllen rhywun arall yma, neu enw arall. Gwnewch yn siŵr bod yr hyn uchod yn gywir.',
    refused:
      'Nid yw Planside yn dangos cynlluniau yma: mae hyn yn edrych fel rhestr, blwch deialog, neu gam cyn i gofnod agor.',
    severalPlaces: 'Mae’r hyn a ddysgwyd ar y dudalen hon fwy nag unwaith.',
    otherNumber: 'Mae rhif GIG arall gerllaw. Gwnewch yn siŵr mai’r un uchod yw rhif y claf.',
    dateOrder:
      'Gellid darllen pob dyddiad hyd yma gyda’r mis yn gyntaf. Mae Planside yn darllen y diwrnod yn gyntaf. Agorwch glaf a anwyd ar ôl y 12fed o fis.',
  },
  right: 'Mae hyn yn gywir',
  nobody: 'Nid oes neb ar agor yma',
  list: 'Nid oes neb ar agor, dangos beth sy’n nodi’r dudalen hon',
  wrong: 'Mae hyn yn anghywir, pwyntio eto',
  next: 'Agorwch dudalen arall o’r system, yna dywedwch beth sydd ar agor yno.',

  judged: {
    heading: 'Tudalennau hyd yma',
    none: 'Dim eto.',
    nobody: 'Neb ar agor',
    right: 'darllenwyd yn gywir',
    wrong: 'darllenwyd yn anghywir',
    wrongNobody: 'anghywir, darllenir rhywun yma',
    forget: 'Anghofio’r dudalen hon',
    redact: 'Allforio heb ei geiriau',
  },
  missing: {
    patients: 'Dau glaf gwahanol',
    nobody: 'Un dudalen lle nad oes neb ar agor, fel rhestr neu’r dudalen fewngofnodi',
    rightPages: 'Pob tudalen wedi’i darllen yn gywir: pwyntiwch eto, neu anghofiwch y dudalen nad yw felly',
  },
  finish: {
    heading: 'Gorffen',
    needed: 'Mae angen o hyd:',
    save: 'Cadw ar y cyfrifiadur hwn',
    export: 'Allforio’r addasydd',
    redactHint:
      'Mae gan dudalen a allforiwyd strwythur y dudalen a dim o’i geiriau: achos prawf i’r rhai sy’n gofalu am Planside. Edrychwch arni cyn ei hanfon.',
  },
  outcome: {
    saved: 'Cadwyd. Mae Planside yn darllen y system hon yn ôl hyn o hyn ymlaen.',
    notSaved: 'Ni chadwyd: mae’r gosodiadau wedi newid yn y cyfamser.',
    exported: (file) => `Allforiwyd fel ${file}.`,
  },
};
