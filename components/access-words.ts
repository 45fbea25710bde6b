import type { AccessReason, LockCause } from '../utils/view/view.ts';
import { capitalised, NOT_LOOKED, SAYS_NOTHING } from './words.ts';

/** The sentences of lock, role and reason. The rules of `words.ts` hold here too. */

export const LOCKED = {
  heading: 'Planside is locked',
  /** Why, before what it means; `null`: whoever asked for it knows. */
  because: {
    idle: 'Nobody used this computer for some time.',
    asleep: 'This computer was asleep.',
    computerLocked: 'This computer was locked.',
    shiftOver: 'You have been signed in for 12 hours.',
    clockSetBack: 'The clock of this computer was set back.',
    asked: null,
  } satisfies Record<LockCause, string | null>,
  says: NOT_LOOKED,
} as const;

/** Said once and never counted down: a number that changes would be read out again and again. */
export const LOCKS_SOON = {
  heading: 'Locks in 60 seconds',
  says: (cause: LockCause) =>
    cause === 'shiftOver'
      ? 'You have been signed in for 12 hours. Sign in again to go on.'
      : 'Move the mouse or press a key to stay signed in.',
} as const;

export const ROLE_NEEDED = {
  heading: 'Choose your role',
  says: NOT_LOOKED,
  hint: 'You can switch at any time, at the foot of Planside.',
  /** A sign-in service may leave the name of a role out. */
  unnamed: 'Role without a name',
} as const;

export const REASON_NEEDED = {
  verdict: 'A reason is needed first',
  order: (service: string) => `${service} asks for a reason before it shows anything about this person.`,
  about: SAYS_NOTHING,
} as const;

/** `hint`: what it means; `note`: what to write. `null`: no more is to be said. */
type Reason = { readonly label: string; readonly hint: string | null; readonly note: string | null };

const WHICH = 'Which one, and why';

/** The reasons, in the order they are offered. */
export const REASONS: Readonly<Record<AccessReason, Reason>> = {
  permission: { label: 'The person has agreed', hint: 'Or somebody who may decide for them', note: null },
  emergency: {
    label: 'Emergency',
    hint: 'They cannot be asked, and waiting could harm them',
    note: 'What has happened, and why they cannot be asked',
  },
  publicInterest: { label: 'Public interest', hint: null, note: WHICH },
  statute: { label: 'The law requires it', hint: null, note: WHICH },
  courtOrder: { label: 'Court order', hint: null, note: WHICH },
};

export const REASON = {
  legend: 'Why do you need to see it?',
  note: 'Add a note',
  noteIfMore: 'Add a note, if there is more to say',
  nothingClinical: 'Do not write clinical details.',
  button: 'Send reason and show the plan',
  alertButton: 'Show the plan and alert',
  toldAtOnce: (alerts: string | null) => `${capitalised(alerts ?? 'the privacy officer')} is told at once`,
  opensOnly: 'Opens this person’s plan only, and only until another patient is opened.',
  sending: (service: string) => `Sending your reason to ${service}…`,
  failed: (service: string) => `${service} has not confirmed your reason, so nothing is shown.`,
} as const;

export const REASON_WRONG = {
  noReason: () => 'Choose a reason.',
  noWords: () => 'Add a note: it goes to whoever checks this access.',
  tooLong: (length: number, most: number) => `Shorten the note to ${most} characters. It has ${length}.`,
} as const;
