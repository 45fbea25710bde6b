import type { Bundle, Composition, FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import { ALL_CODES } from '../../sandbox/plans/codes.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import { fhirStrings, isWellFormed } from './fhir-document-checks.ts';

const TODAY = '2026-11-22';
const people = generatePeople(1, TODAY);
const { plans } = generatePlans(people, 1, TODAY);
const personOf = new Map(people.persons.map((person) => [person.patientId, person] as const));

function compositionOf({ entry }: Bundle<FhirResource>): Composition {
  const first = entry?.[0]?.resource;
  if (first?.resourceType !== 'Composition') throw new Error('The first entry is no Composition');
  return first;
}

const unresolved = (bundle: Bundle<FhirResource>) => {
  const known = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
  return fhirStrings(bundle, 'reference').filter((reference) => !known.has(reference));
};

test('every document is a document Bundle that begins with the Composition of the search', () => {
  const ids = new Set<string>();
  for (const { document, composition, compositionId } of plans) {
    expect(document.type).toBe('document');
    expect(document.identifier?.value).toMatch(/^urn:uuid:/);
    expect(document.timestamp).toBe(composition.date);
    expect(document.meta?.versionId).toBe(composition.meta?.versionId);
    const first = compositionOf(document);
    expect(first.id).toBe(compositionId);
    for (const key of ['status', 'date', 'title', 'type', 'extension', 'identifier'] as const) {
      expect(first[key]).toEqual(composition[key]);
    }
    ids.add(compositionId);
  }
  expect(ids.size).toBe(plans.length);
});

test('entries have unique urn:uuid addresses that are their ids', () => {
  for (const { document } of plans) {
    const urls = document.entry?.map(({ fullUrl }) => fullUrl) ?? [];
    expect(new Set(urls).size).toBe(urls.length);
    for (const { fullUrl, resource } of document.entry ?? []) expect(fullUrl).toBe(`urn:uuid:${resource?.id}`);
  }
});

test('one Patient, and everything is about that one', () => {
  for (const { document, composition, patientId } of plans) {
    const patients = document.entry?.filter(({ resource }) => resource?.resourceType === 'Patient') ?? [];
    expect(patients.map(({ fullUrl }) => fullUrl)).toEqual([`urn:uuid:${patientId}`]);
    expect(composition.subject?.reference).toBe(`Patient/${patientId}`);
    for (const { resource } of document.entry ?? []) {
      const about = fhirStrings(
        [Object(resource).subject, Object(resource).patient].filter((reference) => reference !== undefined),
        'reference',
      );
      for (const reference of about) expect(reference).toBe(`urn:uuid:${patientId}`);
    }
  }
});

test('the Patient is the person: number, names, birth date, death, restriction', () => {
  for (const { document, patientId } of plans) {
    const person = personOf.get(patientId);
    const patient = document.entry
      ?.map(({ resource }) => resource)
      .find((resource) => resource?.resourceType === 'Patient');
    if (person === undefined || patient?.resourceType !== 'Patient') throw new Error('Nobody to compare');
    expect(patient.identifier?.[0]?.value).toBe(person.nhsNumber);
    expect(patient.birthDate).toBe(person.birthDate);
    expect(patient.name?.find(({ use }) => use === 'official')?.family).toBe(person.familyName);
    const old = patient.name?.filter(({ use }) => use === 'old') ?? [];
    expect(old.map(({ family }) => family)).toEqual(person.previousFamilyNames);
    for (const { period } of old) expect(period?.end).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(patient.deceasedDateTime ?? patient.deceasedBoolean).toBe(person.deceased);
    expect(patient.meta?.security?.[0]?.code).toBe(person.restricted ? 'R' : undefined);
    expect(patient.address === undefined).toBe(person.restricted);
    if (person.restricted) expect(patient.telecom).toBeUndefined();
  }
});

describe('references', () => {
  test('all resolve inside the Bundle, except in damaged documents', () => {
    for (const { document, state } of plans) if (state !== 'partial') expect(unresolved(document)).toEqual([]);
  });

  test('every damaged document is really damaged, in the sections it names', () => {
    const ways = new Set<string>();
    for (const { document, intent } of plans.filter(({ state }) => state === 'partial')) {
      expect(intent.damaged.length).toBeGreaterThan(0);
      const lost = new Set(unresolved(document));
      for (const title of intent.damaged) {
        const section = compositionOf(document).section?.find((candidate) => candidate.title === title);
        const entries = section?.entry?.map(({ reference }) => reference ?? '') ?? [];
        const resources = document.entry?.filter(({ fullUrl }) => entries.includes(fullUrl ?? '')) ?? [];
        const valueless = resources.some(
          ({ resource }) =>
            (resource?.resourceType === 'Observation' && resource.valueCodeableConcept === undefined) ||
            (resource?.resourceType === 'Flag' && resource.code === undefined),
        );
        const way =
          section?.emptyReason?.coding?.[0]?.code === 'unavailable'
            ? 'unavailable'
            : entries.some((reference) => lost.has(reference))
              ? 'missing resource'
              : valueless
                ? 'missing value'
                : 'none';
        expect(way, `${title} of ${document.id}`).not.toBe('none');
        ways.add(way);
      }
    }
    expect([...ways].sort()).toEqual(['missing resource', 'missing value', 'unavailable']);
  });

  test('the CPR section is damaged in a few', () => {
    const cpr = plans.filter(({ intent }) => intent.damaged.includes('CPR decision'));
    expect(cpr.length).toBeGreaterThanOrEqual(3);
  });

  test('undamaged Flags and Observations say something', () => {
    for (const { document, state } of plans) {
      if (state === 'partial') continue;
      for (const { resource } of document.entry ?? []) {
        if (resource?.resourceType === 'Observation') expect(resource.valueCodeableConcept).toBeDefined();
        if (resource?.resourceType === 'Flag')
          expect(resource.code.text ?? resource.code.coding?.[0]?.code).toBeTruthy();
      }
    }
  });
});

describe('sections', () => {
  /** Written out from docs/plan-service.md, not taken from the writer. */
  const CONTRACT = [
    'CPR decision',
    'Emergency care and treatment',
    'Symptoms and what to do',
    'Anticipatory medicines',
    'Whom to call',
    'Preferred place of care',
    'Preferred place of death',
    'What matters to me',
    'Advance decisions',
    'Allergies',
    'Medicines',
    'Significant conditions',
    'Prognosis',
    'Alerts and access to home',
    'Other documents',
  ];

  test('every section of the contract occurs, with content, and no other; in its order', () => {
    const seen = new Set<string>();
    for (const { document } of plans) {
      const sections = compositionOf(document).section ?? [];
      const places = sections.map(({ title }) => CONTRACT.indexOf(title ?? ''));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const { title, entry } of sections) if (title !== undefined && entry !== undefined) seen.add(title);
    }
    expect([...seen].sort()).toEqual([...CONTRACT].sort());
  });

  test('stated none, not asked, unavailable and left out all occur; a section is never just empty', () => {
    const reasons = new Set<string | undefined>();
    for (const { document } of plans) {
      for (const { emptyReason, entry } of compositionOf(document).section ?? []) {
        expect((emptyReason === undefined) === (entry !== undefined && entry.length > 0)).toBe(true);
        reasons.add(emptyReason?.coding?.[0]?.code);
      }
    }
    expect(reasons).toEqual(new Set([undefined, 'nilknown', 'notasked', 'unavailable']));
    expect(plans.some(({ document }) => (compositionOf(document).section?.length ?? 15) < 12)).toBe(true);
  });

  test('every narrative is well-formed XHTML', () => {
    for (const { document } of plans) {
      for (const { text } of compositionOf(document).section ?? []) {
        if (text === undefined) continue;
        expect(text.div.startsWith('<div xmlns="http://www.w3.org/1999/xhtml">')).toBe(true);
        expect(isWellFormed(text.div), text.div).toBe(true);
      }
    }
  });
});

test('every code of a document is in codes.ts, with its display', () => {
  const known = new Map(ALL_CODES.map(({ system, code, display }) => [`${system}|${code}`, display] as const));
  const isLanguage = (system: string | undefined) => system === 'urn:ietf:bcp:47';
  for (const { document } of plans) {
    JSON.stringify(document, (key, value: unknown) => {
      if (key !== 'coding' || !Array.isArray(value)) return value;
      for (const { system, code, display } of value) {
        if (isLanguage(system)) continue;
        expect(known.has(`${system}|${code}`), `${system}|${code}`).toBe(true);
        expect(display).toBe(known.get(`${system}|${code}`));
      }
      return value;
    });
  }
});

test('telephone numbers are of the ranges for drama use', () => {
  for (const { document } of plans) {
    JSON.stringify(document, (key, value: unknown) => {
      if (key !== 'telecom' || !Array.isArray(value)) return value;
      for (const point of value) expect(point.value).toMatch(/^(01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3})$/);
      return value;
    });
  }
});
