import type { PlanPatient } from '../../../utils/plan/plan.ts';
import { DOCUMENT_TITLES } from '../../document-titles.ts';

type Interpreter = NonNullable<PlanPatient['language']>['interpreter'];

/** Headings of the parts of a plan. */
export const TITLE: Readonly<Record<keyof typeof DOCUMENT_TITLES | 'places' | 'elsewhere', string>> = {
  ...DOCUMENT_TITLES,
  places: 'Preferences for place',
  elsewhere: 'Plans held elsewhere',
};

export const OWN_TEXT = {
  heading: 'The author’s own text',
  /** Above what the entries of an unknown section say beside its text. */
  asCoded: 'As coded',
  written: (paragraphs: string) => `Written by the author, ${paragraphs}`,
};

export const TREATMENT = {
  focusSays: 'Focus of care: {focus}',
  focusOf: 'Focus of care: {focus} ({scale} of 100)',
  focusSentAs: 'Focus of care: {unreadable} Sent as “{scale}”.',
  inTheMiddle: 'in the middle',
  towardsLife: 'towards extending life',
  towardsComfort: 'towards comfort',
  lifeEnd: '1 Prioritise extending life',
  comfortEnd: '100 Prioritise comfort',
  recommendations: 'Recommendations',
  notBinding: 'Recommendations are not legally binding.',
  ceilingOfSymptom: 'Ceiling of treatment: {words}',
};

export const WHAT_MATTERS = {
  values: 'I value most',
  avoids: 'I most want to avoid',
  wishes: 'My wishes',
};

export const ADVANCE_DECISIONS = {
  refusals: 'Advance decision to refuse treatment',
  ifValid: 'Legally binding if valid and it applies.',
  proxies: 'Legal proxy',
  notUse: 'This says whether there is such a power, not whether it has been used.',
  capacity: 'Mental capacity',
  involved: 'Involved',
};

export const PLACES = {
  ifNotPossible: 'If not possible: {place}',
  closed: 'Care: {care}; death: {death}',
};

export const ANTICIPATORY = { names: 'Names:', issued: 'Issued', kept: 'Kept' };

export const ALLERGIES = {
  recorded: 'Known allergies',
  statedNone: 'No known allergies',
  notRecorded: 'Allergies not recorded',
  unavailable: 'Allergies unavailable',
  /** Where the document speaks of allergies in a section Planside does not know. */
  readSection: 'Read the section “{title}”.',
};

export const CONDITIONS = { since: ', since {when}' };

export const PROGNOSIS = { recorded: 'Recorded', recordedOn: 'Recorded {when}' };

export const ALERTS = {
  alerts: 'Alerts',
  alertsAndAccess: 'Alerts, access',
  access: 'Getting in',
  getsIn: 'Getting in: {words}',
  language: 'Language',
  speaks: 'Speaks {language}, {interpreter}',
  interpreter: {
    needed: 'interpreter needed',
    notNeeded: 'no interpreter needed',
    notRecorded: 'need for an interpreter not recorded',
  } satisfies Record<Interpreter, string>,
};

export const OTHER_DOCUMENTS = { where: 'Where', heldBy: 'Held by' };

export const ELSEWHERE = {
  heldBy: 'Held by {who}',
  heldByDated: 'Held by {who}, dated {when}',
  noHolder: 'a holder not recorded',
  notChecked: 'Could not be checked. There may be some.',
  none: (service: string) => `${service} knows of none.`,
  ask: 'Planside cannot open these. Ask whoever holds them.',
};
