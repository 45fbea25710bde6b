import { addResponse, answered, EPACCS, group } from './questionnaire.ts';
import type { SectionWriter } from './written-section.ts';

/** Section *Symptoms and what to do*: problem and advised intervention, linked by the EPaCCS questionnaire. */
export const writeSymptoms: SectionWriter = (draft) => {
  const { symptoms } = draft.intent;
  if (symptoms === 'none') return 'statedNone';
  if (symptoms.length === 0) return 'notRecorded';
  const linked = symptoms.map(({ symptom, action, treatmentLevel }) => ({
    condition: draft.add({ resourceType: 'Condition', code: { text: symptom }, subject: draft.patient }),
    carePlan: draft.add({
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      ...(treatmentLevel === undefined ? {} : { title: treatmentLevel }),
      description: action,
      subject: draft.patient,
      author: draft.author,
    }),
  }));
  const items = linked.map(({ condition, carePlan }) =>
    group('ATP001.1', [
      answered('ATP001.1.1', { valueReference: condition }),
      answered('ATP001.1.2', { valueReference: carePlan }),
    ]),
  );
  return {
    paragraphs: symptoms.map(({ symptom, action, treatmentLevel }) =>
      [`${symptom}: ${action}`, ...(treatmentLevel === undefined ? [] : [treatmentLevel])].join(' — '),
    ),
    entries: [addResponse(draft, EPACCS, items), ...linked.flatMap(({ condition, carePlan }) => [condition, carePlan])],
  };
};
