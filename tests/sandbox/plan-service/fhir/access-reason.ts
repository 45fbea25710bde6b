import type { ReadAuditEvent } from './audit-event.ts';
import { NHS_NUMBER_SYSTEM } from './write-patient.ts';

export const ACT_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
export const ALERT_TYPE_SYSTEM = 'https://fhir.nhs.uk/CodeSystem/SCR-AlertType';
export const ALERT_REASON_SYSTEM = 'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason';

/**
 * Type, reason and purpose as they belong together: with the patient's permission, in an emergency, in the public
 * interest, by statute, by order of a court (NHS England, Summary Care Record API).
 */
const GROUNDS = ['1 6 TREAT', '2 5 ETREAT', '1 1 TREAT', '1 2 TREAT', '1 3 TREAT'];

/** A reason somebody gave for looking at one patient's plan. */
export type GivenAccessReason = { readonly nhsNumber: string; readonly isEmergency: boolean };

type Coding = { readonly system?: string | undefined; readonly code: string };

function codeOf(system: string, codings: readonly Coding[] = []): string {
  return codings.find((coding) => coding.system === system)?.code ?? '';
}

/** Whether an event says that somebody alerted others to what they did. */
export function isAlert({ type }: Pick<ReadAuditEvent, 'type'>): boolean {
  return type.system === ALERT_TYPE_SYSTEM && type.code === '2';
}

/**
 * The reason that an event gives, in words and with codes that belong together, for one patient; a purpose alone is none,
 * so that an ordinary view never opens anything.
 *
 * @returns `undefined`: it gives none
 */
export function reasonIn(event: ReadAuditEvent): GivenAccessReason | undefined {
  const { type, subtype, purposeOfEvent = [], entity = [] } = event;
  const [purpose] = purposeOfEvent;
  const ground = [
    codeOf(ALERT_TYPE_SYSTEM, [type]),
    codeOf(ALERT_REASON_SYSTEM, subtype),
    codeOf(ACT_REASON_SYSTEM, purpose?.coding),
  ].join(' ');
  const numbers = entity.flatMap(({ what }) =>
    what?.identifier?.system === NHS_NUMBER_SYSTEM ? (what.identifier.value ?? []) : [],
  );
  const [nhsNumber, ...others] = new Set(numbers);
  const inWords = (purpose?.text ?? '').trim() !== '';
  if (!GROUNDS.includes(ground) || !inWords || nhsNumber === undefined || others.length > 0) return undefined;
  return { nhsNumber, isEmergency: isAlert(event) };
}
