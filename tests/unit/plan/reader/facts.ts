import {
  type CprStatement,
  type Plan,
  SECTION_TITLES,
  type SectionKey,
  type Statement,
  type Told,
} from '../../../../utils/plan/plan.ts';
import { TREATMENT_LEVELS } from '../../../sandbox/plans/wording/treatment-wording.ts';

/** One thing a plan says: in which section, what it is called, and its words. */
export type Fact = { readonly part: string; readonly what: string; readonly words: string };

const T = SECTION_TITLES;
const LEVELS = TREATMENT_LEVELS;

/** Everything a plan says about the person's care, taken apart into single words and numbers to be relied on. */
export function factsOf(plan: Plan): readonly Fact[] {
  return [...cprFacts(plan), ...treatmentFacts(plan), ...careFacts(plan), ...wishFacts(plan), ...backgroundFacts(plan)];
}

/** The names of the facts that a section tells, to ask for their state. */
export const TOLD_OF: Readonly<Record<string, readonly (keyof Plan)[]>> = {
  [T.treatment]: ['treatmentLevel', 'emergencyTreatment'],
  ...Object.fromEntries(
    (Object.keys(T) as SectionKey[])
      .filter((key) => key !== 'cpr' && key !== 'treatment')
      .map((key) => [T[key], [key]] as const),
  ),
};

/** Every statement on CPR, whatever the decision. */
export function cprStatements({ cprDecision }: Plan): readonly CprStatement[] {
  if ('statements' in cprDecision) return cprDecision.statements;
  return 'statement' in cprDecision ? [cprDecision.statement] : [];
}

function said(part: string, what: string, ...words: readonly (string | number | undefined)[]): readonly Fact[] {
  return words.flatMap((one) => (one === undefined || one === '' ? [] : [{ part, what, words: String(one) }]));
}

function cprFacts(plan: Plan): readonly Fact[] {
  return cprStatements(plan).flatMap(({ says, words, sentAs }) => [
    ...said(T.cpr, 'decision', says),
    ...said(T.cpr, 'words', words, sentAs),
  ]);
}

function treatmentFacts({ treatmentLevel, emergencyTreatment, symptoms, provenance }: Plan): readonly Fact[] {
  return [
    ...of(treatmentLevel, ({ level, words }) =>
      said(T.treatment, 'level', level === 'unknown' ? words : LEVELS[level]),
    ),
    ...of(emergencyTreatment, ({ focusScale, focus, recommendations }) => [
      ...said(T.treatment, 'scale', focusScale),
      ...said(T.treatment, 'focus', focus),
      ...said(T.treatment, 'recommendation', ...recommendations),
    ]),
    ...said(T.treatment, 'review due', provenance.reviewDue),
    ...of(symptoms, (all) =>
      all.flatMap(({ symptom, action, treatmentLevel: level }) => [
        ...said(T.symptoms, 'symptom', symptom),
        ...said(T.symptoms, `what to do for ${symptom}`, action, level),
      ]),
    ),
  ];
}

function careFacts({ anticipatoryMedicines, contacts, placeOfCare, placeOfDeath }: Plan): readonly Fact[] {
  const places = [
    [T.placeOfCare, placeOfCare],
    [T.placeOfDeath, placeOfDeath],
  ] as const;
  return [
    ...of(anticipatoryMedicines, ({ medicines, issued, keptAt, words }) => [
      ...said(T.anticipatoryMedicines, 'medicine', ...medicines),
      ...said(T.anticipatoryMedicines, 'issue', issued, keptAt, words),
    ]),
    ...of(contacts, (all) =>
      all.flatMap(({ name, relationship, phones, words }) => [
        ...said(T.contacts, 'name', name),
        ...said(T.contacts, `of ${name}`, relationship, words, ...phones),
      ]),
    ),
    ...places.flatMap(([part, told]) =>
      of(told, (all) =>
        all.flatMap(({ place, words }) => [...said(part, 'place', place), ...said(part, `about ${place}`, words)]),
      ),
    ),
  ];
}

function wishFacts({ whatMatters, advanceDecisions }: Plan): readonly Fact[] {
  return [
    ...of(whatMatters, ({ values, avoids, wishes }) => [
      ...said(T.whatMatters, 'values', values),
      ...said(T.whatMatters, 'avoids', avoids),
      ...said(T.whatMatters, 'wishes', wishes),
    ]),
    ...of(advanceDecisions, ({ refusals, proxies, capacity, involved }) => [
      ...refusals.flatMap(({ says, words }) => said(T.advanceDecisions, 'refusal', says, words)),
      ...proxies.flatMap(({ kind, status }) => said(T.advanceDecisions, 'proxy', kind, status)),
      ...said(T.advanceDecisions, 'capacity', capacity),
      ...said(T.advanceDecisions, 'involved', involved),
    ]),
  ];
}

function backgroundFacts(plan: Plan): readonly Fact[] {
  const { allergies, medicines, conditions, prognosis, alerts, otherDocuments } = plan;
  return [
    ...of(allergies, (all) =>
      all.flatMap(({ substance, reaction, words }) => said(T.allergies, 'allergy', substance, reaction, words)),
    ),
    ...of(medicines, (all) =>
      all.flatMap(({ name, dosage }) => [
        ...said(T.medicines, 'medicine', name),
        ...said(T.medicines, `dose of ${name}`, dosage),
      ]),
    ),
    ...of(conditions, (all) =>
      all.flatMap(({ name, since, words }) => said(T.conditions, 'condition', name, since, words)),
    ),
    ...of(prognosis, ({ says, words }) => said(T.prognosis, 'prognosis', says, words)),
    ...of(alerts, ({ alerts: all, access }) => said(T.alerts, 'alert', ...all, access)),
    ...of(otherDocuments, (all) =>
      all.flatMap(({ name, location, heldBy }) => said(T.otherDocuments, 'document', name, location, heldBy)),
    ),
  ];
}

function of<V>(told: Told<V>, facts: (value: V) => readonly Fact[]): readonly Fact[] {
  return told.state === 'recorded' ? facts(told.value) : [];
}

/** Who said something and when, and what is known of the person and the plan as a whole: one line each. */
export function sourcesOf(plan: Plan): readonly string[] {
  const { patient, provenance } = plan;
  const signed = (name: string, { by, organisation, phone, date }: Statement) =>
    Object.entries({ by, organisation, phone, date }).flatMap(([key, value]) =>
      value ? [`${name} ${key}: ${value}`] : [],
    );
  return [
    ...cprStatements(plan).flatMap(({ source }) => signed('CPR', source)),
    ...signed('plan', provenance.author),
    ...(provenance.reviewed ? signed('review', provenance.reviewed) : []),
    `approval: ${provenance.approval}`,
    `version: ${provenance.version}`,
    `custodian: ${provenance.custodian}`,
    `deceased: ${patient.deceased}`,
    `restricted: ${patient.restricted}`,
    `born: ${patient.birthDate}`,
    `language: ${patient.language?.name} ${patient.language?.interpreter}`,
    ...patient.familyNames.map((name) => `family name: ${name}`),
  ];
}
