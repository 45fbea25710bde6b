import type { Plan, SectionKey, Told } from '../../utils/plan/plan.ts';
import type { PlanView } from '../CprOfPlans.tsx';
import { ownText } from '../parts.ts';
import { isEmptyList, toldOfTreatment } from '../sections/told-of.ts';
import type { Words } from '../words/words.ts';

/** A section that can be jumped to. */
export type Listed = {
  /** As in `data-section`, and which of those of that name. */
  readonly name: string;
  readonly at: number;
  /** In our words; of a narrative, as the document has it. */
  readonly title: string;
  /** Which kind of nothing it holds; `null`: something. */
  readonly nothing: string | null;
};

type OneItem = Exclude<SectionKey, 'cpr' | 'placeOfCare' | 'placeOfDeath'>;

/** Before the places, and after them: the order of `sections/Sections.tsx`. */
const BEFORE: readonly (readonly [OneItem, string])[] = [
  ['symptoms', 'symptoms'],
  ['treatment', 'emergency-treatment'],
  ['whatMatters', 'what-matters'],
  ['advanceDecisions', 'advance-decisions'],
];
const AFTER: readonly (readonly [OneItem, string])[] = [
  ['anticipatoryMedicines', 'anticipatory-medicines'],
  ['allergies', 'allergies'],
  ['medicines', 'medicines'],
  ['conditions', 'conditions'],
  ['prognosis', 'prognosis'],
  ['contacts', 'contacts'],
  ['alerts', 'alerts'],
  ['otherDocuments', 'other-documents'],
];

function kindOfNothing(state: Told<unknown>['state'], { FACT }: Words): string | null {
  if (state === 'recorded') return null;
  return state === 'statedNone' ? FACT.none : FACT[state];
}

function listed(plan: Plan, [part, name]: readonly [OneItem, string], words: Words): Listed {
  const told = part === 'treatment' ? toldOfTreatment(plan) : plan[part];
  const isSaid = part === 'alerts' && plan.patient.language !== undefined;
  // Which of the four labels holds is for their own section to say: another may speak of allergies as well.
  if (part === 'allergies' && told.state !== 'hidden' && told.state !== 'unreadable') {
    return { name, at: 0, title: words.TITLE[part], nothing: null };
  }
  const state = isEmptyList(told) ? 'notRecorded' : told.state;
  const inText = state !== 'hidden' && ownText(plan, part) !== null;
  const nothing = isSaid || inText ? null : kindOfNothing(state, words);
  return { name, at: 0, title: words.TITLE[part], nothing };
}

function places({ placeOfCare, placeOfDeath, narratives }: Plan, words: Words): Listed {
  const inText = narratives.placeOfCare !== undefined || narratives.placeOfDeath !== undefined;
  const isSame = placeOfCare.state === placeOfDeath.state;
  const nothing = isSame && !inText ? kindOfNothing(placeOfCare.state, words) : null;
  return { name: 'places', at: 0, title: words.TITLE.places, nothing };
}

/** Every section below the first screen of the newest plan, in the order in which they stand there. */
export function sectionList({ plan, elsewhere, elsewhereChecked }: PlanView, words: Words): readonly Listed[] {
  const { FACT, TITLE } = words;
  return [
    ...BEFORE.map((one) => listed(plan, one, words)),
    places(plan, words),
    ...AFTER.map((one) => listed(plan, one, words)),
    ...plan.otherSections.map(({ title, state }, at) => ({
      name: 'narrative',
      at,
      title,
      nothing: kindOfNothing(state, words),
    })),
    { name: 'origin', at: 0, title: TITLE.origin, nothing: null },
    {
      name: 'elsewhere',
      at: 0,
      title: TITLE.elsewhere,
      nothing: elsewhere.length > 0 ? null : elsewhereChecked ? FACT.none : FACT.unreadable,
    },
  ];
}
