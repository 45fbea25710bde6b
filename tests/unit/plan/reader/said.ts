import { londonTime } from '../../../sandbox/people/dates.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import { PROGNOSES as PROGNOSIS_CODES } from '../../../sandbox/plans/codes.ts';
import type { Author, PlanIntent } from '../../../sandbox/plans/plan-intent.ts';

/**
 * What a reader must say of a plan, worked out from what its author meant and from nothing of the reader: one flat
 * line for each fact. `docs/plan-service.md` is the law; wherever a section was damaged, the fact is `?`.
 */
export type Said = Readonly<Record<string, unknown>>;

const LEVELS: Readonly<Record<string, string>> = {
  'Comfort, symptomatic treatment only': 'comfort',
  'Home/Hospice, treatment of reversible conditions as appropriate': 'home',
  'Hospital, treatment of reversible conditions as appropriate': 'hospital',
  'Intensive, full active treatment': 'intensive',
};

const NONE = 'notRecorded';

/** Facts of one section, or `?` for each if the section was damaged on the way. */
function of(intent: PlanIntent, title: string, facts: Said): Said {
  const damaged = intent.damaged.includes(title);
  return damaged ? Object.fromEntries(Object.keys(facts).map((name) => [name, '?'])) : facts;
}

const signed = ({ name, role, organisation }: Author) => `${name}, ${role} | ${organisation}`;

function cpr({ cpr: statements }: PlanIntent): Said {
  const lines = statements.map(({ says, words, date, author }) => `${says} | ${words} | ${date} | ${signed(author)}`);
  const [only, ...others] = statements;
  const state = !only ? NONE : others.length > 0 ? 'conflicting' : only.says;
  return { 'cpr state': state, 'cpr statements': [...lines].sort() };
}

function treatment(intent: PlanIntent): Said {
  const { treatmentLevel, focusScale, recommendations, reviewDue } = intent;
  const emergency = focusScale !== undefined || recommendations !== undefined;
  return {
    'treatment level': treatmentLevel === undefined ? NONE : LEVELS[treatmentLevel],
    'emergency treatment': emergency ? [focusScale, recommendations === undefined ? [] : [recommendations]] : NONE,
    'review due': reviewDue,
  };
}

function symptoms({ symptoms: meant }: PlanIntent): Said {
  if (meant === 'none') return { symptoms: 'statedNone' };
  if (meant.length === 0) return { symptoms: NONE };
  return { symptoms: meant.map(({ symptom, action, treatmentLevel }) => [symptom, action, treatmentLevel]) };
}

function medicines({ anticipatoryMedicines: meant }: PlanIntent, restricted: boolean): Said {
  if (meant === undefined) return { 'anticipatory medicines': NONE };
  if (meant === 'none') return { 'anticipatory medicines': 'statedNone' };
  const { issued, medicines: names, words, keptAt } = meant;
  const doses = names.map((name) => (name.includes(': ') ? name : `${name}: See chart`));
  return { 'anticipatory medicines': [issued, doses, restricted ? undefined : keptAt, words] };
}

function contacts({ contacts: meant }: PlanIntent, restricted: boolean): Said {
  const shown = meant.filter(({ kind }) => !restricted || kind !== undefined);
  const lines = shown.map(({ name, relationship, phones, words }) => [name, relationship, [...phones], words]);
  const none = meant.length === 0 ? NONE : 'hidden';
  return { contacts: lines.length > 0 ? lines : none };
}

function places(name: string, meant: PlanIntent['placeOfCare'], restricted: boolean): Said {
  if (meant.length === 0) return { [name]: NONE };
  return { [name]: restricted ? 'hidden' : meant.map(({ place, words }) => [place, words]) };
}

/** Codes and their displays, as the facts of the domain list them. */
const DISPLAYS: Readonly<Record<string, string>> = {
  '816301000000100': 'Has advance decision to refuse treatment (Mental Capacity Act 2005) (finding)',
  '816321000000109': 'Has advance decision to refuse life-sustaining treatment',
};
const PROGNOSES = new Map(PROGNOSIS_CODES.map(({ code, display }) => [code, display] as const));

