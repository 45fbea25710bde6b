import { describe, expect, it } from 'vitest';
import { markPlan } from '../../../browser/at-rest/mark-plan.ts';
import { markerOf } from '../../../browser/at-rest/markers.ts';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import { revisePlan } from '../../../sandbox/plans/revise-plan.ts';
import { filledSections, SECTION_TITLES } from '../../../sandbox/plans/section-titles.ts';

describe('markers', () => {
  it('are 24 letters and digits, the same for the same seed and label', () => {
    expect(markerOf(7, 'plan 1, Allergies').text).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(markerOf(7, 'plan 1, Allergies')).toEqual(markerOf(7, 'plan 1, Allergies'));
  });

  it('share no ten characters with each other', () => {
    const texts = [1, 2].flatMap((seed) => Array.from({ length: 300 }, (_, at) => markerOf(seed, `plan ${at}`).text));
    const windows = texts.flatMap((text) => Array.from({ length: 15 }, (_, at) => text.slice(at, at + 10)));
    expect(new Set(windows).size).toBe(windows.length);
  });
});

describe('a marked plan', () => {
  const today = '2026-11-26';
  const people = generatePeople(20_261, today);
  const { plans } = generatePlans(people, 20_261, today);
  const [plan] = plans;
  const person = people.persons.find(({ patientId }) => patientId === plan?.patientId);
  if (!plan || !person) throw new Error('Nobody has a plan.');
  const { changes, markers } = markPlan(plan.intent, 1, 'plan 1');
  const revised = revisePlan(plan, person, changes);

  it('has a marker in every section, in its codes and in its words, and one in the author’s name', () => {
    expect(filledSections(revised.intent)).toEqual(SECTION_TITLES);
    expect(markers.map(({ label }) => label)).toEqual(['author', ...SECTION_TITLES].map((part) => `plan 1, ${part}`));
    const [composition, ...entries] = revised.document.entry ?? [];
    const sections = composition?.resource?.resourceType === 'Composition' ? (composition.resource.section ?? []) : [];
    for (const { label, text } of markers) {
      const title = label.replace('plan 1, ', '');
      const section = sections.find((one) => one.title === title);
      if (title !== 'author') expect(section?.text?.div).toContain(text);
      expect(JSON.stringify(entries)).toContain(text);
    }
  });

  it('names no marker’s text in its labels', () => {
    const labels = markers.map(({ label }) => label).join('\n');
    for (const { text } of markers) expect(labels).not.toContain(text);
  });
});
