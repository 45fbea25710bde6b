const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The page on which the helpdesk sees how Planside is on one computer. */
export const HEALTH = {
  title: 'Planside health check',
  intro: 'For the helpdesk. Nothing here says who a patient is, who is signed in, or what a plan says.',
  copy: 'Copy all as text',
  copied: 'Copied.',
  notCopied: 'The browser did not let Planside copy. Select the text of this page instead.',
  check: 'Check the plan service now',
  checking: 'Checking. It takes up to 8 seconds.',
  checked: 'Checked.',
  checkHint: 'Until you press this button, nothing is sent. The plan service is then asked what anybody may ask it.',
  toOptions: 'Settings',

  versions: { heading: 'Versions', planside: 'Planside', browser: 'Browser', build: 'Build' },
  settings: {
    heading: 'Settings',
    policy: 'Set by the organisation',
    none: 'nothing',
    own: 'Set here',
    good: 'can be read',
    broken: (code: string, places: string) => (places === '' ? code : `${code}, at ${places}`),
  },
  service: {
    heading: 'Plan service',
    notSet: 'none is set up',
    discovery: 'Where to sign in',
    capability: 'What it can do',
    signInKeys: 'Keys for sign-in',
    auditKeys: 'Keys for audit events',
    clock: 'Clock of this computer',
    notChecked: 'not checked yet',
    answered: (ms: number) => `answered in ${ms} ms`,
    failed: (code: string) => `failed: ${code}`,
    notAsked: 'not asked, or not offered',
    noTime: 'the service named no time',
    ahead: (seconds: number) => `${counted(seconds, 'second')} ahead`,
    behind: (seconds: number) => `${counted(seconds, 'second')} behind`,
    right: 'right',
    checkedAt: 'Checked at',
  },
  sites: {
    heading: 'Addresses and permissions',
    granted: 'allowed',
    missing: 'permission missing',
    none: 'no clinical system is listed',
    adapter: (id: string) => `adapter ${id}, in order`,
    standard: 'standard reading',
  },
  session: {
    heading: 'Sign-in',
    now: 'State',
    since: (when: string) => `since ${when}`,
    unknown: 'not known: Planside has not run since the browser was started',
    states: {
      signedOut: 'nobody is signed in',
      signingIn: 'somebody is signing in',
      locked: 'locked',
      roleNeeded: 'signed in, no role chosen',
      signedIn: 'signed in',
    } as Readonly<Record<string, string>>,
  },
  audit: {
    heading: 'Audit events',
    waiting: 'Waiting to be delivered',
    unreadable: 'cannot be read',
    noneOlder: (hours: number) =>
      hours < 1 ? 'none older than an hour' : `none older than ${counted(hours + 1, 'hour')}`,
  },
  faults: { heading: 'Last problems shown', none: 'none since the browser was started' },
  dropped: { heading: 'Messages turned away', none: 'none since the browser was started' },
};

export type HealthWords = typeof HEALTH;
