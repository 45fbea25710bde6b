import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, form, type Json, NUMBER, type Part, patientResource } from '../documents.ts';

const RESTRICTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };

function read(parts: readonly Part[], patient: Json = {}) {
  const document = documentOf(parts);
  const entry = (document.entry as Json[]).map((one) =>
    one.fullUrl === 'urn:uuid:patient' ? { ...one, resource: patientResource(patient) } : one,
  );
  const result = readDocument({ ...document, entry }, NUMBER);
  if (!result.ok) throw new Error(result.why);
  return result.plan;
}
const empty = (code: string): Json => ({ emptyReason: { coding: [{ code }] } });
const about = (resourceType: string, more: Json = {}): Json => ({ resourceType, subject: ABOUT, ...more });

/** Each structured section: the fact it fills and a resource that says something. */
const SECTIONS = [
  [
    'Emergency care and treatment',
    'emergencyTreatment',
    about('CarePlan', { status: 'active', description: 'Do this' }),
  ],
  ['Symptoms and what to do', 'symptoms', form([['ATP001.1', {}]])],
  [
    'Anticipatory medicines',
    'anticipatoryMedicines',
    about('Procedure', { status: 'completed', performedDateTime: '2026-01-01' }),
  ],
  ['Whom to call', 'contacts', { resourceType: 'RelatedPerson', patient: ABOUT, name: [{ text: 'Helen Reed' }] }],
  ['Preferred place of care', 'placeOfCare', about('Observation', { status: 'final', code: {}, valueString: 'Home' })],
  [
    'Preferred place of death',
    'placeOfDeath',
    about('Observation', { status: 'final', code: {}, valueString: 'Home' }),
  ],
  ['What matters to me', 'whatMatters', form([['5090977699027', { valueString: 'My garden' }]])],
] as const;

describe.each(SECTIONS)('%s: the kinds of fact', (title, fact, resource) => {
  test.each<[string, Part[], string, boolean]>([
    ['no section', [], 'notRecorded', false],
    ['not asked', [{ title, section: empty('notasked') }], 'notRecorded', false],
    ['stated none', [{ title, section: empty('nilknown') }], 'statedNone', false],
    ['withheld for this role', [{ title, section: empty('withheld') }], 'hidden', false],
    ['unavailable', [{ title, section: empty('unavailable') }], 'unreadable', true],
    ['an entry that is not there', [{ title, section: { entry: [{ reference: 'X/1' }] } }], 'unreadable', true],
    ['an entry of another type', [{ title, entries: [about('Goal')] }], 'unreadable', true],
    ['an entry that does not fit', [{ title, entries: [{ ...resource, status: 7, name: 7 }] }], 'unreadable', true],
    ['words alone', [{ title, section: { text: { div: '<p>Ring Helen</p>' } } }], 'unreadable', true],
    ['the section twice', [{ title }, { title }], 'unreadable', true],
  ])('S4 S11: %s', (_name, parts, state, named) => {
    const plan = read(parts);
    expect(plan[fact].state).toBe(state);
    expect(plan.unreadable.includes(title)).toBe(named);
  });

  test('S11: something recorded beside something damaged is said, and the damage is named', () => {
    const plan = read([{ title, entries: [resource, about('Goal')] }]);
    expect(plan[fact].state).toBe(fact === 'symptoms' ? 'unreadable' : 'recorded');
    expect(plan.unreadable).toEqual([title]);
  });
});

test('S4: what was entered in error says nothing, and is not “none” either', () => {
  for (const [title, fact, resource] of SECTIONS) {
    if (resource.resourceType === 'RelatedPerson') continue;
    expect([title, read([{ title, entries: [{ ...resource, status: 'entered-in-error' }] }])[fact]]).toEqual([
      title,
      { state: 'unreadable' },
    ]);
  }
});

