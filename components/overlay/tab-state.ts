import type { Notice, View } from '../../utils/view/view.ts';
import { DRAWN, type Form } from '../Answer.tsx';
import { cprAnswer, mayAgree } from '../cpr-across-plans.ts';
import { bannerName } from '../format/names.ts';
import type { IconName } from '../icons.tsx';
import { type LinkState, linkStateOf } from '../link-state.ts';
import { changedParts, marksOf } from '../parts.ts';
import type { Words } from '../words/words.ts';

type PlanView = Extract<View, { kind: 'plan' }>;

/** What the tab says below the name; never more of a plan than the one word on CPR. */
export type TabAnswer = { readonly form: Form; readonly icon: IconName; readonly says: string };

export type TabState = {
  readonly link: LinkState;
  /** `null`: nobody is named, because nobody is open, or somebody is in doubt. */
  readonly name: string | null;
  readonly answer: TabAnswer;
};

/** Notices that leave the answer what it is; all others are to be read before it. */
const LEAVE_THE_ANSWER: ReadonlySet<Notice['kind']> = new Set([
  'testPatient',
  'restricted',
  'emergencyAccess',
  'changed',
  'newerVersion',
]);

/** The word on CPR stands alone here, so it stands only where nothing has to be read before it. */
function ofPlan(view: PlanView, { OVERLAY }: Words): TabAnswer {
  const { plan, alsoCurrent, notices } = view;
  const readFirst = { form: 'not-checked', icon: 'warning', says: OVERLAY.read } as const;
  if (linkStateOf(view) !== 'same') return readFirst;
  if (plan.patient.deceased !== false) return { form: 'held-back', icon: 'page', says: OVERLAY.died };
  const answer = cprAnswer(plan, alsoCurrent);
  if (answer.kind === 'disagree') {
    return { ...DRAWN.conflicting, says: mayAgree(answer.claims) ? OVERLAY.mayDisagree : OVERLAY.cpr.conflicting };
  }
  const { warnings, changed } = marksOf({ plan, changed: changedParts(notices) }, 'cpr');
  const isPlain = warnings.length === 0 && !changed && notices.every(({ kind }) => LEAVE_THE_ANSWER.has(kind));
  const { state } = answer.decision;
  return isPlain ? { ...DRAWN[state], says: OVERLAY.cpr[state] } : readFirst;
}

function answerOf(view: View, words: Words): TabAnswer {
  const { OVERLAY } = words;
  switch (view.kind) {
    case 'plan':
      return ofPlan(view, words);
    case 'couldNotCheck':
      return { form: 'not-checked', icon: 'notChecked', says: OVERLAY.says.couldNotCheck };
    case 'noPlanFound':
    case 'noCurrentPlan':
      return { form: 'no-plan', icon: 'page', says: OVERLAY.says[view.kind] };
    case 'locked':
      return { form: 'held-back', icon: 'lock', says: OVERLAY.says.locked };
    default:
      return { form: 'held-back', icon: 'page', says: OVERLAY.says[view.kind] };
  }
}

/** No person’s name beside a record in doubt. */
function nameOf(view: View): string | null {
  if (view.kind === 'plan') return named(view.plan.patient);
  if (view.kind === 'disagree' || linkStateOf(view) === 'unsure') return null;
  return 'page' in view ? named(view.page) : null;
}

function named({ familyName, givenNames }: { familyName: string | null; givenNames: string }): string | null {
  return bannerName({ familyName, givenNames });
}

/** What a folded sidebar still says. */
export function tabOf(view: View, words: Words): TabState {
  return { link: linkStateOf(view), name: nameOf(view), answer: answerOf(view, words) };
}
