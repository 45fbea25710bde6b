import { REVOKED_EXTENSION, VERSION_EXTENSION } from './codes.ts';
import type { Composition } from './fhir-schemas.ts';

/** Whether somebody who may has approved a plan (FHIR R4 Composition.status). */
export function isApproved({ status }: Pick<Composition, 'status'>): boolean {
  return status === 'final' || status === 'amended';
}

/** Whether its author has revoked a plan, whatever its status says (HL7 PACIO ADI). */
export function isRevoked({ extension }: Pick<Composition, 'extension'>): boolean {
  return (extension ?? []).some(({ url }) => url === REVOKED_EXTENSION);
}

/** What tells one plan from another over its versions. */
export function planIdOf({ identifier, id }: Pick<Composition, 'identifier' | 'id'>): string {
  return [identifier?.system, identifier?.value ?? id].join('|');
}

/** The version as its author counts it; `undefined`: not counted. */
export function versionOf({ extension }: Pick<Composition, 'extension'>): string | undefined {
  return extension?.find(({ url }) => url === VERSION_EXTENSION)?.valueString;
}
