import { LINK_IDS, PLACES_OF_DEATH } from '../codes.ts';
import { conceptText, displayAndWords, spokenName } from '../concepts.ts';
import {
  careTeamSchema,
  observationSchema,
  type PractitionerRole,
  practitionerRoleSchema,
  practitionerSchema,
  questionnaireResponseSchema,
  type Resource,
  relatedPersonSchema,
} from '../fhir-schemas.ts';
import type { Contact, PlacePreference, WhatMatters } from '../plan.ts';
import { ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { hasUnread, isFormInForce, wordsTo } from './questionnaire.ts';
import { type ReadSection, readSection } from './read-section.ts';
import { sourceOf } from './source-of.ts';

const HIDDEN = { state: 'hidden', why: 'restricted' } as const;

/** Whom to call, in the author's order. Of a restricted patient only teams and professionals, never relatives. */
export function readContacts(document: PlanDocument, restricted: boolean): ReadSection<readonly Contact[]> {
  let relatives = 0;
  const types = ['RelatedPerson', 'CareTeam', 'PractitionerRole'];
  const read = readSection<readonly Contact[]>(document, 'contacts', types, ({ resources }) => {
    const shown = resources.filter(({ resourceType }) => !restricted || resourceType !== 'RelatedPerson');
    relatives = resources.length - shown.length;
    const current = shown.filter((resource) => resource.active !== false && forceOf(resource) !== 'over');
    const contacts = current.map((resource) => contactOf(document, resource));
    const readable = contacts.filter((contact) => contact !== null);
    return {
      value: readable.length > 0 ? readable : null,
      source: {},
      damaged: readable.length < contacts.length,
      items: readable.map(({ name, relationship, phones, words }) => ({
        name: [name],
        details: [relationship, ...phones, words].flatMap((one) => (one ? [one] : [])),
      })),
      itemKind: { ordered: true },
    };
  });
  if (!restricted) return read;
  const told = relatives > 0 && read.told.state !== 'recorded' ? HIDDEN : read.told;
  return { told, report: { ...read.report, narrative: null } };
}

function contactOf(document: PlanDocument, resource: Resource): Contact | null {
  const person = ofType([resource], 'RelatedPerson', relatedPersonSchema).found[0];
  const team = ofType([resource], 'CareTeam', careTeamSchema).found[0];
  const role = ofType([resource], 'PractitionerRole', practitionerRoleSchema).found[0];
  const name = spokenName(person?.name) ?? team?.name ?? (role && professionalName(document, role));
  if (!name) return null;
  const relationship = conceptText(person?.relationship?.[0] ?? team?.category?.[0] ?? role?.code?.[0]);
  const current = [...(person?.telecom ?? []), ...(team?.telecom ?? []), ...(role?.telecom ?? [])].filter(
    ({ value, use }) => value && use !== 'old',
  );
  const phones = current.flatMap(({ system, value }) => (value && isPhone(system) ? [value] : []));
  const others = current.flatMap(({ system, value }) => (value && !isPhone(system) ? [`${system}: ${value}`] : []));
  const words = [...(team?.note ?? []).map(({ text }) => text), ...others].join(' ');
  return { name, ...(relationship ? { relationship } : {}), phones, ...(words ? { words } : {}) };
}

/** Something to ring, or nobody said what it is (FHIR R4 ContactPoint.system). */
function isPhone(system: string | undefined): boolean {
  return system === undefined || system === 'phone' || system === 'sms';
}

/** The name of a professional; without one, of the organisation. */
function professionalName(document: PlanDocument, role: PractitionerRole): string | undefined {
  const person = practitionerSchema.safeParse(document.resolve(role.practitioner));
  const name = person.success ? spokenName(person.data.name) : undefined;
  return name ?? role.practitioner?.display ?? role.organization?.display;
}

/** Preferred places, first choice first. Hidden for a restricted patient: a place gives the address away. */
export function readPlaces(
  document: PlanDocument,
  key: 'placeOfCare' | 'placeOfDeath',
  restricted: boolean,
): ReadSection<readonly PlacePreference[]> {
  const read = readSection<readonly PlacePreference[]>(document, key, ['Observation'], ({ resources }) => {
    const current = resources.filter((resource) => forceOf(resource) !== 'over');
    const observations = ofType(current, 'Observation', observationSchema);
    const places = observations.found.map(({ valueCodeableConcept, valueString, note }) => {
      const said =
        displayAndWords(valueCodeableConcept, PLACES_OF_DEATH) ?? (valueString ? { display: valueString } : null);
      const words = [said && 'words' in said ? said.words : undefined, ...(note ?? []).map(({ text }) => text)]
        .filter((part) => part)
        .join(' ');
      return said && { place: said.display, ...(words ? { words } : {}) };
    });
    const readable = places.filter((place) => place !== null);
    return {
      value: readable.length > 0 ? readable : null,
      source: sourceOf(document, current[0]),
      damaged: observations.damaged || readable.length < places.length,
      items: readable.map(({ place, words }) => ({ name: [place], details: words ? [words] : [] })),
      itemKind: { ordered: true, vocabulary: Object.values(PLACES_OF_DEATH) },
    };
  });
  if (!restricted) return read;
  const isFilled = read.told.state === 'recorded' || read.told.state === 'unreadable';
  return { told: isFilled ? HIDDEN : read.told, report: { ...read.report, narrative: null } };
}

/** What matters to the person, in their own words. */
export function readWhatMatters(document: PlanDocument): ReadSection<WhatMatters> {
  return readSection<WhatMatters>(document, 'whatMatters', ['QuestionnaireResponse'], ({ resources }) => {
    const forms = ofType(resources, 'QuestionnaireResponse', questionnaireResponseSchema);
    const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
    const values = wordsTo(items, LINK_IDS.mostValued);
    const avoids = wordsTo(items, LINK_IDS.mostFeared);
    const wishes = wordsTo(items, LINK_IDS.wishes);
    const said = { ...(values ? { values } : {}), ...(avoids ? { avoids } : {}), ...(wishes ? { wishes } : {}) };
    return {
      value: Object.keys(said).length > 0 ? said : null,
      source: sourceOf(document, resources[0]),
      damaged: forms.damaged || hasUnread(items, [LINK_IDS.mostValued, LINK_IDS.mostFeared, LINK_IDS.wishes]),
      items: Object.values(said).map((words) => ({ name: [words] })),
    };
  });
}
