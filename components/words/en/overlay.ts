import type { CprDecision } from '../../../utils/plan/plan.ts';
import type { View } from '../../../utils/view/view.ts';
import type { LinkState } from '../../link-state.ts';

const NOT_SHOWN = 'No plan shown';

/** The sidebar as a thing in the page: its edge, its place, and the tab it is folded to. */
export const OVERLAY = {
  open: 'Open Planside',
  arrange: 'Arrange',
  move: { left: 'Move to the left', right: 'Move to the right' },
  cover: 'Cover the page',
  push: 'Push the page aside',
  fold: 'Fold to the edge',
  width: 'Width of Planside',
  /** In the tab there is room for two words. */
  link: {
    same: 'Same patient',
    reading: 'Reading',
    none: 'No patient',
    many: 'Several patients',
    unsure: 'Can’t tell which patient',
    away: 'Not looking',
    covered: 'Covered',
  } satisfies Record<LinkState, string>,
  says: {
    looking: 'Looking for a plan',
    unsettled: NOT_SHOWN,
    noPatient: NOT_SHOWN,
    several: NOT_SHOWN,
    unreadable: NOT_SHOWN,
    birthDateNeeded: NOT_SHOWN,
    birthDateDiffers: NOT_SHOWN,
    disagree: NOT_SHOWN,
    noPlanFound: 'No plan found',
    noCurrentPlan: 'No current plan',
    couldNotCheck: 'Could not check',
    accessRefused: NOT_SHOWN,
    reasonNeeded: 'Reason needed',
    signedOut: 'Signed out',
    signingIn: 'Signing in',
    locked: 'Locked',
    roleNeeded: 'Choose your role',
    hidden: 'Hidden',
    hubAway: NOT_SHOWN,
    notHere: NOT_SHOWN,
    switchedOff: 'Switched off',
    notConfigured: 'Not set up',
  } satisfies Record<Exclude<View['kind'], 'plan'>, string>,
  cpr: {
    notForCpr: 'Not for CPR',
    forCpr: 'For CPR',
    modifiedCpr: 'Modified CPR',
    conflicting: 'CPR statements disagree',
    notRecorded: 'CPR not recorded',
    unknown: 'CPR not understood',
    unreadable: 'CPR not readable',
    inWordsOnly: 'CPR in words only',
    hidden: 'CPR hidden',
  } satisfies Record<CprDecision['state'], string>,
  mayDisagree: 'CPR statements may disagree',
  died: 'Has died',
  /** Where something has to be read before the answer. */
  read: 'Open the plan',
};
