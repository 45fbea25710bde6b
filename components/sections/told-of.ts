import type { EmergencyTreatment, Plan, Told } from '../../utils/plan/plan.ts';

/** An empty list is nobody’s statement that there is none. */
export function isEmptyList(told: Told<unknown>): boolean {
  return told.state === 'recorded' && Array.isArray(told.value) && told.value.length === 0;
}

/** Where a ceiling alone was recorded the section is not empty; it says what of it is missing. */
export function toldOfTreatment({ emergencyTreatment, treatmentLevel }: Plan): Told<EmergencyTreatment> {
  if (emergencyTreatment.state !== 'notRecorded' || treatmentLevel.state !== 'recorded') return emergencyTreatment;
  return { ...treatmentLevel, value: { recommendations: [] } };
}
