import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, flag, form, type Json, NUMBER, type Part, snomed } from '../documents.ts';

const FOR_CPR = '450475007';

function read(parts: readonly Part[], changes: Json = {}) {
  const result = readDocument(documentOf(parts, [], changes), NUMBER);
  if (!result.ok) throw new Error(result.why);
  return result.plan;
}
const about = (resourceType: string, more: Json = {}): Json => ({ resourceType, subject: ABOUT, ...more });
const text = (words: string): Json => ({ text: { div: `<p>${words}</p>` } });

describe('S11: medicines', () => {
  const REGULAR = 'Medicines';
  const AHEAD = 'Anticipatory medicines';
  const request = (more: Json = {}) =>
    about('MedicationRequest', {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: 'Midazolam' },
      ...more,
    });
  const DOSE = { doseAndRate: [{ doseQuantity: { value: 2.5, unit: 'mg' } }] };

  test('a dose in its parts is drawn with its medicine', () => {
    const entries = [request({ dosageInstruction: [DOSE] })];
    expect(read([{ title: REGULAR, entries }]).medicines).toMatchObject({
      value: [{ name: 'Midazolam', dosage: '2.5 mg' }],
    });
    expect(read([{ title: AHEAD, entries }]).anticipatoryMedicines).toMatchObject({
      value: { medicines: ['Midazolam: 2.5 mg'] },
    });
  });

  test.each([
    ['an order not to give it', { doNotPerform: true }, 'do not perform: Midazolam'],
    ['a proposal', { intent: 'proposal' }, 'proposal, active: Midazolam'],
    ['a draft', { status: 'draft' }, 'draft: Midazolam'],
  ])('%s never stands among what is given, and is told', (_name, changes, words) => {
    for (const [title, key, fact] of [
      [REGULAR, 'medicines', 'medicines'],
      [AHEAD, 'anticipatoryMedicines', 'anticipatoryMedicines'],
    ] as const) {
      const plan = read([{ title, entries: [request(changes)] }]);
      expect(plan[fact]).toEqual({ state: 'unreadable' });
      expect(plan.narratives[key]).toEqual([words]);
      expect(plan.unreadable).toEqual([title]);
    }
  });

  test.each<[string, Json, string]>([
    ['a note', { note: [{ text: 'Not with alcohol' }] }, 'Not with alcohol'],
    ['a reason', { reasonCode: [{ text: 'Agitation' }] }, 'Agitation'],
    ['how much to hand out', { dispenseRequest: { quantity: { value: 10, unit: 'ampoules' } } }, '10 ampoules'],
    ['that nothing may stand in for it', { substitution: { allowedBoolean: false } }, 'no substitution'],
  ])('%s is told beside it', (_name, more, words) => {
    const plan = read([{ title: REGULAR, entries: [request({ ...more, dosageInstruction: [DOSE] })] }]);
    expect(plan.medicines).toMatchObject({ value: [{ name: 'Midazolam' }] });
    expect(plan.narratives.medicines).toEqual([expect.stringContaining(words)]);
    expect(plan.unreadable).toEqual([]);
  });

  test('what is drawn already is not said twice', () => {
    const plan = read([{ title: REGULAR, entries: [request({ dosageInstruction: [DOSE] })] }]);
    expect(plan.narratives).toEqual({});
  });
});

