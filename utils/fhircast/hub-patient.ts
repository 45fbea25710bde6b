import * as z from 'zod/mini';
import { parseBirthDate } from '../patient/birth-date.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';

/** The system of NHS numbers in FHIR (facts: FHIR R4 UK Core). */
const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/** Under this kind stands what the hub's own resource is called. */
const RESOURCE_ID = 'id';

const words = z.string().check(z.maxLength(300));
const identifier = z.object({ system: z.optional(words), value: z.optional(words) });
const name = z.object({
  use: z.optional(words),
  family: z.optional(words),
  given: z.optional(z.array(words)),
});

const patientSchema = z.object({
  resourceType: z.literal('Patient'),
  id: z.optional(words),
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.array(name)),
  birthDate: z.optional(words),
});

type Patient = z.infer<typeof patientSchema>;

/** Somebody a hub names. */
export type HubPatient = {
  /** `null`: without one valid NHS number, or with a birth date that is none, so nobody can say who this is. */
  readonly identity: PatientIdentity | null;
  /** What the hub calls them, by which a close is known to be theirs: value by kind. */
  readonly names: ReadonlyMap<string, string>;
};

/** Somebody a hub names, and who can be looked for. */
export type KnownPatient = HubPatient & { readonly identity: PatientIdentity };

/** The one Patient in the `context` of an event, or of a hub's answer; `null`: there is none, or more than one. */
export function patientInContext(context: readonly { readonly key?: unknown; readonly resource?: unknown }[]) {
  const [only, ...more] = context.filter(({ key }) => key === 'patient');
  const parsed = patientSchema.safeParse(only?.resource);
  return parsed.success && more.length === 0 ? hubPatient(parsed.data) : null;
}

function hubPatient(patient: Patient): HubPatient {
  return { identity: identityOf(patient), names: namesOf(patient) };
}

function identityOf({ identifier = [], name = [], birthDate }: Patient): PatientIdentity | null {
  const numbers = identifier
    .filter(({ system }) => system === NHS_NUMBER_SYSTEM)
    .map(({ value }) => parseNhsNumber(value ?? ''));
  const [nhsNumber] = numbers;
  if (!nhsNumber || new Set(numbers).size > 1) return null;
  if (birthDate !== undefined && parseBirthDate(birthDate) !== birthDate) return null;
  const called = name.find(({ use }) => use === 'usual' || use === 'official') ?? name[0];
  return {
    nhsNumber,
    birthDate: birthDate ?? null,
    // Without a name the person at the screen is asked, as where a page shows none.
    familyName: called?.family?.trim() || null,
    givenNames: (called?.given ?? []).join(' ').slice(0, 300),
  };
}

function namesOf({ id, identifier = [] }: Patient): ReadonlyMap<string, string> {
  const named = identifier.flatMap(({ system, value }) =>
    system && value ? [[system, plain(system, value)] as const] : [],
  );
  return new Map([...named, ...(id === undefined ? [] : [[RESOURCE_ID, id] as const])]);
}

function plain(system: string, value: string): string {
  return system === NHS_NUMBER_SYSTEM ? (parseNhsNumber(value) ?? value) : value;
}

/**
 * Whether two a hub names are one. Hubs may give the same person another resource id each time (FHIRcast 2.5), so it can
 * tell that two are one, and never that they are not.
 */
export function isSameOne(one: HubPatient, other: HubPatient): 'same' | 'other' | 'cannotTell' {
  const shared = [...one.names].filter(([kind]) => other.names.has(kind));
  const agrees = shared.some(([kind, value]) => other.names.get(kind) === value);
  const differs = shared.some(([kind, value]) => kind !== RESOURCE_ID && other.names.get(kind) !== value);
  if (agrees === differs) return 'cannotTell';
  return agrees ? 'same' : 'other';
}
