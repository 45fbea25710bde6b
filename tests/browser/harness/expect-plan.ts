import { expect } from 'vitest';
import type { PlanIntent } from '../../sandbox/plans/plan-intent.ts';
import type { PlanRecord } from '../../sandbox/plans/plan-record.ts';
import type { Shown } from './sidebar.ts';

const VERDICTS = {
  notForCpr: 'Not for CPR',
  forCpr: 'For CPR',
  modifiedCpr: 'Modified CPR (child)',
  unknown: 'CPR decision not understood',
} as const;

/** The plan of a person that is in force, as its author meant it. */
export function intentOf(plans: readonly PlanRecord[], patientId: string): PlanIntent {
  const inForce = plans.filter((plan) => plan.patientId === patientId && plan.intent.status === 'approved');
  const newest = inForce.toSorted((one, other) => other.composition.date.localeCompare(one.composition.date))[0];
  if (!newest) throw new Error('This person has no approved plan.');
  return newest.intent;
}

/** Compares what a person reads in the sidebar with what the author meant: not by the code that reads documents. */
export function expectPlan(shown: Shown, intent: PlanIntent): void {
  const [cpr] = intent.cpr;
  expect(shown.view).toBe('plan');
  expect(shown.parts.verdict).toBe(cpr ? VERDICTS[cpr.says] : 'CPR decision not recorded');
  const words = shown.text.replace(/\s+/g, ' ');
  const saying = (said: string | undefined) => said && expect(words).toContain(said.replace(/\s+/g, ' '));
  saying(cpr?.words);
  saying(cpr?.author.name);
  saying(intent.treatmentLevel);
  for (const { place } of [...intent.placeOfCare, ...intent.placeOfDeath]) saying(place);
  const [first] = intent.contacts;
  if (first) {
    expect(shown.parts['call-first']).toContain(first.name);
    saying(first.phones[0]);
  }
  if (intent.symptoms !== 'none') for (const { symptom } of intent.symptoms) saying(symptom);
  if (typeof intent.anticipatoryMedicines === 'object') saying(intent.anticipatoryMedicines.keptAt);
  saying(`version ${intent.version}`);
  saying(intent.author.name);
}