test('S4: symptoms of a form that was stopped are not shown', () => {
  const linked = [
    about('Condition', { id: 'c', code: { text: 'Pain' } }),
    about('CarePlan', { id: 'p', status: 'active', description: 'Morphine' }),
  ];
  const group = {
    linkId: 'ATP001.1',
    item: [
      { linkId: 'ATP001.1.1', answer: [{ valueReference: { reference: 'Condition/c' } }] },
      { linkId: 'ATP001.1.2', answer: [{ valueReference: { reference: 'CarePlan/p' } }] },
    ],
  };
  const symptoms = (status: string) =>
    read([{ title: 'Symptoms and what to do', entries: [form([], { status, item: [group] }), ...linked] }]).symptoms;
  expect(symptoms('completed')).toMatchObject({ value: [{ symptom: 'Pain', action: 'Morphine' }] });
  expect(symptoms('stopped')).toEqual({ state: 'unreadable' });
});

describe('treatment', () => {
  const TITLE = 'Emergency care and treatment';
  const carePlan = (more: Json) => about('CarePlan', { status: 'active', ...more });
  const level = (...entries: Json[]) => read([{ title: TITLE, entries }]).treatmentLevel;

  test.each([
    ['Comfort, symptomatic treatment only', 'comfort'],
    ['home/hospice, treatment of reversible conditions as appropriate', 'home'],
    ['Hospital, treatment of reversible conditions as appropriate', 'hospital'],
    ['Intensive, full active treatment', 'intensive'],
  ])('“%s” is %s', (title, expected) => {
    expect(level(carePlan({ title }))).toMatchObject({ state: 'recorded', value: { level: expected } });
  });

  test('S11: other words are shown as they came', () => {
    const words = 'Hospital, but not intensive care';
    expect(level(carePlan({ title: words }))).toMatchObject({ value: { level: 'unknown', words } });
  });

  test('S11: two levels are none', () => {
    const two = ['Comfort, symptomatic treatment only', 'Intensive, full active treatment'].map((title) =>
      carePlan({ title }),
    );
    expect(level(...two)).toEqual({ state: 'unreadable' });
    expect(read([{ title: TITLE, entries: two }]).unreadable).toEqual([TITLE]);
  });

  test('S4: a CarePlan entered in error says nothing', () => {
    expect(level(carePlan({ title: 'Intensive, full active treatment', status: 'entered-in-error' }))).toEqual({
      state: 'unreadable',
    });
  });

  test('the scale and the focus come from the form, review from the period', () => {
    const entries = [
      carePlan({ description: 'Antibiotics at home', period: { start: '2026-01-01', end: '2026-07-01' } }),
      form([
        ['ATP001.4.1', { valueInteger: 80 }],
        ['7415469232414', { valueCoding: { display: 'Comfort' } }],
      ]),
    ];
    const plan = read([{ title: TITLE, entries }]);
    expect(plan.emergencyTreatment).toMatchObject({
      value: { focusScale: 80, focus: 'Comfort', recommendations: ['Antibiotics at home'] },
    });
    expect(plan.treatmentLevel).toEqual({ state: 'notRecorded' });
    expect(plan.provenance.reviewDue).toBe('2026-07-01');
  });
});

describe('medicines', () => {
  const TITLE = 'Anticipatory medicines';
  const request = (more: Json) => about('MedicationRequest', { status: 'active', ...more });

  test('S11: a dose without its medicine is not shown, and named', () => {
    const named = request({
      medicationCodeableConcept: { text: 'Morphine 10 mg/ml' },
      dosageInstruction: [{ text: '2.5 mg' }],
    });
    const plan = read([{ title: TITLE, entries: [named, request({ dosageInstruction: [{ text: '5 mg' }] })] }]);
    expect(plan.anticipatoryMedicines).toMatchObject({ value: { medicines: ['Morphine 10 mg/ml: 2.5 mg'] } });
    expect(plan.unreadable).toEqual([TITLE]);
  });

  test('a stopped medicine is no medicine, and not “none” either', () => {
    const plan = read([
      { title: TITLE, entries: [request({ status: 'stopped', medicationCodeableConcept: { text: 'X' } })] },
    ]);
    expect(plan.anticipatoryMedicines).toEqual({ state: 'unreadable' });
  });
});

