import type { CprDecision, CprStatement, PlanPatient } from '../utils/plan/plan.ts';
import type { CouldNotCheckCause, DifferingItem, SignInFailure, UnreadableCause, View } from '../utils/view/view.ts';

/**
 * Every sentence of the sidebar in one place, keyed by state: a state without its sentence does not compile.
 * Plain, present tense, no exclamation mark, no “please”, no “oops”. Quotation marks as written.
 */

/** What a sentence about the plan service is made from. */
export type Asked = { readonly service: string; readonly at: string };
/** The same, and how often it was asked. */
export type Tried = Asked & { readonly tries: number };

export const LINK = {
  same: 'Same patient as this page',
  reading: 'Reading this page',
  none: 'No patient open',
  many: 'More than one patient on this page',
  unsure: 'Can’t tell which patient',
  away: 'Not looking at this page',
} as const;

/** Beneath it while a plan is shown: the bar outlives scrolling, so the age of the plan is always in sight. */
export const CHECKED = {
  savedFrom: (time: string) => `Saved copy from ${time}`,
  at: (time: string) => `Checked ${time}`,
  notSince: (time: string) => `Not checked since ${time}`,
} as const;

/** The line of cause beneath; `null` where the bar says it all. */
export const LINK_CAUSE: Record<Exclude<View['kind'], 'plan'>, string | null> = {
  looking: null,
  unsettled: null,
  noPatient: null,
  several: null,
  disagree: 'Page and plan do not agree',
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
};

/** In the line of truth: whose word this is, and of when. */
export const HELD = {
  fetched: (time: string) => `Fetched ${time}.`,
  saved: (time: string) => `Saved ${time}. Not checked since.`,
} as const;

type CprWords = { readonly verdict: string; readonly order: string; readonly about: string | null };

const NEITHER = 'This does not mean “for CPR”, and it does not mean “not for CPR”.';

export const CPR: Record<CprDecision['state'], CprWords> = {
  notForCpr: {
    verdict: 'Not for CPR',
    order: 'If the heart stops, do not attempt CPR.',
    about: 'About CPR only. Give all other care.',
  },
  forCpr: { verdict: 'For CPR', order: 'If the heart stops, attempt CPR.', about: null },
  modifiedCpr: {
    verdict: 'Modified CPR (child)',
    order: 'If the heart stops, do only what is written here:',
    about: null,
  },
  conflicting: {
    verdict: 'CPR statements disagree',
    order: 'Two current statements say different things. Check the source before relying on either.',
    about: null,
  },
  notRecorded: {
    verdict: 'CPR decision not recorded',
    order: 'The plan does not say whether to attempt CPR.',
    about: NEITHER,
  },
  unknown: {
    verdict: 'CPR decision not understood',
    order: 'A CPR decision is recorded, but Planside cannot tell what it is.',
    about: null,
  },
  unreadable: {
    verdict: 'CPR decision could not be read',
    order: 'The plan may hold a CPR decision, but Planside could not read it.',
    about: NEITHER,
  },
  inWordsOnly: {
    verdict: 'CPR in words only',
    order: 'The plan holds no coded CPR decision. Read what it says:',
    about: NEITHER,
  },
  hidden: {
    verdict: 'CPR decision hidden from your role',
    order: 'The plan may hold a CPR decision. Ask the nurse in charge or the GP.',
    about: NEITHER,
  },
};

/** Statements that differ: `open` where only one thing was understood, and the others may say the same. */
export function disagreement(count: number, open: boolean): Pick<CprWords, 'verdict' | 'order'> {
  if (open) {
    return {
      verdict: 'CPR statements may disagree',
      order: 'Not all current statements could be understood. Read each, and check the source before relying on any.',
    };
  }
  if (count <= 2) return CPR.conflicting;
  const order = `${count} current statements say different things. Check the source before relying on any of them.`;
  return { ...CPR.conflicting, order };
}

