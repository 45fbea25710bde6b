import type { Resource } from '../fhir-schemas.ts';

/** Whether what a resource says holds: `over` counts for nothing, `doubtful` has to be looked at by a person. */
export type Force = 'inForce' | 'over' | 'doubtful';

/** FHIR R4 statuses under which the resources of a plan hold. Any other is over if `OVER` names it, else doubtful. */
const IN_FORCE: Readonly<Record<string, readonly string[]>> = {
  CarePlan: ['active', 'completed'],
  Consent: ['active'],
  Flag: ['active'],
  Goal: ['accepted', 'active', 'planned', 'completed'],
  MedicationRequest: ['active', 'completed'],
  MedicationStatement: ['active', 'completed', 'intended', 'unknown'],
  Observation: ['final', 'amended', 'corrected'],
  Procedure: ['completed', 'preparation', 'in-progress'],
  QuestionnaireResponse: ['completed', 'amended'],
  ServiceRequest: ['active', 'completed'],
};

const OVER: ReadonlySet<string> = new Set([
  'entered-in-error',
  'inactive',
  'revoked',
  'rejected',
  'stopped',
  'cancelled',
  'not-taken',
  'not-done',
  'resolved',
  'remission',
  'refuted',
]);

/** Of a condition or an allergy: nobody has confirmed it (FHIR R4). */
const DOUBTED: ReadonlySet<string> = new Set(['unconfirmed', 'provisional', 'differential']);

/** Whether nobody has ordered what is asked for here (FHIR R4 request intent). */
export function isProposed(intent: unknown): boolean {
  return intent === 'proposal' || intent === 'option';
}

/** Whether what a resource says holds, by its status and verification (FHIR R4). */
export function forceOf(resource: Resource): Force {
  const { resourceType, status, lifecycleStatus } = resource;
  const stated = status ?? lifecycleStatus;
  const others = [codeIn(resource.clinicalStatus), codeIn(resource.verificationStatus)];
  if (OVER.has(String(stated)) || others.some((code) => OVER.has(String(code)))) return 'over';
  if (isProposed(resource.intent) || others.some((code) => DOUBTED.has(String(code)))) return 'doubtful';
  const known = IN_FORCE[resourceType];
  if (!known) return 'inForce';
  return typeof stated === 'string' && known.includes(stated) ? 'inForce' : 'doubtful';
}

/** Whether a resource was never true: whoever finds it must not use it (FHIR R4). */
export function isEnteredInError({ status, docStatus, lifecycleStatus, verificationStatus }: Resource): boolean {
  return [status, docStatus, lifecycleStatus, codeIn(verificationStatus)].includes('entered-in-error');
}

/** The code in a status that is a CodeableConcept. */
function codeIn(concept: unknown): unknown {
  if (typeof concept !== 'object' || concept === null || !('coding' in concept) || !Array.isArray(concept.coding)) {
    return undefined;
  }
  return concept.coding[0]?.code;
}
