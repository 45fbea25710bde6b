import type { Doing, SigningIn } from '../../../utils/view/view.ts';

/** What is said to whoever waits. What has not been compared and put on record yet is not spoken of: is there a plan? */

/** How much longer at most, to whoever waits long; `null`: for as long as the window of the sign-in service is open. */
export const WAIT = {
  left(seconds: number | null): string {
    if (seconds === null) return 'Planside waits for as long as that window is open.';
    return seconds > 0 ? `Planside will try for another ${seconds} seconds.` : 'Planside will stop in a moment.';
  },
};

type Says = (service: string) => string;

export const LOOKING = {
  heading: 'Looking for a plan…',
  says: {
    asking: (service) => `Asking ${service}. No answer yet.`,
    fetching: (service) => `${service} has answered. Fetching the rest.`,
    recording: () => 'Putting on record that you look.',
  } satisfies Record<Doing, Says>,
  still: {
    asking: (service) => `Still asking ${service}.`,
    fetching: (service) => `${service} has answered. Still fetching the rest.`,
    recording: () => 'Still putting on record that you look.',
  } satisfies Record<Doing, Says>,
  stop: 'Stop asking',
  heard: (name: string) => `Looking for a plan for ${name}.`,
  stillHeard: (name: string) => `Still looking for a plan for ${name}.`,
};

export const SIGNING_IN = {
  heading: (service: string) => `Signing in to ${service}`,
  says: {
    ending: () => 'Ending the session before. The window for signing in opens after that.',
    asking: (service) => `Asking ${service} where to sign in.`,
    window: () => 'The window for signing in is open. If you cannot see it, look behind this one.',
    redeeming: (service) => `Waiting for ${service} to let you in.`,
  } satisfies Record<SigningIn['doing'], Says>,
  stop: 'Stop signing in',
};

export const SENDING_REASON = {
  says: (service: string) => `Sending your reason to ${service}…`,
  still: (service: string) => `Still waiting for ${service} to confirm your reason. It cannot be taken back.`,
  stop: 'Stop waiting',
};

export const CONFIRMING = {
  says: 'Putting on record that you confirm the date of birth.',
  stop: 'Stop waiting',
};