/** Beside the answer of a copy kept here: `11:22` or `11:22 on 21-Nov-2026`; `null`: it is no copy. */
export function verdictAsOf(verdict: string, time: string | null): string {
  return time === null ? verdict : `${verdict}, as of ${time}`;
}

/** Under every verdict of a saved copy. */
export const MAY_HAVE_CHANGED = 'It may have changed since. Check before relying on it.';

const CLAIM: Record<CprStatement['says'] | 'nothing' | 'unreadable' | 'inWordsOnly' | 'hidden', string> = {
  notForCpr: 'not for CPR',
  forCpr: 'for CPR',
  modifiedCpr: 'modified CPR (child)',
  unknown: 'not understood',
  nothing: 'nothing about CPR',
  unreadable: 'could not be read',
  inWordsOnly: 'only in words, not coded',
  hidden: 'hidden from your role',
};

/** One of several statements: `Says: not for CPR`, or `Says in words: …` where it was taken from the author’s text. */
export function claimSays({ says, inWords }: { readonly says: keyof typeof CLAIM; readonly inWords?: true }): string {
  return `${inWords ? 'Says in words' : 'Says'}: ${CLAIM[says]}`;
}

export const CPR_HELP = {
  sentAs: (words: string) => `It was sent as “${words}”.`,
  askAuthor: 'Ask the author before relying on it.',
  modifiedWithoutWords: 'What to do is not recorded.',
  fromText: 'From the text of the plan',
  from: (title: string) => `From: ${title}`,
} as const;

export const COULD_NOT_CHECK_VERDICT = 'Could not check for a plan';
export const MAY_BE_A_PLAN = 'There may be a plan. Do not read this as “no plan”.';

/**
 * `briefly`: the cause alone, for a notice above a plan that is still shown. `next`: what to do besides trying again;
 * `null` where trying again is all there is.
 */
type Cause = {
  readonly briefly: (service: string) => string;
  readonly says: (tried: Tried) => string;
  readonly next: string | null;
};

const READ_OUT_CODE = 'Ring the helpdesk and read out the code.';

function lastTried({ at, tries }: Tried, once = `Last tried at ${at}.`): string {
  return tries > 1 ? `Tried ${tries} times, last at ${at}.` : once;
}

/** The same sentence wherever no time belongs into it. */
function timeless(says: (service: string) => string): Pick<Cause, 'briefly' | 'says'> {
  return { briefly: says, says: ({ service }) => says(service) };
}

