import type { Bundle, Composition, Extension, FhirResource, Reference } from 'fhir/r4';
import { londonTime } from '../people/dates.ts';
import type { Person } from '../people/person.ts';
import { PLAN_KINDS, RESTRICTED } from './codes.ts';
import { damage } from './damage.ts';
import { beginDocument, type DocumentDraft } from './document-draft.ts';
import { patientOf } from './document-patient.ts';
import { CUSTODIAN } from './organisations.ts';
import { writeSections } from './sections/all-sections.ts';
import type { Version } from './version.ts';

const VERSION_NUMBER = 'http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber';
const REVOKE_STATUS = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-document-revoke-status';
const UUID_SYSTEM = 'urn:ietf:rfc:3986';

const urn = (uuid: string) => `urn:uuid:${uuid}`;

function statusOf({ intent, replaces }: Version): Composition['status'] {
  if (intent.status === 'draft') return 'preliminary';
  if (intent.status === 'enteredInError') return 'entered-in-error';
  return replaces.length > 0 || Number(intent.version) % 3 === 0 ? 'amended' : 'final';
}

function extensions({ intent }: Version): Extension[] {
  return [
    { url: VERSION_NUMBER, valueString: intent.version },
    ...(intent.revoked ? [{ url: REVOKE_STATUS, valueCode: 'deprecated' }] : []),
  ];
}

function titleOf({ kind }: Version): string {
  return kind === 'respectForm' ? 'ReSPECT form' : (PLAN_KINDS[kind].display ?? kind);
}

/** What the Composition has in a search and in a document alike. */
function common(version: Version, person: Person, changedAt: string): Omit<Composition, 'author'> {
  return {
    resourceType: 'Composition',
    id: version.compositionId,
    meta: {
      versionId: version.intent.version,
      lastUpdated: changedAt,
      ...(person.restricted ? { security: [RESTRICTED] } : {}),
    },
    extension: extensions(version),
    identifier: { system: UUID_SYSTEM, value: urn(version.setId) },
    status: statusOf(version),
    type: { coding: [PLAN_KINDS[version.kind]] },
    date: changedAt,
    title: titleOf(version),
  };
}

/** References to versions that this one replaces; inside a document by identifier, since they are no part of it. */
function relatesTo(version: Version, target: (compositionId: string) => Reference): Partial<Composition> {
  if (version.replaces.length === 0) return {};
  return { relatesTo: version.replaces.map((id) => ({ code: 'replaces', targetReference: target(id) })) };
}

function compositionInDocument(version: Version, person: Person, changedAt: string, draft: DocumentDraft): Composition {
  const { author, reviewed } = version.intent;
  return {
    ...common(version, person, changedAt),
    subject: draft.patient,
    author: [{ ...draft.author, display: author.name }],
    ...(reviewed === undefined
      ? {}
      : { attester: [{ mode: 'professional', time: londonTime(reviewed, '11:20:00'), party: draft.author }] }),
    custodian: { ...draft.organisationOf(CUSTODIAN), display: CUSTODIAN },
    ...relatesTo(version, (id) => ({ identifier: { system: UUID_SYSTEM, value: urn(id) } })),
    section: writeSections(draft),
  };
}

/** The Composition as a search finds it: about `Patient/{id}`, without sections. */
export function writeSearchResult(version: Version, person: Person): Composition {
  return {
    ...common(version, person, changedTime(version)),
    subject: { reference: `Patient/${person.patientId}` },
    author: [{ display: version.intent.author.name }],
    custodian: { display: CUSTODIAN },
    ...relatesTo(version, (id) => ({ reference: `Composition/${id}` })),
  };
}

/** In working hours, so that the day is the same in every time zone near London; later versions later in the day. */
function changedTime({ intent }: Version): string {
  return londonTime(intent.changed, `${10 + (Number(intent.version) % 6)}:40:00`);
}

/**
 * One version as a FHIR R4 document (docs/plan-service.md, “The document”): Composition first, one Patient,
 * every reference `urn:uuid:` and inside the Bundle. Sections named in `intent.damaged` are damaged last.
 */
export function writeDocument(version: Version, person: Person): Bundle<FhirResource> {
  const { intent, compositionId } = version;
  const changedAt = changedTime(version);
  const draft = beginDocument(intent, compositionId, person.patientId);
  const composition = compositionInDocument(version, person, changedAt, draft);
  const bundleId = draft.random.uuid();
  const bundle: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    id: bundleId,
    meta: { versionId: intent.version, lastUpdated: changedAt },
    identifier: { system: UUID_SYSTEM, value: urn(bundleId) },
    type: 'document',
    timestamp: changedAt,
    entry: [
      { fullUrl: urn(compositionId), resource: composition },
      { fullUrl: urn(person.patientId), resource: patientOf(person, intent.interpreter) },
      ...draft.entries,
    ],
  };
  return intent.damaged.length === 0 ? bundle : damage(bundle, intent.damaged, draft.random);
}