function advanceDecisions({ adrt, proxy, capacity, involved }: PlanIntent): unknown {
  if (adrt === undefined && proxy === undefined && capacity === undefined && involved === undefined) return NONE;
  const status = proxy && { present: 'Present', absent: 'Absent' }[proxy.status];
  return [adrt && [[DISPLAYS[adrt.code], adrt.words]], proxy && [[proxy.type, status]], capacity, involved];
}

const listed = <T>(all: readonly T[] | 'none' | undefined, say: (one: T) => unknown): unknown =>
  all === 'none' ? 'statedNone' : all === undefined || all.length === 0 ? NONE : all.map(say);

/** The sections behind the urgent ones. */
function others(intent: PlanIntent, restricted: boolean): Said {
  const { prognosis, access, alerts } = intent;
  const isAlerted = alerts.length > 0 || access !== undefined;
  const display = prognosis && PROGNOSES.get(prognosis.code);
  const said: Said = {
    'Advance decisions': advanceDecisions(intent),
    Allergies: listed(intent.allergies, ({ substance, reaction }) => [substance, reaction]),
    Medicines: listed(intent.medicines, ({ name, dosage }) => [name, dosage]),
    'Significant conditions': listed(intent.conditions, ({ name, since }) => [name, since]),
    Prognosis: prognosis ? [display, display === prognosis.words ? undefined : prognosis.words] : NONE,
    'Alerts and access to home': isAlerted ? (restricted ? 'hidden' : [alerts, access]) : NONE,
    'Other documents': listed(intent.otherDocuments, ({ name, location, source }) => [name, location, source]),
  };
  const entries = Object.entries(said).map(([title, value]) => [title, intent.damaged.includes(title) ? '?' : value]);
  return { ...Object.fromEntries(entries), language: intent.interpreter };
}

function provenance({ author, status, version, changed, reviewed, damaged }: PlanIntent): Said {
  return {
    version,
    approval: status === 'approved' ? 'approved' : 'draft',
    author: signed(author),
    phone: author.phone,
    changed,
    reviewed: reviewed === undefined ? undefined : [londonTime(reviewed, '11:20:00'), signed(author)],
    unreadable: [...damaged].sort(),
    contradictions: [],
    // Where something was lost, the author's text says more than is left of the entries.
    narratives: damaged.length > 0 ? '?' : [],
    'other sections': [],
  };
}

function patient(person: Person): Said {
  const { nhsNumber, birthDate, familyName, givenNames, previousFamilyNames, deceased, restricted } = person;
  return {
    patient: [nhsNumber, birthDate, familyName, givenNames.join(' '), deceased ?? false, restricted],
    'family names': [familyName, ...previousFamilyNames],
  };
}

/** Everything that must be said of this plan of this person. */
export function meantBy(intent: PlanIntent, person: Person): Said {
  const { restricted } = person;
  const care = places('place of care', intent.placeOfCare, restricted);
  const death = places('place of death', intent.placeOfDeath, restricted);
  const matters = intent.whatMatters && [
    intent.whatMatters.values,
    intent.whatMatters.avoids,
    intent.whatMatters.wishes,
  ];
  return {
    ...patient(person),
    ...provenance(intent),
    ...of(intent, 'CPR decision', cpr(intent)),
    ...of(intent, 'Emergency care and treatment', treatment(intent)),
    ...of(intent, 'Symptoms and what to do', symptoms(intent)),
    ...of(intent, 'Anticipatory medicines', medicines(intent, restricted)),
    ...of(intent, 'Whom to call', contacts(intent, restricted)),
    ...of(intent, 'Preferred place of care', care),
    ...of(intent, 'Preferred place of death', death),
    ...of(intent, 'What matters to me', { 'what matters': matters ?? NONE }),
    ...others(intent, restricted),
  };
}