export const COULD_NOT_CHECK: Record<CouldNotCheckCause, Cause> = {
  offline: {
    briefly: () => 'This computer is offline.',
    says: ({ at }) => `This computer is offline since ${at}.`,
    next: 'Check the network, then try again.',
  },
  serviceDown: {
    briefly: (service) => `${service} is not working.`,
    says: (tried) => `${tried.service} is not working. ${lastTried(tried)}`,
    next: null,
  },
  timedOut: {
    briefly: (service) => `${service} did not answer in time.`,
    says: (tried) => `${tried.service} did not answer in time. ${lastTried(tried, `Tried once, at ${tried.at}.`)}`,
    next: null,
  },
  tooMany: {
    briefly: (service) => `${service} is too busy to answer.`,
    says: (tried) => `${tried.service} is too busy to answer. ${lastTried(tried)}`,
    next: 'Wait a minute, then try again.',
  },
  refusedRequest: {
    briefly: (service) => `${service} did not accept the question.`,
    says: ({ service, at }) => `${service} did not accept the question. Last tried at ${at}.`,
    next: READ_OUT_CODE,
  },
  notFound: {
    briefly: (service) => `Planside asked ${service} at an address that does not exist.`,
    says: ({ service, at }) => `Planside asked ${service} at an address that does not exist. Last tried at ${at}.`,
    next: READ_OUT_CODE,
  },
  unexpectedAnswer: {
    briefly: (service) => `${service} answered, but Planside cannot read the answer.`,
    says: ({ service, at }) => `${service} answered at ${at}, but Planside cannot read the answer.`,
    next: READ_OUT_CODE,
  },
  notFhir: {
    ...timeless(
      (service) => `${service} could not be reached: something on the network answered with a web page instead.`,
    ),
    next: 'Check whether the network wants you to log in, then try again.',
  },
  cutShort: {
    briefly: (service) => `The answer of ${service} was cut short.`,
    says: ({ service, at }) => `The answer of ${service} was cut short at ${at}.`,
    next: null,
  },
  tooLarge: {
    ...timeless((service) => `${service} sent more than a plan can be, so Planside stopped reading.`),
    next: READ_OUT_CODE,
  },
  redirected: {
    ...timeless((service) => `${service} tried to send Planside to another address, so Planside stopped.`),
    next: READ_OUT_CODE,
  },
  wrongPatient: {
    briefly: (service) => `${service} sent a plan for another person.`,
    says: ({ service }) => `${service} sent a plan for another person, so it is not shown.`,
    next: READ_OUT_CODE,
  },
  replacedNumber: {
    briefly: () => 'This NHS number has been replaced.',
    says: () => 'This NHS number has been replaced. The page still shows the old one.',
    next: 'Check the NHS number with the person, then correct the record on this page.',
  },
  severalRecords: {
    briefly: (service) => `${service} holds more than one record for this NHS number.`,
    says: ({ service }) => `${service} holds more than one record for this NHS number, so none is shown.`,
    next: READ_OUT_CODE,
  },
  interrupted: {
    briefly: (service) => `The check was interrupted before ${service} answered.`,
    says: ({ service, at }) => `The check was interrupted at ${at}, before ${service} answered.`,
    next: null,
  },
  notAudited: {
    briefly: () => 'That you looked could not be put on record.',
    says: () => 'That you looked could not be put on record, so nothing is shown.',
    next: 'Try again. If it stays, read out the code to the helpdesk.',
  },
};

export const NO_PLAN = {
  verdict: 'No plan found',
  asked: ({ service, at }: Asked) => `${service} was asked at ${at} and holds no plan for this person.`,
  about: 'This does not mean “for CPR”. A plan may be on paper or in another service.',
  alsoAsk: 'Also worth asking',
  whom: [
    'The person, family or care home: is there a form at home?',
    'The GP record: care plan, ReSPECT or DNACPR entries',
  ],
} as const;

export const NO_CURRENT_PLAN: Record<'draft' | 'withdrawn', string> = {
  draft: 'Only a draft exists, not yet approved.',
  withdrawn: 'The plan has been withdrawn.',
};
export const NO_CURRENT_PLAN_ALSO = {
  verdict: 'No current plan',
  about: 'This does not mean “for CPR”.',
  asked: ({ service, at }: Asked) => `${service} was asked at ${at}.`,
} as const;

export const SAYS_NOTHING = 'This says nothing about whether there is a plan.';

type Refusal = { readonly verdict: string; readonly order: string; readonly about: string; readonly next: string };
type RefusedTo = { readonly role: string; readonly organisation: string; readonly service: string };

export const ACCESS_REFUSED: Record<'role' | 'patient', (to: RefusedTo) => Refusal> = {
  // The design says “Planside has not asked”; here the service was asked, and refused.
  role: ({ role, organisation, service }) => ({
    verdict: 'Your role cannot see plans',
    order: `You are signed in as ${role} at ${organisation}.`,
    about: `${service} does not show this person’s plans to you, so this says nothing about whether there is one.`,
    next: 'Ask a nurse or doctor to look, or sign out and sign in with another role.',
  }),
  patient: ({ service }) => ({
    verdict: 'This person’s record is not shared',
    order: `${service} shows nothing about this person here.`,
    about: `${SAYS_NOTHING} Do not read this as “no plan”.`,
    next: 'Ask the person, their family or their GP.',
  }),
};

