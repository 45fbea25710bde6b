import type { Json } from '../documents.ts';
import {
  alert,
  allergy,
  carePlan,
  condition,
  ordered,
  place,
  prognosis,
  relative,
  taken,
} from './contradiction-documents.ts';

/** Entries of a section, and what its author wrote beside them. */
export type Pair = { readonly title: string; readonly entries: readonly Json[]; readonly text: readonly string[] };

const pair = (title: string, entries: readonly Json[], ...text: readonly string[]): Pair => ({ title, entries, text });
const each = <T>(all: readonly T[], say: (one: T) => Pair): readonly Pair[] => all.map(say);

const LEVELS = [
  'Comfort, symptomatic treatment only',
  'Home/Hospice, treatment of reversible conditions as appropriate',
  'Hospital, treatment of reversible conditions as appropriate',
  'Intensive, full active treatment',
];
const TREATMENT = 'Emergency care and treatment';

const levels = LEVELS.flatMap((level) =>
  LEVELS.map((written) => ({ same: level === written, pair: pair(TREATMENT, [carePlan(level)], written) })),
);

const CARE = 'Preferred place of care';
const DEATH = 'Preferred place of death';
const PLACES = ['Own home', 'Hospice', 'Hospital', 'Care home', 'Daughter’s house', 'St Hedda’s, room 9'];

const places = [CARE, DEATH].flatMap((title) =>
  PLACES.flatMap((coded) =>
    PLACES.map((written) => ({ same: coded === written, pair: pair(title, [place(coded)], `1. ${written}`) })),
  ),
);
const twoPlaces = [place('Own home'), place('Hospice')];

const MEDICINES = 'Medicines';
const ANTICIPATORY = 'Anticipatory medicines';

/** A dose, and another that is easily taken for it. */
const MISTAKEN: readonly (readonly [string, string])[] = [
  ['2.5 mg', '25 mg'],
  ['25 mg', '2.5 mg'],
  ['2.5 mg', '5 mg'],
  ['5 mg', '2.5 mg'],
  ['5 mg', '0.5 mg'],
  ['5 mg', '50 mg'],
  ['10 mg', '100 mg'],
  ['1 mg', '10 mg'],
  ['0.5 mg', '5 mg'],
  ['0.5 mg', '.05 mg'],
  ['1.25 mg', '125 mg'],
  ['1.5 mg', '15 mg'],
  ['100 micrograms', '100 mg'],
  ['100 mg', '100 micrograms'],
  ['2.5 mg', '2.5 micrograms'],
  ['12 units', '12 mg'],
  ['5 ml', '5 mg'],
  ['2.5 mg', '5 mg, no more than 2 doses'],
  ['2.5 to 5 mg', '2.5 mg'],
  ['2.5 mg', '2.5 to 5 mg'],
  ['2.5 mg every 4 hours', '2.5 mg every 2 hours'],
  ['5 mg once a day', '5 mg twice a day'],
  ['one at night', 'two at night'],
  ['one each morning', 'one each night'],
  ['when needed', 'four times a day'],
];

const doses = MISTAKEN.flatMap(([coded, written]) => [
  pair(MEDICINES, [taken('Oxycodone', coded)], `Oxycodone: ${written}`),
  pair(ANTICIPATORY, [ordered('Oxycodone', coded)], `Oxycodone: ${written}`),
]);

const ALLERGIES = 'Allergies';
const NO_ALLERGIES = [
  'No known allergies',
  'No known drug allergies',
  'NKDA',
  'NKA',
  'Nil known',
  'None known',
  'None',
  'No allergies',
  'No known allergies recorded',
  'Not allergic to anything',
  'Denies allergies',
  'No known allergies as of the last review by the practice pharmacist in March 2026',
];
const CONTACTS = 'Whom to call';

/** A number, and another that differs from it little. */
const MISDIALLED: readonly (readonly [string, string])[] = [
  ['01632 960123', '01632 960124'],
  ['01632 960123', '01632 960132'],
  ['01632 960123', '01632 96012'],
  ['01632 960123', '07700 960123'],
  ['07700 900461', '07700 900416'],
  ['07700 900461', '07700 900 641'],
  ['07700 900461', '+44 7700 900416'],
  ['020 7946 0401', '020 7946 0410'],
  ['020 7946 0401', '0121 496 0401'],
];

/** The same number, written in other ways. */
const SAME_NUMBER: readonly (readonly [string, string])[] = [
  ['01632 960123', '01632960123'],
  ['01632960123', '01632 960123'],
  ['01632 960123', '01632 960 123'],
  ['01632 960123', '(01632) 960123'],
  ['01632 960123', '01632-960123'],
  ['01632 960123', '+44 1632 960123'],
  ['01632 960123', '0044 1632 960123'],
  ['+44 7700 900461', '07700 900461'],
  ['020 7946 0401', '(020) 7946 0401'],
];

