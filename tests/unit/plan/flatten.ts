import type { Plan, Statement, Told } from '../../../utils/plan/plan.ts';
import type { Said } from './said.ts';

/** A plan as the flat lines of `said.ts`, so that the two can be laid side by side. */
export function flatten(plan: Plan): Said {
  const { patient, provenance, otherSections } = plan;
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
    'cpr state': plan.cprDecision.state,
    'cpr statements': cprLines(plan),
    ...sections(plan),
    ...Object.fromEntries(otherSections.map(({ title, state }) => [title, state])),
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
