import type { Plan, Statement, Told } from '../../../../utils/plan/plan.ts';
import type { Said } from './said.ts';

/** A plan as the flat lines of `said.ts`, so that the two can be laid side by side. */
export function flatten(plan: Plan): Said {
  const { patient, provenance } = plan;
  const { reviewed } = provenance;
  return {
    patient: [
      patient.nhsNumber,
      patient.birthDate,
      patient.familyName,
      patient.givenNames,
      patient.deceased,
      patient.restricted,
    ],
    'family names': patient.familyNames,
    version: provenance.version,
    approval: provenance.approval,
    author: signed(provenance.author),
    phone: provenance.author.phone,
    changed: provenance.lastUpdated?.slice(0, 10),
    reviewed: reviewed && [reviewed.date, signed(reviewed)],
    'review due': provenance.reviewDue,
    unreadable: [...plan.unreadable].sort(),
    contradictions: plan.contradictions,
    narratives: Object.entries(plan.narratives),
    'other sections': plan.otherSections,
    language: patient.language?.name,
    'cpr state': plan.cprDecision.state,
    'cpr statements': cprLines(plan),
    ...sections(plan),
    ...background(plan),
  };
}

/** The sections that are taken apart, but for CPR. */
function sections(plan: Plan): Said {
  return {
    'treatment level': told(plan.treatmentLevel, ({ level }) => level),
    'emergency treatment': told(plan.emergencyTreatment, ({ focusScale, recommendations }) => [
      focusScale,
      recommendations,
    ]),
    symptoms: told(plan.symptoms, (all) =>
      all.map(({ symptom, action, treatmentLevel }) => [symptom, action, treatmentLevel]),
    ),
    'anticipatory medicines': told(plan.anticipatoryMedicines, ({ issued, medicines, keptAt, words }) => [
      issued,
      medicines,
      keptAt,
      words,
    ]),
    contacts: told(plan.contacts, (all) =>
      all.map(({ name, relationship, phones, words }) => [name, relationship, phones, words]),
    ),
    'place of care': told(plan.placeOfCare, (all) => all.map(({ place, words }) => [place, words])),
    'place of death': told(plan.placeOfDeath, (all) => all.map(({ place, words }) => [place, words])),
    'what matters': told(plan.whatMatters, ({ values, avoids, wishes }) => [values, avoids, wishes]),
  };
}

/** The sections behind the urgent ones. */
function background(plan: Plan): Said {
  return {
    'Advance decisions': told(plan.advanceDecisions, ({ refusals, proxies, capacity, involved }) => [
      refusals.length > 0 ? refusals.map(({ says, words }) => [says, words]) : undefined,
      proxies.length > 0 ? proxies.map(({ kind, status }) => [kind, status]) : undefined,
      capacity,
      involved,
    ]),
    Allergies: told(plan.allergies, (all) => all.map(({ substance, reaction }) => [substance, reaction])),
    Medicines: told(plan.medicines, (all) => all.map(({ name, dosage }) => [name, dosage])),
    'Significant conditions': told(plan.conditions, (all) => all.map(({ name, since }) => [name, since])),
    Prognosis: told(plan.prognosis, ({ says, words }) => [says, words]),
    'Alerts and access to home': told(plan.alerts, ({ alerts, access }) => [alerts, access]),
    'Other documents': told(plan.otherDocuments, (all) =>
      all.map(({ name, location, heldBy }) => [name, location, heldBy]),
    ),
  };
}

function told<T>(fact: Told<T>, say: (value: T) => unknown): unknown {
  return fact.state === 'recorded' ? say(fact.value) : fact.state;
}

const signed = ({ by, organisation }: Statement) => `${by} | ${organisation}`;

function cprLines({ cprDecision }: Plan): readonly string[] {
  const statements =
    'statements' in cprDecision ? cprDecision.statements : 'statement' in cprDecision ? [cprDecision.statement] : [];
  return statements
    .map(({ says, words, sentAs, source }) => `${says} | ${words ?? sentAs} | ${source.date} | ${signed(source)}`)
    .sort();
}
