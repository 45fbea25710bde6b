import type { View } from '../../../utils/view/view.ts';

/** The bar on top: is this the patient of the page? */
export const LINK = {
  state: {
    same: 'Same patient as this page',
    reading: 'Reading this page',
    none: 'No patient open',
    many: 'More than one patient on this page',
    unsure: 'Can’t tell which patient',
    away: 'Not looking at this page',
    covered: 'Covered by this page',
  },
  /** The line of cause beneath; `null` where the bar says it all. */
  cause: {
    looking: null,
    unsettled: null,
    noPatient: null,
    notHere: null,
    switchedOff: 'Switched off by your organisation',
    hidden: 'Hidden',
    hubAway: null,
    several: null,
    disagree: 'Page and plan do not agree',
    birthDateDiffers: null,
    unreadable: 'This page cannot be read',
    birthDateNeeded: 'No date of birth on this page',
    signedOut: 'Signed out',
    signingIn: 'Signing in',
    locked: 'Planside is locked',
    roleNeeded: 'No role chosen',
    notConfigured: 'No plan service set up',
    noPlanFound: 'Not compared with a plan',
    noCurrentPlan: 'Not compared with a plan',
    couldNotCheck: 'Not compared with a plan',
    accessRefused: 'Not compared with a plan',
    reasonNeeded: 'Not compared with a plan',
  } satisfies Record<Exclude<View['kind'], 'plan'>, string | null>,
  nameNeeded: 'No name on this page',
  /** Beneath it while a plan is shown: the bar outlives scrolling, so the age of the plan is always in sight. */
  savedFrom: (time: string) => `Saved copy from ${time}`,
  checkedAt: (time: string) => `Checked ${time}`,
  notCheckedSince: (time: string) => `Not checked since ${time}`,
};
