import { closePatient, openPatient, openPatientNow } from './open-record.js';

/** For browser tests and measurements; the README of the clinical systems says what each does. */
export function exposeTestSwitches() {
  Object.assign(window, { openPatient, openPatientNow, closePatient });
}
