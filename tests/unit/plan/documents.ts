/** Small FHIR documents, written by hand, that tests bend out of shape. Loose on purpose: they play a stranger's server. */
export type Json = Record<string, unknown>;

export const NUMBER = '9991087109';
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
export const SNOMED = 'http://snomed.info/sct';
export const ABOUT = { reference: 'urn:uuid:patient' };

export function patientResource(changes: Json = {}): Json {
  return {
    resourceType: 'Patient',
    id: 'patient',
    active: true,
    identifier: [{ system: NHS_NUMBER_SYSTEM, value: NUMBER }],
    name: [{ use: 'official', family: 'Reed', given: ['Margaret'] }],
    birthDate: '1938-07-14',
    ...changes,
  };
}

export const flag = (code: unknown, changes: Json = {}): Json => ({
  resourceType: 'Flag',
  status: 'active',
  code,
  subject: ABOUT,
  ...changes,
});

/** A code of SNOMED CT with the author's words beside it. */
export const snomed = (code: string, text?: string): Json => ({
  coding: [{ system: SNOMED, code }],
  ...(text === undefined ? {} : { text }),
});

/** A form with these answers, each `[linkId, answer]`. */
export const form = (answers: readonly (readonly [string, Json])[], changes: Json = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  subject: ABOUT,
  item: answers.map(([linkId, answer]) => ({ linkId, answer: [answer] })),
  ...changes,
});

export type Part = {
  readonly title: string;
  /** Resources of the section, which become entries of the document too. */
  readonly entries?: readonly Json[];
  readonly section?: Json;
};

/** A document with these sections, and resources that no section names. */
export function documentOf(parts: readonly Part[], beside: readonly Json[] = [], changes: Json = {}): Json {
  const resources: { fullUrl: string; resource: Json }[] = [];
  const add = (resource: Json) => {
    const fullUrl = `urn:uuid:${resources.length}`;
    resources.push({ fullUrl, resource: { id: String(resources.length), ...resource } });
    return { reference: fullUrl };
  };
  const section = parts.map(({ title, entries, section: more }) => ({
    title,
    ...(entries ? { entry: entries.map(add) } : {}),
    ...more,
  }));
  beside.forEach(add);
  const composition = {
    resourceType: 'Composition',
    id: 'plan',
    status: 'final',
    type: snomed('1382601000000107'),
    subject: ABOUT,
    date: '2026-05-01T10:00:00+01:00',
    title: 'ReSPECT form',
    section,
    ...changes,
  };
  return {
    resourceType: 'Bundle',
    type: 'document',
    entry: [
      { fullUrl: 'urn:uuid:plan', resource: composition },
      { fullUrl: 'urn:uuid:patient', resource: patientResource() },
      ...resources,
    ],
  };
}

/** A searchset of these resources. */
export function searchsetOf(resources: readonly Json[], changes: Json = {}): Json {
  const entry = resources.map((resource) => ({ resource, search: { mode: 'match' } }));
  return { resourceType: 'Bundle', type: 'searchset', total: resources.length, entry, ...changes };
}
