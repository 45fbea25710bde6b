import type { ContactPoint, FhirResource } from 'fhir/r4';
import type { DocumentDraft } from '../document-draft.ts';
import type { ContactIntent } from '../plan-intent.ts';
import type { SectionWriter } from './written-section.ts';

function resourceOf(draft: DocumentDraft, { kind, name, relationship, phones, words }: ContactIntent): FhirResource {
  const telecom = phones.map((value): ContactPoint => ({ system: 'phone', value }));
  if (kind === 'team') {
    return {
      resourceType: 'CareTeam',
      status: 'active',
      category: [{ text: relationship }],
      name,
      subject: draft.patient,
      telecom,
      ...(words === undefined ? {} : { note: [{ text: words }] }),
    };
  }
  if (kind === 'professional') {
    const practitioner = draft.add({ resourceType: 'Practitioner', name: [{ text: name }] });
    return {
      resourceType: 'PractitionerRole',
      practitioner: { ...practitioner, display: name },
      code: [{ text: relationship }],
      telecom,
    };
  }
  return {
    resourceType: 'RelatedPerson',
    patient: draft.patient,
    relationship: [{ text: relationship }],
    name: [{ text: name }],
    telecom,
  };
}

/** Section *Whom to call*, in the order to ring. */
export const writeContacts: SectionWriter = (draft) => {
  const { contacts } = draft.intent;
  if (contacts.length === 0) return 'notRecorded';
  return {
    paragraphs: contacts.map(({ name, relationship, phones, words }) =>
      [`${name}, ${relationship}: ${phones.join(' or ')}`, ...(words === undefined ? [] : [words])].join('. '),
    ),
    entries: contacts.map((contact) => draft.add(resourceOf(draft, contact))),
  };
};
