import type { View } from './view.ts';

/** What the browser's own button says of a tab: a state and nothing of anybody (S7). */
export type Sign = 'nothing' | 'notHere' | 'inPanel' | 'looking' | 'plan' | 'noPlan' | 'attention' | NotSeen | 'off';

/** The page hides the sidebar. */
type NotSeen = 'covered' | 'coveredAlone';

/** “No plan” is the service's word on its plans, and “attention” no more than that there is something to read. */
const SIGN: Readonly<Record<View['kind'], Sign>> = {
  notHere: 'notHere',
  noPatient: 'nothing',
  unsettled: 'looking',
  looking: 'looking',
  signingIn: 'looking',
  plan: 'plan',
  noPlanFound: 'noPlan',
  noCurrentPlan: 'attention',
  hubAway: 'attention',
  several: 'attention',
  unreadable: 'attention',
  disagree: 'attention',
  birthDateDiffers: 'attention',
  birthDateNeeded: 'attention',
  couldNotCheck: 'attention',
  accessRefused: 'attention',
  reasonNeeded: 'attention',
  roleNeeded: 'attention',
  locked: 'attention',
  switchedOff: 'off',
  signedOut: 'off',
  notConfigured: 'off',
  hidden: 'off',
};

/** The sign of a view; of somebody who can be seen in the panel alone, while it is closed, that there is somebody. */
export function signOf(view: View, isInSight = true): Sign {
  const { kind } = view;
  const why = kind === 'notHere' ? view.because.is : null;
  if (why === 'covered' || why === 'coveredAlone') return why;
  return kind === 'looking' && !isInSight ? 'inPanel' : SIGN[kind];
}