const CONDITIONS = 'Significant conditions';
const ALERTS = 'Alerts and access to home';
const PROGNOSIS = 'Prognosis';

/** Entries and text that cannot both be right. */
export const CONTRADICT: readonly Pair[] = [
  ...levels.filter(({ same }) => !same).map((one) => one.pair),
  pair(
    TREATMENT,
    [carePlan('Comfort, symptomatic treatment only')],
    'Not for comfort care only: full active treatment',
  ),
  pair(TREATMENT, [carePlan(LEVELS[2] ?? '', 'Admit for sepsis')], LEVELS[2] ?? '', 'Do not admit'),
  ...places.filter(({ same }) => !same).map((one) => one.pair),
  ...each([CARE, DEATH], (title) => pair(title, twoPlaces, '1. Hospice', '2. Own home')),
  ...each([CARE, DEATH], (title) => pair(title, twoPlaces, 'Hospice first; own home only if there is no bed')),
  ...each([CARE, DEATH], (title) => pair(title, [place('Hospital')], 'Not hospital')),
  ...each(['Care home', 'Nursing home', 'Residential home'], (text) => pair(DEATH, [place('Home')], `1. ${text}`)),
  ...doses,
  pair(
    MEDICINES,
    [taken('Oxycodone', '2.5 mg'), taken('Pregabalin', '25 mg')],
    'Oxycodone: 25 mg',
    'Pregabalin: 2.5 mg',
  ),
  pair(ANTICIPATORY, [ordered('Morphine 10mg/ml', '10 mg')], 'Morphine 10mg/ml: 2.5 mg'),
  pair(MEDICINES, [taken('Oxycodone', '5 mg')], 'Oxycodone stopped in May'),
  pair(MEDICINES, [taken('Bisoprolol', '5 mg')], 'Bisacodyl: 5 mg'),
  pair(MEDICINES, [taken('Oxycodone', '5 mg')], 'None'),
  pair(MEDICINES, [taken('Oxycodone', '5 mg')], 'No regular medicines'),
  ...each(NO_ALLERGIES, (text) => pair(ALLERGIES, [allergy('Penicillin', 'rash')], text)),
  ...each(['No known allergies', 'No known drug allergies', 'No known allergy'], (text) =>
    pair(ALLERGIES, [allergy(text)], 'Penicillin: anaphylaxis'),
  ),
  pair(ALLERGIES, [allergy('No known allergies')], 'Allergic to penicillin and latex'),
  pair(ALLERGIES, [allergy('Penicillin')], 'Codeine: vomiting'),
  pair(ALLERGIES, [allergy('Penicillin')], 'Not allergic to penicillin'),
  pair(ALLERGIES, [allergy('Penicillin')], 'No penicillin allergy'),
  pair(ALLERGIES, [allergy('Penicillin'), allergy('Latex')], 'Penicillin: rash'),
  ...each(MISDIALLED, ([coded, written]) => pair(CONTACTS, [relative('Helen Reed', coded)], `Helen Reed: ${written}`)),
  pair(
    CONTACTS,
    [relative('Helen Reed', '01632 960123'), relative('Tom Yates', '07700 900461')],
    'Helen Reed: 07700 900461',
    'Tom Yates: 01632 960123',
  ),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Tom Yates: 01632 960123'),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Nobody'),
  pair(CONDITIONS, [condition('Asthma')], 'COPD'),
  pair(CONDITIONS, [condition('Heart failure')], 'No heart failure'),
  pair(CONDITIONS, [condition('Type 1 diabetes')], 'Type 2 diabetes'),
  pair(CONDITIONS, [condition('Stroke')], 'Nil'),
  pair(PROGNOSIS, [prognosis('Months')], 'Days'),
  pair(PROGNOSIS, [prognosis('Weeks')], 'Months'),
  pair(PROGNOSIS, [prognosis('Days')], 'Not dying: would be surprised if within the year'),
  pair(ALERTS, [alert('Large dog')], 'Small cat'),
  pair(ALERTS, [alert('Two visitors at a time')], 'No alerts'),
];