describe('S11: other sections', () => {
  test('the answers to other questions stand with what was read', () => {
    const place = about('Observation', { status: 'final', code: {}, valueString: 'Home' });
    const asked = about('QuestionnaireResponse', {
      status: 'completed',
      item: [{ linkId: 'x', text: 'Key safe', answer: [{ valueString: 'Left of the gate' }] }],
    });
    expect(read([{ title: 'Preferred place of care', entries: [place, asked] }]).narratives.placeOfCare).toEqual([
      expect.stringContaining('Key safe: Left of the gate'),
    ]);
  });

  test('a note on the treatment stands with it', () => {
    const plan = about('CarePlan', { status: 'active', intent: 'plan', title: 'Comfort, symptomatic treatment only' });
    const entries = [{ ...plan, note: [{ text: 'Antibiotics once more at most' }] }];
    expect(read([{ title: 'Emergency care and treatment', entries }]).narratives.treatment).toEqual([
      expect.stringContaining('Antibiotics once more at most'),
    ]);
    expect(read([{ title: 'Emergency care and treatment', entries: [plan] }]).narratives).toEqual({});
  });

  test('words in extensions of the document that nobody knows are a section of their own', () => {
    const extension = [{ url: 'https://example.org/wishes', valueString: 'Wants her cat with her' }];
    expect(read([], { extension }).otherSections).toEqual([
      { title: 'Outside the sections', state: 'recorded', paragraphs: ['Wants her cat with her'] },
    ]);
    expect(read([]).otherSections).toEqual([]);
  });

  test('what the document was written for', () => {
    const event = [{ code: [{ text: 'Best interests meeting' }], detail: [{ display: 'Present: son Dele' }] }];
    expect(read([], { event }).otherSections[0]?.paragraphs).toEqual(['Best interests meeting', 'Present: son Dele']);
    expect(read([], { event: [{ code: [snomed('103693007')] }] }).otherSections).toEqual([]);
  });

  test('who made a comment', () => {
    const note = [{ text: 'Prefers the window', authorString: 'Anjali Rao' }];
    const entries = [about('Goal', { lifecycleStatus: 'active', description: { text: 'Home' }, note })];
    expect(read([{ title: 'Wishes', entries }]).otherSections[0]).toMatchObject({
      coded: ['Home; Prefers the window (Anjali Rao)'],
    });
  });

  test('who wrote a section, and who else stands by the plan', () => {
    const party = { display: 'Anjali Rao' };
    const plan = read([{ title: 'Hospital letter', section: { ...text('Frail.'), author: [party] } }], {
      attester: [{ mode: 'legal', party, time: '2026-05-02T10:00:00Z' }],
    });
    expect(plan.otherSections[0]?.paragraphs).toEqual(['Frail.', '(Anjali Rao)']);
    expect(plan.provenance.attested).toEqual(['legal: Anjali Rao, 2026-05-02']);
  });

  test('an entry says who said it, and when', () => {
    const entries = [
      about('Goal', {
        lifecycleStatus: 'active',
        description: { text: 'See the sea' },
        expressedBy: { display: 'Helen Reed' },
        startDate: '2026-04-01',
      }),
    ];
    expect(read([{ title: 'Wishes', entries }]).otherSections[0]).toMatchObject({
      coded: [expect.stringMatching(/^See the sea; .*\(Helen Reed/)],
    });
  });

  test('an attachment is named, and said not to be shown', () => {
    const letter = { attachment: { contentType: 'application/pdf', title: 'Clinic letter', data: 'AAAA' } };
    const entries = [about('DocumentReference', { status: 'current', content: [letter] })];
    expect(read([{ title: 'Letters', entries }]).otherSections[0]).toMatchObject({
      coded: ['Clinic letter: attached, not shown here'],
    });
  });
});

describe('S4 S11: CPR', () => {
  const cpr = (entries: readonly Json[], section: Json = {}): Part => ({ title: 'CPR decision', entries, section });
  const forCpr = flag(snomed(FOR_CPR));
  const order = (more: Json): Json => about('ServiceRequest', { status: 'active', intent: 'order', ...more });

  test('the answers to other questions of its form stand beside it', () => {
    const entries = [forCpr, form([])].map((entry, at) =>
      at === 0 ? entry : { ...entry, item: [{ linkId: 'x', text: 'Talked with', answer: [{ valueString: 'Helen' }] }] },
    );
    expect(read([cpr(entries)]).narratives.cpr).toEqual(['Talked with: Helen']);
  });

  test.each<[string, Json]>([
    ['an order not to do it', order({ doNotPerform: true, code: { text: 'CPR' } })],
    [
      'a question answered with no',
      about('Observation', { status: 'final', code: { text: 'For CPR' }, valueString: 'No' }),
    ],
    [
      'one answered with false',
      about('Observation', { status: 'final', code: { text: 'For CPR' }, valueBoolean: false }),
    ],
    ['words of an entry', about('Goal', { lifecycleStatus: 'active', description: { text: 'Refuses CPR' } })],
  ])('“for CPR” beside %s elsewhere is a conflict', (_name, entry) => {
    for (const section of [{}, text('See the entries.')]) {
      expect(read([cpr([forCpr]), { title: 'Elsewhere', entries: [entry], section }]).cprDecision).toMatchObject({
        state: 'conflicting',
      });
    }
  });

  test('a conflict too where the document says it in an extension', () => {
    const extension = [{ url: 'https://example.org/note', valueString: 'Not for CPR' }];
    expect(read([cpr([forCpr])], { extension }).cprDecision).toMatchObject({ state: 'conflicting' });
    expect(read([], { extension }).cprDecision).toEqual({
      state: 'inWordsOnly',
      mentions: [{ section: 'Outside the sections', words: 'Not for CPR' }],
    });
  });

  test.each<[string, Json]>([
    ['one that was revoked', order({ status: 'revoked', code: { text: 'DNACPR' } })],
    ['words that agree', about('Goal', { lifecycleStatus: 'active', description: { text: 'Wants CPR' } })],
  ])('“for CPR” beside %s stays', (_name, entry) => {
    expect(read([cpr([forCpr]), { title: 'Elsewhere', entries: [entry] }]).cprDecision).toMatchObject({
      state: 'forCpr',
    });
  });

  test.each(['If her heart stops, let her go.', 'No chest compressions.', 'In the event of cardiac arrest: comfort.'])(
    '“%s” is shown where nothing is coded',
    (words) => {
      expect(read([{ title: 'Hospital letter', section: text(words) }]).cprDecision).toEqual({
        state: 'inWordsOnly',
        mentions: [{ section: 'Hospital letter', words }],
      });
    },
  );
});
