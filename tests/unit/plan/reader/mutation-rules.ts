import type { Plan } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { codesInForce } from './codes-in-force.ts';
import { cprStatements, factsOf, TOLD_OF } from './facts.ts';
import { at, itemsOf, membersOf } from './mutate.ts';
import { dropped, folded, type Mutant, type Original } from './mutation-dropped.ts';

/** Reads a document of the sandbox as the original of mutants. */
export function originalOf(name: string, document: unknown, nhsNumber: string): Original {
  const read = readDocument(document, nhsNumber);
  const plan = read.ok ? read.plan : null;
  return { name, document, nhsNumber, plan, facts: plan ? factsOf(plan) : [] };
}

/** Whether a mutant was read, and one line for each rule that is broken by how it was read. */
export type Judgement = { readonly read: boolean; readonly wrong: readonly string[] };

/** Reads a mutant and judges what is said of it; each line begins with the name of the rule. */
export function wrongWith(original: Original, mutant: Mutant): Judgement {
  const read = attempt(mutant.document, original.nhsNumber);
  if (typeof read === 'string') return { read: false, wrong: [`crash: ${read}`] };
  if (!read.ok) return { read: false, wrong: [] };
  const { plan } = read;
  const rules = [
    otherPerson(original, mutant, plan),
    dropped(original, mutant, plan),
    disordered(original, mutant, plan),
    inventedCpr(mutant, plan),
    inventedNone(mutant, plan),
    unprotected(mutant, plan),
    takenBack(mutant, plan),
    garbled(plan),
  ];
  return { read: true, wrong: rules.flat() };
}

function attempt(document: unknown, nhsNumber: string): ReturnType<typeof readDocument> | string {
  try {
    return readDocument(document, nhsNumber);
  } catch (error) {
    return String(error);
  }
}

/** S1: the person in the plan is the only Patient of the document, holds the number, and nothing is about anybody else. */
function otherPerson({ nhsNumber }: Original, { document }: Mutant, { patient }: Plan): readonly string[] {
  const entries = itemsOf(at(document, 'entry')).map(membersOf);
  const patients = entries.filter(({ resource }) => at(resource, 'resourceType') === 'Patient');
  const [first] = patients;
  const numbers = itemsOf(at(first, 'resource', 'identifier'))
    .filter((one) => at(one, 'system') === 'https://fhir.nhs.uk/Id/nhs-number')
    .map((one) => at(one, 'value'));
  const names = itemsOf(at(first, 'resource', 'name')).map((name) => at(name, 'family'));
  const called = [at(first, 'fullUrl'), `Patient/${at(first, 'resource', 'id')}`];
  const strays = entries.flatMap(({ resource }) =>
    ['subject', 'patient'].flatMap((field) => {
      const about = at(resource, field);
      const references = (Array.isArray(about) ? about : [about]).map((one) => at(one, 'reference'));
      const isThem = references.length > 0 && references.every((one) => called.includes(one));
      return about !== undefined && !isThem ? [`person: ${field} is ${JSON.stringify(about)}`] : [];
    }),
  );
  return [
    ...(patients.length === 1 ? [] : [`person: ${patients.length} Patients`]),
    ...(patient.nhsNumber === nhsNumber && numbers.every((one) => one === nhsNumber) ? [] : ['person: another number']),
    ...(names.includes(patient.familyName) || patient.familyName === '' ? [] : ['person: another name']),
    ...strays,
  ];
}

/** S4: no decision on CPR that no code in force in the document says, and none while another code says the opposite. */
function inventedCpr({ document }: Mutant, plan: Plan): readonly string[] {
  const { state } = plan.cprDecision;
  const held = codesInForce(document);
  const opposite = { forCpr: 'notForCpr', notForCpr: 'forCpr' } as const;
  if (state === 'modifiedCpr') return held.modifiedCpr ? [] : ['cpr: modified CPR that nobody says'];
  if (state !== 'forCpr' && state !== 'notForCpr') return [];
  return [
    ...(held[state] ? [] : [`cpr: ${state} that no code in force says`]),
    ...(held[opposite[state]] ? [`cpr: ${state} while another code says the opposite`] : []),
    ...(cprStatements(plan).some(({ inWords }) => inWords) ? ['cpr: a decision from words'] : []),
  ];
}

/** S4: “none” only where the document states none. */
function inventedNone({ document }: Mutant, plan: Plan): readonly string[] {
  const sections = itemsOf(at(document, 'entry', 0, 'resource', 'section'));
  const stated = new Set(
    sections
      .filter((section) => itemsOf(at(section, 'emptyReason', 'coding')).some((one) => at(one, 'code') === 'nilknown'))
      .map((section) => folded(String(at(section, 'title')))),
  );
  return Object.entries(TOLD_OF).flatMap(([part, facts]) =>
    facts.some((fact) => at(plan[fact], 'state') === 'statedNone') && !stated.has(folded(part))
      ? [`none: ${part} is said to be empty`]
      : [],
  );
}

/** S7: whoever is marked as restricted stays so, also where the mark has lost its system. */
function unprotected({ document }: Mutant, { patient }: Plan): readonly string[] {
  const marks = itemsOf(at(document, 'entry', 1, 'resource', 'meta', 'security'));
  const isMarked = marks.some((mark) => {
    const system = at(mark, 'system');
    return at(mark, 'code') === 'R' && (!system || String(system).endsWith('/v3-Confidentiality'));
  });
  return isMarked && !patient.restricted ? ['restricted: a protected person is no longer protected'] : [];
}

/** H05: no plan that was taken back, and a draft is never approved. */
function takenBack({ document }: Mutant, { provenance }: Plan): readonly string[] {
  const composition = at(document, 'entry', 0, 'resource');
  const status = at(composition, 'status');
  const urls = itemsOf(at(composition, 'extension')).map((extension) => String(at(extension, 'url')));
  return [
    ...(status === 'entered-in-error' ? ['status: a plan entered in error is read'] : []),
    ...(urls.some((url) => url.endsWith('/adi-document-revoke-status')) ? ['status: a revoked plan is read'] : []),
    ...(provenance.approval === 'approved' && !['final', 'amended'].includes(String(status))
      ? [`status: ${status} is approved`]
      : []),
  ];
}

/** Those to ring, and places, stay in the order of the author. */
function disordered({ plan: before }: Original, { path }: Mutant, plan: Plan): readonly string[] {
  // Another order of the entries is another order of the author.
  if (path[3] === 'section') return [];
  const lists = (one: Plan | null) =>
    one
      ? [
          one.contacts.state === 'recorded' ? one.contacts.value.map(({ name }) => name) : [],
          one.placeOfCare.state === 'recorded' ? one.placeOfCare.value.map(({ place }) => place) : [],
          one.placeOfDeath.state === 'recorded' ? one.placeOfDeath.value.map(({ place }) => place) : [],
        ]
      : [];
  const now = lists(plan);
  return lists(before).flatMap((names, list) => {
    // Which of two people of one name is meant, nobody can say.
    const told = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
    const places = told.map((name) => now[list]?.indexOf(name) ?? -1).filter((place) => place >= 0);
    const inOrder = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
    return inOrder ? [] : [`order: ${now[list]?.join(', ')}`];
  });
}

/** S11: what is drawn are words of the document, not what a program makes of nothing. */
function garbled(plan: Plan): readonly string[] {
  const text = JSON.stringify(plan);
  return /\bundefined\b|\[object |\bNaN\b|:null[,}](?<!"birthDate":null[,}])/.test(text)
    ? [`garbled: ${text.slice(0, 200)}`]
    : [];
}
