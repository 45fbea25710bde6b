import { PROGNOSES } from '../codes.ts';
import { conceptText, displayAndWords } from '../concepts.ts';
import {
  allergySchema,
  conditionSchema,
  medicationRequestSchema,
  medicationSchema,
  medicationStatementSchema,
  observationSchema,
  type Resource,
} from '../fhir-schemas.ts';
import type { Concept, Reference } from '../fhir-types.ts';
import type { Allergy, KnownCondition, Medicine, Prognosis } from '../plan.ts';
import { besideText, type SaidItem } from './against-text.ts';
import { asCoded } from './as-coded.ts';
import { ofType, type PlanDocument } from './document.ts';
import { allDosages } from './dosage-words.ts';
import { forceOf } from './in-force.ts';
import { type ReadSection, readSection } from './read-section.ts';
import { sectionContent } from './sections.ts';
import { sourceOf } from './source-of.ts';

/** A coded “no known allergies” (HL7 IPS writes it as an allergy); “no known drug allergies” says less, and stays. */
const NO_ALLERGIES = /^no (?:known )?allerg/i;

/** What somebody is allergic to. A coded “no known allergies” is stated none, and contradicts any other beside it. */
export function readAllergies(document: PlanDocument): ReadSection<readonly Allergy[]> {
  const read = readSection<readonly Allergy[]>(document, 'allergies', ['AllergyIntolerance'], ({ resources }) => {
    const found = ofType(inForce(resources), 'AllergyIntolerance', allergySchema);
    const allergies = found.found.map(({ code, reaction, note }) => {
      const reactions = (reaction ?? []).flatMap(({ manifestation }) => manifestation ?? []).map(conceptText);
      const words = (note ?? []).map(({ text }) => text).join(' ');
      return {
        substance: conceptText(code) ?? '',
        ...(reactions.length > 0 ? { reaction: reactions.filter((one) => one).join(', ') } : {}),
        ...(words ? { words } : {}),
      };
    });
    const named = allergies.filter(({ substance }) => substance !== '');
    return {
      value: named.length > 0 ? named : null,
      source: sourceOf(document, resources[0]),
      damaged: found.damaged || named.length < allergies.length,
      items: named.map(({ substance, reaction, words }) => ({
        name: [substance],
        details: [reaction, words].flatMap((one) => (one ? [one] : [])),
      })),
    };
  });
  const { told, report } = read;
  if (told.state !== 'recorded' || !told.value.some(({ substance }) => NO_ALLERGIES.test(substance))) return read;
  if (!told.value.every(({ substance }) => NO_ALLERGIES.test(substance))) {
    return { told, report: { ...report, contradicts: true } };
  }
  const { paragraphs } = sectionContent(document, 'allergies', ['AllergyIntolerance']);
  const denied = { told: { state: 'statedNone', source: told.source } } as const;
  return { ...denied, report: { ...report, ...besideText(paragraphs, [], null, true) } };
}

type NamedMedicine = {
  readonly medicationCodeableConcept?: Concept;
  readonly medicationReference?: Reference;
};

/** Regular medicines with their dosage as written. */
export function readMedicines(document: PlanDocument): ReadSection<readonly Medicine[]> {
  const types = ['MedicationStatement', 'MedicationRequest', 'Medication'];
  return readSection(document, 'medicines', types, ({ resources }) => {
    const current = resources.filter((one) => forceOf(one) === 'inForce' && !isForbidden(one));
    const others = resources.filter((one) => forceOf(one) === 'doubtful' || isForbidden(one));
    const statements = ofType(current, 'MedicationStatement', medicationStatementSchema);
    const requests = ofType(current, 'MedicationRequest', medicationRequestSchema);
    const nameOf = (one: NamedMedicine) => medicineName(document, one);
    const medicines = [
      ...statements.found.map((one) => ({ name: nameOf(one), dosage: allDosages(one.dosage) })),
      ...requests.found.map((one) => ({ name: nameOf(one), dosage: allDosages(one.dosageInstruction) })),
    ];
    const named = medicines.flatMap(({ name, dosage }) => (name ? [{ name, ...(dosage ? { dosage } : {}) }] : []));
    return {
      value: named.length > 0 ? named : null,
      source: sourceOf(document, resources[0]),
      damaged: statements.damaged || requests.damaged || named.length < medicines.length || others.length > 0,
      unread: others.flatMap((one) => asCoded(document, one)),
      items: medicines.flatMap(({ name, dosage }) => medicineItems(name, dosage)),
    };
  });
}