describe('what held once', () => {
  const statement = (status: string, text: string) =>
    about('MedicationStatement', { status, medicationCodeableConcept: { text } });

  test('is told with its status, below what holds', () => {
    const plan = read([
      { title: 'Medicines', entries: [statement('active', 'Apixaban'), statement('stopped', 'Bisoprolol')] },
    ]);
    expect(plan.medicines).toMatchObject({ state: 'recorded', value: [{ name: 'Apixaban' }] });
    expect(plan.narratives.medicines).toEqual(['stopped: Bisoprolol']);
    const refuted = { verificationStatus: { coding: [{ code: 'refuted' }] } };
    const penicillin = { resourceType: 'AllergyIntolerance', patient: ABOUT, code: { text: 'Penicillin' }, ...refuted };
    expect(read([{ title: 'Allergies', entries: [penicillin] }]).narratives.allergies).toEqual(['refuted: Penicillin']);
  });

  test('is not told where it never was', () => {
    const plan = read([{ title: 'Medicines', entries: [statement('entered-in-error', 'Bisoprolol')] }]);
    expect(plan.narratives.medicines).toBeUndefined();
  });
});

test('S11: an entry of another kind is told in its own words', () => {
  const goal = about('Goal', { lifecycleStatus: 'active', description: { text: 'A trip to the sea' } });
  const plan = read([{ title: 'What matters to me', entries: [goal] }]);
  expect(plan).toMatchObject({
    whatMatters: { state: 'unreadable' },
    narratives: { whatMatters: ['A trip to the sea'] },
    unreadable: ['What matters to me'],
  });
});

test.each([
  ['No known allergies', 'statedNone'],
  ['No known drug allergies', 'recorded'],
])('“%s” is %s', (text, state) => {
  const none = { resourceType: 'AllergyIntolerance', patient: ABOUT, code: { text } };
  expect(read([{ title: 'Allergies', entries: [none] }]).allergies.state).toBe(state);
});

describe('a restricted patient', () => {
  const telecom = [
    { system: 'phone', value: '01632 960145' },
    { system: 'phone', value: '01632 960100', use: 'old' },
  ];
  const parts: Part[] = [
    {
      title: 'Whom to call',
      entries: [
        { resourceType: 'RelatedPerson', patient: ABOUT, name: [{ text: 'Helen Reed' }], telecom },
        about('CareTeam', { name: 'Riverside team', category: [{ text: 'Palliative team' }], telecom }),
      ],
    },
    {
      title: 'Preferred place of care',
      entries: [about('Observation', { status: 'final', code: {}, valueString: '1 Example Lane' })],
    },
    {
      title: 'Anticipatory medicines',
      entries: [about('Procedure', { status: 'completed', location: { display: 'Kitchen' } })],
    },
    { title: 'Alerts and access to home', section: { text: { div: '<p>Key safe 1234</p>' } } },
  ];

  test('S7: no relatives, places, whereabouts or ways in', () => {
    const plan = read(parts, { meta: { security: [RESTRICTED] } });
    expect(plan.patient.restricted).toBe(true);
    expect(plan.contacts).toMatchObject({
      value: [{ name: 'Riverside team', relationship: 'Palliative team', phones: ['01632 960145'] }],
    });
    expect(plan.placeOfCare).toEqual({ state: 'hidden', why: 'restricted' });
    expect(plan.alerts).toEqual({ state: 'hidden', why: 'restricted' });
    expect(JSON.stringify(plan)).not.toMatch(/Helen|Example Lane|Kitchen|1234/);
  });

  test('of anybody else all of it is shown, old telephone numbers never', () => {
    const plan = read(parts);
    expect(JSON.stringify(plan)).toMatch(/Helen.*Example Lane.*Key safe/);
    expect(JSON.stringify(plan)).not.toContain('01632 960100');
  });
});
