import { ADVANCE_DECISIONS, PLACES_OF_DEATH, PROGNOSES } from '../../sandbox/plans/codes.ts';
import type { PlanIntent } from '../../sandbox/plans/plan-intent.ts';
import { SECTION_TITLES, type SectionTitle } from '../../sandbox/plans/section-titles.ts';
import { type Marker, markerOf } from './markers.ts';

/** What makes a plan one that can be found again, and by what. */
export type MarkedPlan = {
  /** For `sandbox.revise`. */
  readonly changes: Partial<PlanIntent>;
  /** One for each section, and one for the author's name. */
  readonly markers: readonly Marker[];
};

/** What a section says with a marker in the author's words; every section says something, whatever it said before. */
type Marking = (mark: string, intent: PlanIntent) => Partial<PlanIntent>;

const [HOME, PROGNOSIS, REFUSAL] = [PLACES_OF_DEATH.home, PROGNOSES[0], ADVANCE_DECISIONS[0]];

const MARKINGS: Readonly<Record<SectionTitle, Marking>> = {
  'CPR decision': (mark, { cpr }) => ({
    cpr: cpr.map((one) => ({ ...one, words: `Talked over with the family, ${mark}` })),
  }),
  'Emergency care and treatment': (mark) => ({ recommendations: `Treat at home where that can be, ${mark}.` }),
  'Symptoms and what to do': (mark) => ({
    symptoms: [{ symptom: 'Breathless', action: `Sit up, open the window, ${mark}.` }],
  }),
  'Anticipatory medicines': (mark, { changed }) => ({
    anticipatoryMedicines: {
      issued: changed,
      medicines: ['Water for injection 10ml: as diluent'],
      keptAt: `Cupboard ${mark}`,
    },
  }),
  'Whom to call': (mark) => ({ contacts: [{ name: `Ada ${mark}`, relationship: 'sister', phones: ['01632 960101'] }] }),
  'Preferred place of care': (mark) => ({ placeOfCare: [{ place: `Own home, ${mark}` }] }),
  'Preferred place of death': (mark) => ({
    placeOfDeath: [{ code: HOME.code ?? '', place: 'Home', words: `own bed, ${mark}` }],
  }),
  'What matters to me': (mark) => ({ whatMatters: { values: `Seeing the garden, ${mark}.` } }),
  'Advance decisions': (mark) => ({ adrt: { code: REFUSAL?.code ?? '', words: `Signed and witnessed, ${mark}.` } }),
  Allergies: (mark) => ({ allergies: [{ substance: `Penicillin ${mark}` }] }),
  Medicines: (mark) => ({ medicines: [{ name: `Furosemide ${mark}`, dosage: 'two each morning' }] }),
  'Significant conditions': (mark) => ({ conditions: [{ name: `Heart failure ${mark}` }] }),
  Prognosis: (mark) => ({ prognosis: { code: PROGNOSIS?.code ?? '', words: `Days, ${mark}` } }),
  'Alerts and access to home': (mark) => ({ alerts: [`Small dog, ${mark}`] }),
  'Other documents': (mark) => ({
    otherDocuments: [{ name: 'Form, paper', location: `Blue folder ${mark}`, source: 'Hospital' }],
  }),
};

/**
 * Puts a marker of its own into every section of a plan, in its author's words, and into the author's name.
 *
 * @param label what to call the plan in a report, such as “plan 3”
 */
export function markPlan(intent: PlanIntent, seed: number, label: string): MarkedPlan {
  const author = markerOf(seed, `${label}, author`);
  const sections = SECTION_TITLES.map((title) => ({ title, marker: markerOf(seed, `${label}, ${title}`) }));
  const changes = sections.map(({ title, marker }) => MARKINGS[title](marker.text, intent));
  return {
    changes: Object.assign({ author: { ...intent.author, name: `Dr ${author.text}` } }, ...changes),
    markers: [author, ...sections.map(({ marker }) => marker)],
  };
}
