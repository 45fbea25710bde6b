import { PROGNOSES } from '../codes.ts';
import { addResponse, answeredInWords, EPACCS, group } from './questionnaire.ts';
import type { SectionWriter } from './written-section.ts';

/** Section *Allergies*. */
export const writeAllergies: SectionWriter = (draft) => {
  const { allergies } = draft.intent;
  if (allergies === undefined) return 'notRecorded';
  if (allergies === 'none') return 'statedNone';
  return {
    paragraphs: allergies.map(({ substance, reaction }) =>
      reaction === undefined ? substance : `${substance}: ${reaction}`,
    ),
    entries: allergies.map(({ substance, reaction }) =>
      draft.add({
        resourceType: 'AllergyIntolerance',
        code: { text: substance },
        patient: draft.patient,
        ...(reaction === undefined ? {} : { reaction: [{ manifestation: [{ text: reaction }] }] }),
      }),
    ),
  };
};

/** Section *Medicines*. */
export const writeMedicines: SectionWriter = (draft) => {
  const { medicines } = draft.intent;
  if (medicines === undefined) return 'notRecorded';
  if (medicines === 'none') return 'statedNone';
  return {
    paragraphs: medicines.map(({ name, dosage }) => `${name}: ${dosage}`),
    entries: medicines.map(({ name, dosage }) =>
      draft.add({
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: name },
        subject: draft.patient,
        dosage: [{ text: dosage }],
      }),
    ),
  };
};

/** Section *Significant conditions*. */
export const writeConditions: SectionWriter = (draft) => {
  const { conditions } = draft.intent;
  if (conditions.length === 0) return 'notRecorded';
  return {
    paragraphs: conditions.map(({ name, since }) => (since === undefined ? name : `${name} (${since})`)),
    entries: conditions.map(({ name, since }) =>
      draft.add({
        resourceType: 'Condition',
        code: { text: name },
        subject: draft.patient,
        ...(since === undefined ? {} : { onsetDateTime: since }),
      }),
    ),
  };
};

/** Section *Prognosis*. */
export const writePrognosis: SectionWriter = (draft) => {
  const { prognosis, changed } = draft.intent;
  if (prognosis === undefined) return 'notRecorded';
  const coding = PROGNOSES.find((known) => known.code === prognosis.code);
  if (coding === undefined) throw new Error(`No prognosis ${prognosis.code} in codes.ts`);
  const observation = draft.add({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Prognosis' },
    subject: draft.patient,
    effectiveDateTime: changed,
    performer: [draft.author],
    valueCodeableConcept: { coding: [coding], text: prognosis.words },
  });
  return { paragraphs: [`${prognosis.words}, recorded ${changed}`], entries: [observation] };
};

/** Section *Alerts and access to home*. */
export const writeAlerts: SectionWriter = (draft) => {
  const { alerts, access } = draft.intent;
  if (alerts.length === 0 && access === undefined) return 'notRecorded';
  const flags = alerts.map((text) =>
    draft.add({ resourceType: 'Flag', status: 'active', code: { text }, subject: draft.patient, author: draft.author }),
  );
  return {
    paragraphs: [...alerts, ...(access === undefined ? [] : [`Getting in: ${access}`])],
    entries: [
      ...flags,
      ...(access === undefined ? [] : [addResponse(draft, EPACCS, answeredInWords('PRE001.3', access))]),
    ],
  };
};

/** Section *Other documents*: what they are, where they are kept, whose they are. */
export const writeOtherDocuments: SectionWriter = (draft) => {
  const { otherDocuments } = draft.intent;
  if (otherDocuments.length === 0) return 'notRecorded';
  const items = otherDocuments.map(({ name, location, source }) =>
    group('DOC001', [
      ...answeredInWords('DOC001.1', name),
      ...answeredInWords('DOC001.2', location),
      ...answeredInWords('DOC001.3', source),
    ]),
  );
  return {
    paragraphs: otherDocuments.map(({ name, location, source }) => `${name}: ${location} (${source})`),
    entries: [addResponse(draft, EPACCS, items)],
  };
};
