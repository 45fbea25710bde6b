// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Allergy, NarrativeSection, Plan, Told } from '../../../utils/plan/plan.ts';
import { showing } from '../../sandbox/stories/plan-stories.ts';
import {
  everywhere,
  FULL_PLAN,
  HIDDEN_BY_ROLE,
  NOT_RECORDED,
  recorded,
  statedNone,
  UNREADABLE,
} from '../../sandbox/stories/plans.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { draw, drawStory, part, seen } from './draw.tsx';

function drawPlan(more: Partial<Plan>): HTMLElement {
  return draw(showing({ ...FULL_PLAN, ...more }), NOW).article;
}

function section(article: Element, name: string): Element {
  const found = article.querySelectorAll(`[data-section="${name}"]`);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} sections are called ${name}`);
  return found[0];
}

function closedLine(within: Element): string {
  return part(within, 'closed-line');
}

const IN_ORDER = [
  'Symptoms and what to do',
  'Emergency care and treatment',
  'What matters to me',
  'Advance decisions',
  'Preferences for place',
  'Anticipatory medicines',
  'Allergies',
  'Medicines',
  'Significant conditions',
  'Prognosis',
  'Whom to call',
  'Alerts and access to home',
  'Other documents',
];

test.each([
  ['recorded', {}],
  ['statedNone', everywhere(statedNone())],
  ['notRecorded', everywhere(NOT_RECORDED)],
  ['hidden', everywhere(HIDDEN_BY_ROLE)],
  ['unreadable', everywhere(UNREADABLE)],
] as const)('all sections stand in their order when they are %s', (_, more) => {
  const article = drawPlan({
    ...more,
    otherSections: [{ title: 'Spiritual care', state: 'recorded', paragraphs: ['x'] }],
  });
  const titles = [...article.querySelectorAll('.section h2')].map(seen);
  expect(titles).toEqual([...IN_ORDER, 'Spiritual care', 'Where this plan comes from', 'Plans held elsewhere']);
});

test('every section says which kind of nothing it holds', () => {
  const names = ['advance-decisions', 'medicines', 'conditions', 'prognosis', 'alerts', 'other-documents', 'contacts'];
  const facts = (told: Told<never>) => {
    const article = drawPlan(everywhere(told));
    return names.map((name) => section(article, name).querySelector<HTMLElement>('[data-fact]')?.dataset.fact);
  };
  expect(new Set(facts(statedNone()))).toEqual(new Set(['statedNone']));
  expect(new Set(facts(NOT_RECORDED))).toEqual(new Set(['notRecorded']));
  expect(new Set(facts(HIDDEN_BY_ROLE))).toEqual(new Set(['hidden']));
  expect(new Set(facts(UNREADABLE))).toEqual(new Set(['unreadable']));
});

test('every recorded section ends with who said it and when', () => {
  const { article } = drawStory('plan');
  const names = ['advance-decisions', 'medicines', 'conditions', 'allergies', 'alerts', 'other-documents', 'contacts'];
  for (const name of names) {
    expect(seen(section(article, name)), name).toMatch(/03-Jun-2026, Dr Anjali Rao, GP, Example Lane Surgery$/);
  }
});

test('advance decisions: the refusal with words, date and author, the proxy with its status', () => {
  const { article } = drawStory('plan');
  expect(part(article, 'refusal')).toBe(
    'Has advance decision to refuse life sustaining treatmentSigned and witnessed; original with Helen Reed.Recorded 11-Feb-2024 by Dr Anjali Rao, GP',
  );
  expect(part(article, 'proxy')).toBe('PresentLasting power of attorney, health and welfare: Helen Reed, daughter');
  expect(part(article, 'capacity')).toBe('Has capacity');
  expect(part(article, 'involved')).toBe('Mrs Reed, Helen Reed, Dr Anjali Rao');
  expect(closedLine(section(article, 'advance-decisions'))).toBe(
    'Has advance decision to refuse life sustaining treatment; Lasting power of attorney, health and welfare: Helen Reed, daughter (Present)',
  );
});

test('what is missing in a section says so', () => {
  const { article } = drawStory('plan-half-filled');
  expect(part(article, 'refusals')).toBe('Not recorded');
  expect(part(article, 'capacity')).toBe('Not recorded');
  expect(part(article, 'involved')).toBe('Not recorded');
  expect([...article.querySelectorAll('[data-part="proxy"]')].map(seen)).toEqual([
    'Status not recordedCourt-appointed deputy for personal welfare',
    'AbsentLasting power of attorney, health and welfare',
  ]);
  expect(part(article, 'medicine')).toBe('Paracetamol: Dose not recorded');
  expect(part(article, 'alerts')).toBe('Not recorded');
  expect(part(article, 'language')).toBe('Not recorded');
  expect(seen(section(article, 'emergency-treatment'))).toMatch(
    /Focus of care: Not recorded.*RecommendationsNot recorded/,
  );
  expect(part(article, 'other-document')).toBe('Hospital passportWhereNot recordedHeld byNot recorded');
});

test('medicines, conditions and prognosis as they came', () => {
  const { article } = drawStory('plan');
  expect([...article.querySelectorAll('[data-part="medicine"]')].map(seen)[2]).toBe(
    'Morphine sulfate 10mg/5ml oral solution: 2.5ml when needed for breathlessness',
  );
  expect([...article.querySelectorAll('[data-part="condition"]')].map(seen)).toEqual([
    'Heart failure, advanced, since 2021',
    'Chronic kidney disease, stage 4, since May-2022Not for dialysis.',
    'Atrial fibrillation, since many years',
    'Hearing loss; wears aids in both ears',
  ]);
  expect(closedLine(section(article, 'prognosis'))).toBe('Recorded 02-Sep-2026');
  expect(seen(section(article, 'prognosis'))).toContain('MonthsMonths rather than years.');
});

test('alerts, the way in and the language can be read while the section is closed', () => {
  const { article } = drawStory('plan-interpreter');
  expect(closedLine(section(article, 'alerts'))).toBe(
    'Speaks Polish, interpreter needed; Small dog, friendly; Oxygen in the home: no smoking, no candles; Getting in: Key safe left of the door. Ring the community team for the code.',
  );
  expect(part(article, 'language')).toBe('Polish, interpreter needed');
  const alone = section(drawStory('plan-language-alone').article, 'alerts');
  expect(closedLine(alone)).toBe('Speaks Cymraeg, need for an interpreter not recorded');
  expect(part(alone, 'alerts')).toBe('Not recorded');
});

const KNOWN: readonly Allergy[] = [{ substance: 'Penicillin', reaction: 'rash' }, { substance: 'Codeine' }];

test.each([
  ['Known allergies: Penicillin; Codeine', recorded(KNOWN)],
  ['NKDA', recorded([{ substance: 'NKDA' }])],
  ['No known allergies, stated 03-Jun-2026', statedNone()],
  ['Allergies not recorded', NOT_RECORDED],
  ['Allergies not recorded', recorded<readonly Allergy[]>([])],
  ['Allergies unavailable. Could not be read', UNREADABLE],
  ['Allergies unavailable. Your role does not show this section. Ask the nurse in charge or the GP.', HIDDEN_BY_ROLE],
] as const)('allergies: %s', (label, allergies) => {
  const drawn = section(drawPlan({ allergies }), 'allergies');
  expect(seen(drawn.querySelector('summary p, p'))).toBe(label);
  const labels = /Known allergies|No known allergies|Allergies not recorded|Allergies unavailable/g;
  if (label !== 'NKDA') expect(seen(drawn).match(labels)).toHaveLength(1);
});

test('allergies are not “not recorded” where a section that is not known speaks of them', () => {
  const other: NarrativeSection = {
    title: 'Allergies and intolerances',
    state: 'recorded',
    paragraphs: ['Penicillin.'],
  };
  const article = drawPlan({ allergies: NOT_RECORDED, otherSections: [other] });
  expect(seen(section(article, 'allergies'))).toBe(
    'AllergiesAllergies unavailable. Read the section “Allergies and intolerances”.',
  );
  expect(closedLine(section(article, 'narrative'))).toBe('Penicillin.');
});

test('a part that could not be read is said beside what could', () => {
  const { article } = drawStory('plan-part-unreadable');
  expect(part(section(article, 'allergies'), 'section-warning')).toBe('Part of this could not be read');
  expect(closedLine(section(article, 'allergies'))).toBe('Known allergies: Penicillin; Codeine; Trimethoprim');
});

test('sections Planside does not know are shown as written, after all others', () => {
  const { article } = drawStory('plan-unknown-sections');
  const written = [...article.querySelectorAll('[data-section="narrative"]')].map(seen);
  expect(written).toHaveLength(7);
  expect(written[1]).toContain('needs two to transfer.As codedClinical frailty scale: 7');
  expect(written[2]).toContain('As codedVentilation: denyAntibiotics: permit');
  expect(written[3]).toContain('Written by the author, 2 paragraphsBiPAP at night');
  expect(written[4]).toContain('Best interests meetingPresent: Helen Reed');
  expect(written[5]).toContain('Your role does not show this section');
  expect(written[6]).toBe('Tissue donationNot recorded');
});