/** Entries and text that go together, however they are written. */
export const AGREE: readonly Pair[] = [
  ...levels.filter(({ same }) => same).map((one) => one.pair),
  ...places.filter(({ same }) => same).map((one) => one.pair),
  ...each([CARE, DEATH], (title) => pair(title, twoPlaces, 'First choice: own home', 'Second choice: hospice')),
  ...each([CARE, DEATH], (title) => pair(title, twoPlaces, 'OWN HOME, or the hospice if that cannot be')),
  ...[...new Set(MISTAKEN.flat())].flatMap((dose) => [
    pair(MEDICINES, [taken('Oxycodone', dose)], `Oxycodone: ${dose}`),
    pair(MEDICINES, [taken('Oxycodone', dose)], 'Oxycodone', dose.replace(/(\d) (?=m|u)/g, '$1')),
    pair(ANTICIPATORY, [ordered('Oxycodone', dose)], `OXYCODONE ${dose} as charted`),
  ]),
  pair(
    MEDICINES,
    [taken('Oxycodone', '2.5 mg'), taken('Pregabalin', '25 mg')],
    'Oxycodone: 2.5 mg',
    'Pregabalin: 25 mg',
  ),
  pair(ANTICIPATORY, [ordered('Morphine 10mg/ml', '2.5 mg')], 'Morphine 10 mg/ml: 2.5 mg'),
  ...each(['Penicillin: rash', 'PENICILLIN', 'Allergic to penicillin (rash, 1974)', 'Penicillin – rash'], (text) =>
    pair(ALLERGIES, [allergy('Penicillin', 'rash')], text),
  ),
  ...each(NO_ALLERGIES, (text) => pair(ALLERGIES, [allergy('No known allergies')], text)),
  pair(ALLERGIES, [allergy('Penicillin'), allergy('Latex')], 'Penicillin and latex'),
  ...each([...MISDIALLED.map(([coded]) => [coded, coded] as const), ...SAME_NUMBER], ([coded, written]) =>
    pair(CONTACTS, [relative('Helen Reed', coded)], `Helen Reed: ${written}`),
  ),
  pair(CONTACTS, [relative('Siobhán Ní Bhriain', '01632 960155')], 'Siobhan Ni Bhriain: 01632 960155'),
  pair(CONDITIONS, [condition('Heart failure, advanced')], 'Advanced heart failure'),
  pair(CONDITIONS, [condition('Type 2 diabetes')], 'Type 2 diabetes since 1999'),
  pair(PROGNOSIS, [prognosis('Months')], 'Months'),
  pair(ALERTS, [alert('Large dog')], 'Large dog, shut in the kitchen'),
];

/** Text that says more than the entries, in few words, or turns them round: it must at least be shown. */
export const SAYS_MORE: readonly Pair[] = [
  pair(ALLERGIES, [allergy('Penicillin', 'rash')], 'Penicillin: rash', 'Latex'),
  pair(ALLERGIES, [allergy('Penicillin', 'rash')], 'Penicillin: rash', 'Egg'),
  pair(ALLERGIES, [allergy('Penicillin')], 'Penicillin: anaphylaxis'),
  pair(ALLERGIES, [allergy('Penicillin')], 'Penicillin: allergy excluded by testing'),
  pair(ALLERGIES, [allergy('Penicillin')], 'Penicillin: tolerates it now'),
  pair(MEDICINES, [taken('Oxycodone', '2.5 mg')], 'Oxycodone: 2.5 mg', 'Warfarin'),
  pair(MEDICINES, [taken('Oxycodone', '2.5 mg')], 'Oxycodone: 2.5 mg, stopped in May'),
  pair(MEDICINES, [taken('Oxycodone', '2.5 mg')], 'Oxycodone: 2.5 mg. Halve it'),
  pair(
    MEDICINES,
    [taken('Oxycodone', '2.5 mg'), taken('Pregabalin', '2.5 mg')],
    'Oxycodone: 2.5 mg',
    'Pregabalin: 2.5 mg',
    'Oxycodone 25',
  ),
  pair(ANTICIPATORY, [ordered('Morphine', '2.5 mg')], 'Morphine: 2.5 mg', 'Midazolam: 2.5 mg'),
  pair(ANTICIPATORY, [ordered('Morphine', '2.5 mg')], 'Morphine: 2.5 mg', 'Kept: attic'),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Helen Reed: 01632 960123', '07700 900461'),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Helen Reed: 01632 960123', 'Tom: 01632 960124'),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Helen Reed: 01632 960123, weekends only'),
  pair(CONTACTS, [relative('Helen Reed', '01632 960123')], 'Helen Reed (died in May): 01632 960123'),
  pair(CONDITIONS, [condition('Heart failure')], 'Heart failure', 'Epilepsy'),
  pair(CONDITIONS, [condition('Heart failure')], 'Heart failure: resolved'),
  pair(CARE, [place('Hospice')], '1. Hospice', '2. Attic'),
  pair(DEATH, [place('Hospice')], '1. Hospice: changed his mind'),
  pair(TREATMENT, [carePlan('Comfort, symptomatic treatment only')], LEVELS[0] ?? '', 'Admit for sepsis'),
  pair(ALERTS, [alert('Large dog')], 'Large dog', 'Oxygen'),
  pair(ALERTS, [alert('Large dog')], 'Large dog', 'Knives'),
  pair(PROGNOSIS, [prognosis('Months')], 'Months', 'Weeks'),
];
