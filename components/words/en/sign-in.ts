import type { SignInFailure } from '../../../utils/view/view.ts';

/** The way in, and who came through it. */
export const SIGN_IN = {
  button: 'Sign in',
  hint: {
    patient: 'Opens in a new window. You come back to the patient on this page.',
    search: 'Opens in a new window. You come back to this page, and its fields are empty.',
  },
  failed: {
    stopped: () => 'You stopped signing in. If its window is still open, close it.',
    cancelled: () => 'The window was closed before you were signed in.',
    windowOpen: (service: string) => `A window of ${service} is still open. Close it, then sign in again.`,
    serviceDown: (service: string) => `${service} is not working, so you are not signed in.`,
    refused: (service: string) => `${service} did not let you in.`,
    insecure: (service: string) => `The way to ${service} is not safe, so Planside stopped.`,
  } satisfies Record<SignInFailure['why'], (service: string) => string>,
  nobody: 'Nobody is signed in',
  withoutRole: 'no role chosen',
};
