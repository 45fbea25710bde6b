import type { Bundle, BundleEntry, Composition, Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import { withholdFromDocument } from '../../../sandbox/plan-service/fhir/withhold.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import { TODAY } from './test-bed.ts';

const WITHHELD = ['Significant conditions', 'Prognosis', 'Medicines'];

const { plans } = generatePlans(generatePeople(3, TODAY), 3, TODAY);

function references(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"reference":"([^"]+)"/g)].map(([, reference = '']) => reference);
}

function dangling(document: Bundle): string[] {
  const names = new Set(
    (document.entry ?? []).flatMap(({ fullUrl = '', resource }: BundleEntry<Resource>) => [
      fullUrl,
      `${resource?.resourceType}/${resource?.id}`,
    ]),
  );
  return references(document.entry).filter((reference) => !names.has(reference));
}

const sectionsOf = (document: Bundle) => {
  const composition = document.entry?.[0]?.resource as Composition | undefined;
  return composition?.section ?? [];
};

describe('withholding from every generated plan', () => {
  it('takes what the sections listed, and leaves no reference hanging that did not hang before', () => {
    let taken = 0;
    for (const { document, compositionId } of plans) {
      const shown = withholdFromDocument(document, WITHHELD);
      const before = dangling(document);
      expect(
        dangling(shown).filter((reference) => !before.includes(reference)),
        compositionId,
      ).toEqual([]);
      const listed = sectionsOf(document).filter(({ title = '' }) => WITHHELD.includes(title));
      const others = sectionsOf(document).filter(({ title = '' }) => !WITHHELD.includes(title));
      const alsoElsewhere = references(others);
      const left = new Set(shown.entry?.map(({ fullUrl }) => fullUrl));
      for (const reference of references(listed)) {
        if (alsoElsewhere.includes(reference)) continue;
        expect(left.has(reference), `${compositionId} ${reference}`).toBe(false);
        taken += 1;
      }
      expect(sectionsOf(shown).map(({ title }) => title)).toEqual(sectionsOf(document).map(({ title }) => title));
      expect(shown.entry?.filter(({ resource }) => resource?.resourceType === 'Patient')).toHaveLength(1);
    }
    expect(taken).toBeGreaterThan(plans.length);
  });

  it('leaves a document alone from which nothing is withheld', () => {
    for (const { document } of plans.slice(0, 20)) expect(withholdFromDocument(document, [])).toBe(document);
  });
});
