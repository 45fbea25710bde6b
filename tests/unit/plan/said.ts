import { londonTime } from '../../sandbox/people/dates.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Author, PlanIntent } from '../../sandbox/plans/plan-intent.ts';

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

/** Sections shown as their author wrote them: which say something, and which are hidden. */
function others(intent: PlanIntent, restricted: boolean): Said {
  const { adrt, proxy, capacity, involved, prognosis, access } = intent;
  const says = (value: readonly unknown[] | 'none' | undefined) =>
    value === 'none' ? 'statedNone' : value && value.length > 0 ? 'recorded' : NONE;
  const recorded = (value: unknown) => (value === undefined ? NONE : 'recorded');
  const alerts = access === undefined ? says(intent.alerts) : 'recorded';
  const states: Said = {
    'Advance decisions': recorded(adrt ?? proxy ?? capacity ?? involved),
    Allergies: says(intent.allergies),
    Medicines: says(intent.medicines),
    'Significant conditions': says(intent.conditions),
    Prognosis: recorded(prognosis),
    'Alerts and access to home': restricted && alerts === 'recorded' ? 'hidden' : alerts,
    'Other documents': says(intent.otherDocuments),
  };
  const entries = Object.entries(states).map(([title, state]) => [title, intent.damaged.includes(title) ? '?' : state]);
  return Object.fromEntries(entries);
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
