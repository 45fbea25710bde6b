import type { Composition, DocumentReference } from 'fhir/r4';
import { CARE_PLAN_CATEGORY } from '../../plans/codes.ts';
import { NHS_NUMBER_SYSTEM } from './write-patient.ts';

export type StoredPlan = {
  readonly composition: Composition;
  readonly bundleId: string;
  readonly nhsNumber: string;
  /** Whether another plan has taken its place. */
  readonly superseded: boolean;
};

/**
 * The DocumentReference by which a document that is stored whole is found (FHIR R4, as the National Record Locator
 * fills one in). Its address is relative or absolute, both of which servers write.
 *
 * @param address as it is to be written
 */
export function pointAtStored(
  { composition, bundleId, nhsNumber, superseded }: StoredPlan,
  address: string,
): DocumentReference {
  const { status, type, date, title, custodian, subject } = composition;
  const inError = status === 'entered-in-error';
  return {
    resourceType: 'DocumentReference',
    id: `document-${bundleId}`,
    status: inError ? 'entered-in-error' : superseded ? 'superseded' : 'current',
    docStatus: status,
    type,
    category: [{ coding: [CARE_PLAN_CATEGORY] }],
    subject: { ...subject, identifier: { system: NHS_NUMBER_SYSTEM, value: nhsNumber } },
    date,
    ...(custodian ? { custodian } : {}),
    content: [{ attachment: { contentType: 'application/fhir+json', url: address, ...(title ? { title } : {}) } }],
  };
}