/** Before anybody is signed in, and in a role. */
export const NOT_LOOKED = 'Planside has not looked for a plan, so this says nothing about whether there is one.';

type Stop = { readonly heading: string; readonly says: readonly string[] };

export const STOP: Record<'noPatient' | 'unsettled' | 'several' | 'notConfigured' | 'signedOut', Stop> = {
  noPatient: { heading: 'Open a patient and the plan appears here', says: [] },
  unsettled: {
    heading: 'Reading who is open',
    says: ['The page is changing. No plan is shown until it names one person.'],
  },
  several: {
    heading: 'Open one patient to see a plan',
    says: ['Planside shows a plan only when the page is about one person.'],
  },
  notConfigured: {
    heading: 'No plan service is set up',
    says: ['Planside does not know where plans are kept, so this says nothing about whether there is one.'],
  },
  signedOut: {
    heading: 'Sign in to see plans',
    says: [NOT_LOOKED],
  },
};

export const NOT_CONFIGURED = { next: 'Ask the helpdesk to set up Planside.', code: 'SET-UP-NONE' } as const;

export const SIGNING_IN = {
  heading: ({ service }: { service: string }) => `Signing in to ${service}`,
  says: ['The window for signing in is open. If you cannot see it, look behind this one.'],
} as const;

export const SIGN_IN = {
  button: 'Sign in',
  hint: 'Opens in a new window. You come back to the patient on this page.',
} as const;

export const SIGN_IN_FAILED: Record<SignInFailure['why'], (service: string) => string> = {
  cancelled: () => 'The window was closed before you were signed in.',
  serviceDown: (service) => `${service} is not working, so you are not signed in.`,
  refused: (service) => `${service} did not let you in.`,
  insecure: (service) => `The way to ${service} is not safe, so Planside stopped.`,
};

const WILL_NOT_GUESS = 'Planside will not guess who is open.';

