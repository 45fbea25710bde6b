/** Verbs. */
export const BUTTON = {
  retry: 'Try again',
  askAgain: 'Ask again',
  hideNow: 'Hide now',
  showAgain: 'Show again',
  find: 'Find',
  switchRole: 'Switch role',
  lock: 'Lock',
  signOut: 'Sign out',
  fold: 'Fold Planside to the edge',
};

/** Read out on the telephone. */
export const HELPDESK = { code: (code: string) => `For the helpdesk: ${code}`, health: 'Open the health check' };
