import type { FhirResource, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import type { PlanRecord } from '../../sandbox/plans/plan-record.ts';

/** What the documents say, read here from the FHIR alone, beside what their authors meant. */
const TODAY = '2026-11-22';
const { plans } = generatePlans(generatePeople(1, TODAY), 1, TODAY);
const undamaged = plans.filter(({ state }) => state !== 'partial');

function resolve({ document }: PlanRecord, reference: string | undefined): FhirResource | undefined {
  return document.entry?.find(({ fullUrl }) => fullUrl === reference)?.resource;
}

function section({ document }: PlanRecord, title: string) {
  const composition = document.entry?.[0]?.resource;
  return composition?.resourceType === 'Composition'
    ? composition.section?.find((each) => each.title === title)
    : undefined;
}

function entries(plan: PlanRecord, title: string): FhirResource[] {
  return (section(plan, title)?.entry ?? []).flatMap(({ reference }) => resolve(plan, reference) ?? []);
}

/** Items of all questionnaire responses, however deep. */
function items(resources: readonly FhirResource[]): QuestionnaireResponseItem[] {
  const deep = (list: readonly QuestionnaireResponseItem[] = []): QuestionnaireResponseItem[] =>
    list.flatMap((item) => [item, ...deep(item.item)]);
  const responses = resources.filter(
    (each): each is QuestionnaireResponse => each.resourceType === 'QuestionnaireResponse',
  );
  return responses.flatMap(({ item }) => deep(item));
}

const answer = (list: readonly QuestionnaireResponseItem[], linkId: string) =>
  list.find((item) => item.linkId === linkId)?.answer?.[0];

/** Name and role of a PractitionerRole, followed through the Bundle. */
function authorName(plan: PlanRecord, reference: string | undefined): string | undefined {
  const role = resolve(plan, reference);
  if (role?.resourceType !== 'PractitionerRole') return undefined;
  const practitioner = resolve(plan, role.practitioner?.reference);
  return practitioner?.resourceType === 'Practitioner' ? practitioner.name?.[0]?.text : undefined;
}

describe('CPR', () => {
  const NOT_FOR_CPR = ['450476008', '304253006', '143021000119109'];
  const FOR_CPR = ['450475007', '304252001'];

  test('each statement is a Flag with its meaning, reason, date and author', () => {
    for (const plan of undamaged) {
      const flags = entries(plan, 'CPR decision').filter((entry) => entry.resourceType === 'Flag');
      const meant = plan.intent.cpr.filter(({ says }) => says !== 'modifiedCpr');
      expect(flags).toHaveLength(meant.length);
      meant.forEach((statement, at) => {
        const flag = flags[at];
        const code = flag?.code.coding?.[0]?.code ?? '';
        const says = NOT_FOR_CPR.includes(code) ? 'notForCpr' : FOR_CPR.includes(code) ? 'forCpr' : 'unknown';
        expect(says).toBe(statement.says);
        expect(flag?.code.text ?? flag?.code.coding?.[0]?.display).toBe(statement.words);
        expect(flag?.period?.start).toBe(statement.date);
        expect(authorName(plan, flag?.author?.reference)).toBe(statement.author.name);
      });
    }
  });

  test('modified CPR is an answer of the ReSPECT questionnaire, with what to do', () => {
    for (const plan of undamaged.filter(
      ({ state, intent }) => state === 'modifiedCpr' && intent.status === 'approved',
    )) {
      const [statement] = plan.intent.cpr;
      const found = entries(plan, 'CPR decision');
      const [response] = found;
      expect(response?.resourceType === 'QuestionnaireResponse' && response.questionnaire).toBe(
        'https://example.fhir.nhs.uk/Questionnaire/ReSPECT',
      );
      expect(answer(items(found), '6194338778785')?.valueCoding).toEqual({ display: 'For modified CPR child only' });
      expect(answer(items(found), '5712690658400')?.valueString).toBe(statement?.words);
      expect(answer(items(found), '6788228603760')?.valueDateTime).toBe(statement?.date);
    }
  });

  test('without a statement there is no section, or one that says it was not asked', () => {
    for (const plan of undamaged.filter(({ intent }) => intent.cpr.length === 0)) {
      const cpr = section(plan, 'CPR decision');
      expect([undefined, 'notasked']).toContain(cpr?.emptyReason?.coding?.[0]?.code);
      expect(cpr?.entry).toBeUndefined();
    }
  });

  test('unknown statements are words alone, or a code that is no CPR decision', () => {
    const codes = undamaged.filter(({ state }) => state === 'unknownCpr').map((plan) => plan.intent.cpr[0]?.code);
    expect(codes).toContain(undefined);
    expect(codes).toContain('845151000000104');
  });
});

test('contacts stand in the order to ring, with relationship and numbers', () => {
  const kinds = new Set<string>();
  for (const plan of undamaged) {
    const found = entries(plan, 'Whom to call').map((resource) => {
      kinds.add(resource.resourceType);
      const phones = 'telecom' in resource ? (resource.telecom ?? []) : [];
      const numbers = phones.flatMap((point) => ('value' in point ? [point.value] : []));
      if (resource.resourceType === 'RelatedPerson') {
        return [resource.name?.[0]?.text, resource.relationship?.[0]?.text, ...numbers];
      }
      if (resource.resourceType === 'CareTeam') return [resource.name, resource.category?.[0]?.text, ...numbers];
      if (resource.resourceType !== 'PractitionerRole') throw new Error(`${resource.resourceType} cannot be rung`);
      const practitioner = resolve(plan, resource.practitioner?.reference);
      const name = practitioner?.resourceType === 'Practitioner' ? practitioner.name?.[0]?.text : undefined;
      return [name, resource.code?.[0]?.text, ...numbers];
    });
    expect(found).toEqual(
      plan.intent.contacts.map(({ name, relationship, phones }) => [name, relationship, ...phones]),
    );
  }
  expect([...kinds].sort()).toEqual(['CareTeam', 'PractitionerRole', 'RelatedPerson']);
});

test('treatment level, recommendations, focus and review date are the CarePlan’s and the questionnaire’s', () => {
  const LEVELS = [
    undefined,
    'Comfort, symptomatic treatment only',
    'Home/Hospice, treatment of reversible conditions as appropriate',
    'Hospital, treatment of reversible conditions as appropriate',
    'Intensive, full active treatment',
  ];
  for (const plan of undamaged) {
    const found = entries(plan, 'Emergency care and treatment');
    const carePlan = found.find((entry) => entry.resourceType === 'CarePlan');
    expect(carePlan?.title).toBe(plan.intent.treatmentLevel);
    expect(LEVELS).toContain(carePlan?.title);
    expect(carePlan?.description).toBe(plan.intent.recommendations);
    expect(carePlan?.period?.end).toBe(plan.intent.reviewDue);
    expect(answer(items(found), 'ATP001.4.1')?.valueInteger).toBe(plan.intent.focusScale);
  }
});

test('each symptom is joined to what to do about it', () => {
  for (const plan of undamaged) {
    const groups = items(entries(plan, 'Symptoms and what to do')).filter(({ linkId }) => linkId === 'ATP001.1');
    const found = groups.map(({ item = [] }) => {
      const condition = resolve(plan, answer(item, 'ATP001.1.1')?.valueReference?.reference);
      const carePlan = resolve(plan, answer(item, 'ATP001.1.2')?.valueReference?.reference);
      return [
        condition?.resourceType === 'Condition' ? condition.code?.text : undefined,
        carePlan?.resourceType === 'CarePlan' ? carePlan.description : undefined,
      ];
    });
    const { symptoms } = plan.intent;
    expect(found).toEqual(symptoms === 'none' ? [] : symptoms.map(({ symptom, action }) => [symptom, action]));
    const reason = section(plan, 'Symptoms and what to do')?.emptyReason?.coding?.[0]?.code;
    expect(reason === 'nilknown').toBe(symptoms === 'none');
  }
});

test('anticipatory medicines: when issued, where kept, what', () => {
  for (const plan of undamaged) {
    const meant = plan.intent.anticipatoryMedicines;
    const found = entries(plan, 'Anticipatory medicines');
    const procedure = found.find((entry) => entry.resourceType === 'Procedure');
    if (typeof meant !== 'object') {
      expect(found).toEqual([]);
      continue;
    }
    expect(procedure?.code?.coding).toEqual([{ system: 'http://snomed.info/sct', code: '376201000000102' }]);
    expect(procedure?.performedDateTime).toBe(meant.issued);
    expect(procedure?.location?.display).toBe(meant.keptAt);
    const medicines = found.filter((entry) => entry.resourceType === 'MedicationRequest');
    expect(
      medicines.map((each) => `${each.medicationCodeableConcept?.text}: ${each.dosageInstruction?.[0]?.text}`),
    ).toEqual(meant.medicines);
  }
});

test('places of death are coded, first choice first, with the author’s words', () => {
  for (const plan of undamaged) {
    const found = entries(plan, 'Preferred place of death').map((entry) => {
      if (entry.resourceType !== 'Observation') throw new Error('No observation');
      const { coding, text } = entry.valueCodeableConcept ?? {};
      return [coding?.[0]?.code, coding?.[0]?.display, text ?? entry.note?.[0]?.text];
    });
    expect(found).toEqual(plan.intent.placeOfDeath.map(({ code, place, words }) => [code, place, words]));
  }
});

test('the person’s own words survive as they are, markup and all scripts included', () => {
  for (const plan of undamaged) {
    const found = items(entries(plan, 'What matters to me'));
    expect(answer(found, '5090977699027')?.valueString).toBe(plan.intent.whatMatters?.values);
    expect(answer(found, '914986869542')?.valueString).toBe(plan.intent.whatMatters?.avoids);
    expect(answer(found, 'PRE001.2')?.valueString).toBe(plan.intent.whatMatters?.wishes);
  }
  const values = plans.map(({ intent }) => intent.whatMatters?.values ?? '');
  expect(values.some((text) => text.includes('<script>'))).toBe(true);
  expect(values.some((text) => /\p{Script=Arabic}/u.test(text))).toBe(true);
  expect(values.some((text) => /\p{Script=Han}/u.test(text))).toBe(true);
  expect(values.some((text) => text.length > 350)).toBe(true);
});

test('the narrative holds the markup as text', () => {
  const quoting = undamaged.filter(({ intent }) => intent.whatMatters?.values?.includes('<script>'));
  expect(quoting.length).toBeGreaterThan(0);
  for (const plan of quoting) {
    expect(section(plan, 'What matters to me')?.text?.div).toContain('&lt;/div&gt;&lt;script&gt;alert(&quot;no&quot;)');
  }
});
