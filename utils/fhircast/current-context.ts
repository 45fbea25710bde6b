import * as z from 'zod/mini';
import type { ContextEvent } from './hub-messages.ts';
import { type HubPatient, type KnownPatient, patientInContext } from './hub-patient.ts';

/** Who is open in the session that a hub keeps. */
export type HubContext =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'patient'; readonly patient: KnownPatient }
  /** Somebody is, and nobody can say who: no one valid NHS number, or several people. */
  | { readonly kind: 'unusable'; readonly patient: HubPatient | null };

export const NOBODY: HubContext = { kind: 'nobody' };

const answerSchema = z.object({
  'context.type': z.optional(z.string()),
  context: z.array(z.looseObject({ key: z.optional(z.string()) })),
});

/**
 * Reads a hub's answer to who is open (FHIRcast 2.9).
 *
 * @returns `null`: it is no such answer
 */
export function parseCurrentContext(raw: unknown): HubContext | null {
  const parsed = answerSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { context } = parsed.data;
  return context.length === 0 ? NOBODY : contextOf(patientInContext(context));
}

/** What an event that opens somebody makes of who is open. */
export function opened({ patient }: ContextEvent): HubContext {
  return contextOf(patient);
}

function contextOf(patient: HubPatient | null): HubContext {
  const { identity = null } = patient ?? {};
  return patient && identity ? { kind: 'patient', patient: { ...patient, identity } } : { kind: 'unusable', patient };
}

/** Whether the same is to be seen of both. */
export function isSameContext(one: HubContext, other: HubContext): boolean {
  if (one.kind !== 'patient' || other.kind !== 'patient') return one.kind === other.kind;
  const [a, b] = [one.patient.identity, other.patient.identity];
  return (
    a.nhsNumber === b.nhsNumber &&
    a.birthDate === b.birthDate &&
    a.familyName === b.familyName &&
    a.givenNames === b.givenNames
  );
}