/** An order not to give a medicine: it must not stand among those that are given. */
export function isForbidden({ doNotPerform }: Resource): boolean {
  return doNotPerform === true;
}

/** What a medicine is called: in place, or in the Medication it points at. */
export function medicineName(document: PlanDocument, one: NamedMedicine): string | undefined {
  return conceptText(one.medicationCodeableConcept) ?? medicationIn(document, one.medicationReference);
}

function medicationIn(document: PlanDocument, reference: Reference | undefined): string | undefined {
  const resource = document.resolve(reference);
  const medication = resource && ofType([resource], 'Medication', medicationSchema).found[0];
  return conceptText(medication?.code) ?? reference?.display;
}

/** A medicine as it must stand in the author's text: its dose behind its name, where there is one. */
export function medicineItems(name: string | undefined, dosage: string): readonly SaidItem[] {
  // Texts call a medicine by its name alone, without strength and form.
  const short = name?.split(/[\d(]/)[0]?.trim() ?? '';
  const names = name ? [name, ...(short.length > 3 && short !== name ? [short] : [])] : [];
  return names.length > 0 ? [{ name: names, ...(dosage ? { details: [dosage] } : {}) }] : [];
}

/** Significant conditions, and since when. */
export function readConditions(document: PlanDocument): ReadSection<readonly KnownCondition[]> {
  return readSection(document, 'conditions', ['Condition'], ({ resources }) => {
    const found = ofType(inForce(resources), 'Condition', conditionSchema);
    const conditions = found.found.map(({ code, onsetDateTime, onsetString, note }) => {
      const since = onsetDateTime ?? onsetString;
      const words = (note ?? []).map(({ text }) => text).join(' ');
      return { name: conceptText(code) ?? '', ...(since ? { since } : {}), ...(words ? { words } : {}) };
    });
    const named = conditions.filter(({ name }) => name !== '');
    return {
      value: named.length > 0 ? named : null,
      source: sourceOf(document, resources[0]),
      damaged: found.damaged || named.length < conditions.length,
      items: named.map(({ name, since, words }) => ({
        name: [name],
        beside: [since, words].flatMap((one) => (one ? [one] : [])),
      })),
    };
  });
}

/** Prognosis: the display of its code and the author's words. Two of them are none. */
export function readPrognosis(document: PlanDocument): ReadSection<Prognosis> {
  return readSection<Prognosis>(document, 'prognosis', ['Observation'], ({ resources }) => {
    const observations = ofType(inForce(resources), 'Observation', observationSchema);
    const said = observations.found.map(({ valueCodeableConcept, valueString }) => {
      const coded = displayAndWords(valueCodeableConcept, PROGNOSES);
      if (!coded) return valueString ? { says: valueString } : null;
      return { says: coded.display, ...(coded.words ? { words: coded.words } : {}) };
    });
    const [first] = said;
    const differ = new Set(said.map((one) => JSON.stringify(one))).size > 1;
    return {
      value: first && !differ ? first : null,
      source: sourceOf(document, resources[0]),
      damaged: observations.damaged || said.includes(null) || differ,
      items: first ? [{ name: [first.words ?? first.says, first.says] }] : [],
    };
  });
}

function inForce(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => forceOf(resource) !== 'over');
}
