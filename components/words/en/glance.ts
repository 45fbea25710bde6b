import type { TreatmentLevel } from '../../../utils/plan/plan.ts';

type Level = Exclude<TreatmentLevel['level'], 'unknown'>;

/** The four levels of the NHS questionnaire, in its exact words. */
export const LEVEL: Readonly<Record<Level, readonly [string, string]>> = {
  comfort: ['Comfort', 'symptomatic treatment only'],
  home: ['Home/Hospice', 'treatment of reversible conditions as appropriate'],
  hospital: ['Hospital', 'treatment of reversible conditions as appropriate'],
  intensive: ['Intensive', 'full active treatment'],
};

/** The rows below the answer. */
export const GLANCE = {
  ceiling: 'Ceiling of treatment',
  howFar: 'how far to treat',
  place: 'Preferred place',
  care: 'Care',
  death: 'Death',
  ifNotPossible: '; if not possible, {place}',
  medicines: 'Anticipatory medicines',
  issued: 'Issued',
  kept: ', kept:',
  callFirst: 'Call first',
};
