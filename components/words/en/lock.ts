import type { LockCause } from '../../../utils/view/view.ts';

/** Planside has locked itself, or is about to. */
export const LOCK = {
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
  says: 'Planside has not looked for a plan, so this says nothing about whether there is one.',
  /** Said once and never counted down: a number that changes would be read out again and again. */
  soon: 'Locks in 60 seconds',
  soonSays: (cause: LockCause): string =>
    cause === 'shiftOver'
      ? 'You have been signed in for 12 hours. Sign in again to go on.'
      : 'Move the mouse or press a key to stay signed in.',
};