export const UNREADABLE: Record<UnreadableCause, Stop & { readonly code: string }> = {
  pageChanged: {
    heading: 'This page has changed, Planside is not reading it',
    says: [`The record system looks different from the way Planside knows it. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-CHANGED',
  },
  declarationDiffers: {
    heading: 'This page names one patient and shows another',
    says: [`Its own note of who is open does not agree with what can be seen. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-DECLARED-OTHER',
  },
  declarationUnreadable: {
    heading: 'This page’s own note of who is open cannot be read',
    says: [`The record system wrote something Planside does not understand. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-DECLARED-WRONG',
  },
  tooMuch: {
    heading: 'There is too much on this page to be sure',
    says: [`Reading all of it would slow the record down. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-TOO-MUCH',
  },
  frameNotEnabled: {
    heading: 'Most of this page cannot be read',
    says: ['It is closed off, or comes from an address that Planside has not been switched on for.', SAYS_NOTHING],
    code: 'PAGE-FRAME',
  },
  nhsNumberInvalid: {
    heading: 'The NHS number on this page is not valid',
    says: [`One digit may be wrong or two swapped. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-NHS-NUMBER',
  },
  birthDateUnreadable: {
    heading: 'The date of birth on this page cannot be read',
    says: [`It may be no real date. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-BIRTH-DATE',
  },
  incomplete: {
    heading: 'This page does not say enough about who is open',
    says: [`NHS number, date of birth and name are needed. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
    code: 'PAGE-INCOMPLETE',
  },
};

export const UNREAD_PARTS = {
  heading: 'Part of this page can’t be read',
  notEnabled: 'Planside is not switched on there.',
  closedOff: 'The page has closed it off.',
} as const;

export const ITEM: Record<DifferingItem, string> = {
  nhsNumber: 'NHS number',
  birthDate: 'date of birth',
  familyName: 'family name',
};

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export const DISAGREE = {
  heading: (differs: readonly DifferingItem[]) =>
    `The ${listed(differs.map((item) => ITEM[item]))} ${differs.length === 1 ? 'differs' : 'differ'}, so no plan is shown`,
  next: (differs: readonly DifferingItem[]) =>
    `One of the two is wrong. Check the ${listed(differs.map((item) => ITEM[item]))} with the person or their family, then correct the record that is wrong.`,
  differs: 'differs',
  notOnPage: 'Not on this page',
  button: 'Check again',
} as const;

export const BIRTH_DATE = {
  heading: 'Confirm who this is',
  legend: 'Date of birth',
  hint: 'Ask the person or caller. For example 29 2 1940',
  button: 'Look for the plan',
  wrong: {
    missing: 'Type the day, the month and the year.',
    notDigits: 'Type the date in digits, for example 29 2 1940.',
    shortYear: 'Type the year with 4 digits, for example 1940.',
    noSuchDay: 'There is no such day. Check the day, the month and the year.',
    future: 'This day is in the future. Check the year.',
    tooLongAgo: 'This is more than 130 years ago. Check the year.',
  },
} as const;

export const LOOKING = {
  heading: 'Looking for a plan…',
  says: ({ service }: { service: string }) => `Asking ${service}. No answer yet.`,
} as const;

export const DIED = {
  verdict: 'This person has died',
  order: 'The plan is no longer for treatment.',
  about: 'It can still be read for verification of death, the medical examiner or the family.',
  read: 'Read the last approved plan',
} as const;

/** A name in the middle of a sentence, as it stands at the start of one. */
export function capitalised(words: string): string {
  const [first = '', ...others] = words;
  return first.toUpperCase() + others.join('');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** Headings of notices, also announced. A date that follows is added by `notice-headings.ts`. */
export const NOTICE_HEADING = {
  savedCopy: (age: string | null) => (age ? `Saved copy, ${age} old` : 'Saved copy, age not known'),
  expired: 'This plan ended on',
  overdue: (late: string | null) => (late ? `Review overdue by ${late}` : 'Review due today'),
  notCheckedSince: CHECKED.notSince,
  severalCurrent: (count: number) => `${count} current plans for this person`,
  contradiction: 'Words and codes of this plan differ',
  unreadableParts: (parts: string) => `${parts} of this plan could not be read`,
  unknownSections: (sections: string) => `${sections} shown as written`,
  otherKind: 'A kind of document Planside does not know',
  datedInFuture: 'This plan holds dates that have not come yet',
  clockWrong: (by: string, is: 'ahead' | 'behind') =>
    `This computer’s clock is ${by} ${is === 'ahead' ? 'fast' : 'slow'}`,
  newerVersion: 'A newer version has just replaced this plan',
  changedAt: (clock: string) => `Changed since you last looked at ${clock}`,
  changedOn: 'Changed since you last looked on',
  givenNameDiffers: 'The given name differs',
  draftNewer: 'A newer draft exists, not yet approved',
  emergencyAccess: 'Emergency access',
  restricted: 'Restricted record',
} as const;

/** Headings that are announced without what changes by itself. */
export const NOTICE_HEARD = { savedCopy: 'Saved copy' } as const;

/** What stands below the heading, after the parts it names. */
export const NOTICE_SAYS = {
  savedCopy: (cause: CouldNotCheckCause, service: string) =>
    `${cause === 'offline' ? 'Offline' : withoutStop(COULD_NOT_CHECK[cause].briefly(service))}, so not checked since.`,
  expired: 'Check before relying on it.',
  overdue: 'Wishes may have changed.',
  notCheckedSince: 'The plan may have changed since.',
  severalCurrent: 'All are shown, the newest first. Check the source before relying on one of them.',
  contradiction: 'Read both before relying on either.',
  linkedItemMissing: (part: string) => `${part} (a linked item is missing)`,
  unknownSections: (count: number) =>
    count === 1
      ? 'Planside does not know it: read it before taking anything as not recorded.'
      : 'Planside does not know them: read them before taking anything as not recorded.',
  otherKind: (sentAs: string) => `It was sent as “${sentAs}”. Check what it is before relying on it.`,
  datedInFuture: 'Check them before relying on them.',
  clockWrong: 'Times and ages here may be wrong.',
  nothingChanged: 'A newer version; nothing Planside takes apart has changed.',
  emergencyAccess: (alerted: string | null) =>
    `${capitalised(alerted ?? 'the plan service')} has been told. For this patient and this visit only.`,
  restricted:
    'Address, phone numbers and place are hidden to protect this person. Do not ask for them or write them down.',
  checkName: 'Check the name with the person.',
  andMore: (count: number) => `and ${count} more`,
} as const;

export const CHANGED = 'Changed';

export const MISSING = {
  notRecorded: 'Not recorded',
  unreadable: 'Could not be read',
  none: 'None',
  noneWithoutDate: ', stated without a date',
  partUnreadable: 'Part of this could not be read',
  contradicts: 'The text and the entries of this section differ',
  contradictsBelow: 'Text and entries differ, see below',
  onlyInText: 'Nothing is coded here. Read the author’s own text.',
  onlyInTextBelow: 'Only in the author’s own text below',
  hidden: 'Hidden',
  hiddenByRole: 'Your role does not show this section. Ask the nurse in charge or the GP.',
  number: 'Number not recorded',
  dose: 'Dose not recorded',
  reaction: 'Reaction not recorded',
  status: 'Status not recorded',
} as const;

export const OWN_TEXT = 'The author’s own text';

/** Above what the entries of an unknown section say beside its text. */
export const AS_CODED = 'As coded';

export const ADVANCE_DECISIONS = {
  refusals: 'Advance decision to refuse treatment',
  ifValid: 'Legally binding if valid and it applies.',
  proxies: 'Legal proxy',
  notUse: 'This says whether there is such a power, not whether it has been used.',
  capacity: 'Mental capacity',
  involved: 'Involved',
} as const;

export const ACCESS = { label: 'Getting in', says: (words: string) => `Getting in: ${words}` } as const;

type Interpreter = NonNullable<PlanPatient['language']>['interpreter'];

export const LANGUAGE = {
  label: 'Language',
  speaks: (name: string, interpreter: Interpreter) => `Speaks ${name}, ${LANGUAGE.interpreter[interpreter]}`,
  interpreter: {
    needed: 'interpreter needed',
    notNeeded: 'no interpreter needed',
    notRecorded: 'need for an interpreter not recorded',
  } satisfies Record<Interpreter, string>,
};

/** Beside a fact of the newest plan, where another current plan holds something else. */
export const OTHER_PLAN_DIFFERS = 'Another current plan says something else';

export const LEVEL: Record<'comfort' | 'home' | 'hospital' | 'intensive', readonly [string, string]> = {
  comfort: ['Comfort', 'symptomatic treatment only'],
  home: ['Home/Hospice', 'treatment of reversible conditions as appropriate'],
  hospital: ['Hospital', 'treatment of reversible conditions as appropriate'],
  intensive: ['Intensive', 'full active treatment'],
};

export const ALLERGIES = {
  recorded: 'Known allergies',
  statedNone: 'No known allergies',
  notRecorded: 'Allergies not recorded',
  unreadable: 'Allergies unavailable',
  hidden: 'Allergies unavailable',
} as const;
/** Where the document speaks of allergies in a section Planside does not know. */
export const allergiesIn = (title: string): string => `Read the section “${title}”.`;

export const BUTTON = {
  retry: 'Try again',
  switchRole: 'Switch role',
  lock: 'Lock',
  signOut: 'Sign out',
  fold: 'Fold Planside to the edge',
} as const;

/** In the foot: whose session this is, or nobody’s. */
export const SIGNED_IN = { nobody: 'Nobody is signed in', withoutRole: 'no role chosen' } as const;

export const helpdesk = (code: string): string => `For the helpdesk: ${code}`;
