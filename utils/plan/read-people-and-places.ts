import { LINK_IDS, PLACES_OF_DEATH } from './codes.ts';
import { conceptText, displayAndWords, spokenName } from './concepts.ts';
import { ofType, type PlanDocument, sectionContent } from './document.ts';
import {
  careTeamSchema,
  observationSchema,
  type PractitionerRole,
  practitionerRoleSchema,
  practitionerSchema,
  questionnaireResponseSchema,
  type Resource,
  relatedPersonSchema,
} from './fhir-schemas.ts';
import type { Contact, PlacePreference, Told, WhatMatters } from './plan.ts';
import { answerTo, isFormInForce } from './questionnaire.ts';
import { statementBy } from './statement.ts';
import { told } from './told.ts';

export const CONTACTS_SECTION = 'Whom to call';
export const PLACE_OF_CARE_SECTION = 'Preferred place of care';
export const PLACE_OF_DEATH_SECTION = 'Preferred place of death';
export const WHAT_MATTERS_SECTION = 'What matters to me';

/** Whom to call, in the author's order. Of a restricted patient only teams and professionals, never relatives. */
export function readContacts(
  document: PlanDocument,
  restricted: boolean,
): { readonly contacts: Told<readonly Contact[]>; readonly damaged: boolean } {
  const content = sectionContent(document, CONTACTS_SECTION, ['RelatedPerson', 'CareTeam', 'PractitionerRole']);
  const shown = content.resources.filter(({ resourceType }) => !restricted || resourceType !== 'RelatedPerson');
  const contacts = shown.map((resource) => contactOf(document, resource));
  const readable = contacts.filter((contact) => contact !== null);
  const damaged = content.damaged || readable.length < contacts.length;
  if (restricted && readable.length === 0 && content.resources.length > 0) {
    return { contacts: { state: 'hidden', why: 'restricted' }, damaged };
  }
  return { contacts: told(content, readable.length > 0 ? readable : null, {}, damaged), damaged };
}

function contactOf(document: PlanDocument, resource: Resource): Contact | null {
  const person = ofType([resource], 'RelatedPerson', relatedPersonSchema).found[0];
  const team = ofType([resource], 'CareTeam', careTeamSchema).found[0];
  const role = ofType([resource], 'PractitionerRole', practitionerRoleSchema).found[0];
  const name = spokenName(person?.name) ?? team?.name ?? (role && professionalName(document, role));
  if (!name) return null;
  const relationship = conceptText(person?.relationship?.[0] ?? team?.category?.[0] ?? role?.code?.[0]);
  const words = team?.note?.map(({ text }) => text).join(' ');
  const phones = [...(person?.telecom ?? []), ...(team?.telecom ?? []), ...(role?.telecom ?? [])]
    .filter(({ system, use }) => system === 'phone' && use !== 'old')
    .flatMap(({ value }) => (value ? [value] : []));
  return { name, ...(relationship ? { relationship } : {}), phones, ...(words ? { words } : {}) };
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
  title: string,
  restricted: boolean,
): { readonly places: Told<readonly PlacePreference[]>; readonly damaged: boolean } {
  const content = sectionContent(document, title, ['Observation']);
  const observations = ofType(content.resources, 'Observation', observationSchema);
  const places = observations.found
    .filter(({ status }) => status !== 'entered-in-error' && status !== 'cancelled')
    .map(({ valueCodeableConcept, valueString, note }) => {
      const said =
        displayAndWords(valueCodeableConcept, PLACES_OF_DEATH) ?? (valueString ? { display: valueString } : null);
      const words = [said && 'words' in said ? said.words : undefined, ...(note ?? []).map(({ text }) => text)]
        .filter((part) => part)
        .join(' ');
      return said && { place: said.display, ...(words ? { words } : {}) };
    });
  const readable = places.filter((place) => place !== null);
  const damaged = content.damaged || observations.damaged || readable.length < places.length;
  if (restricted && content.resources.length > 0) return { places: { state: 'hidden', why: 'restricted' }, damaged };
  const [first] = observations.found;
  const source = statementBy(document, first?.performer?.[0], first?.effectiveDateTime);
  return { places: told(content, readable.length > 0 ? readable : null, source, damaged), damaged };
}

/** What matters to the person, in their own words. */
export function readWhatMatters(document: PlanDocument): {
  readonly whatMatters: Told<WhatMatters>;
  readonly damaged: boolean;
} {
  const content = sectionContent(document, WHAT_MATTERS_SECTION, ['QuestionnaireResponse']);
  const forms = ofType(content.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const inForce = forms.found.filter(isFormInForce);
  const items = inForce.flatMap(({ item }) => item ?? []);
  const [form] = inForce;
  const values = answerTo(items, LINK_IDS.mostValued)?.valueString;
  const avoids = answerTo(items, LINK_IDS.mostFeared)?.valueString;
  const wishes = answerTo(items, LINK_IDS.wishes)?.valueString;
  const said = { ...(values ? { values } : {}), ...(avoids ? { avoids } : {}), ...(wishes ? { wishes } : {}) };
  const damaged = content.damaged || forms.damaged;
  const source = statementBy(document, form?.author, form?.authored);
  return { whatMatters: told(content, Object.keys(said).length > 0 ? said : null, source, damaged), damaged };
}
