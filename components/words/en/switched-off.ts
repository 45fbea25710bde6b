import type { View } from '../../../utils/view/view.ts';

type Reason = NonNullable<Extract<View, { kind: 'switchedOff' }>['reason']>;

/** The organisation has switched off the reading of this record system. */
export const SWITCHED_OFF = {
  heading: (system: string) => `Switched off for ${system}`,
  says: 'Your organisation has stopped Planside reading this record system until further notice.',
  /** In the organisation’s own words, or by its code. */
  reason: (reason: Reason) => ('code' in reason ? `Reason: ${reason.code}` : reason.en),
  find: 'A plan can still be found by NHS number and date of birth.',
  button: 'Find a plan',
  about: 'This says nothing about whether there is a plan.',
};
