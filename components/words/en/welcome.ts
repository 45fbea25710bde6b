/** The page that opens once, when Planside has just been installed. */
export const WELCOME = {
  title: 'How Planside works',
  intro: 'Planside shows a person’s urgent care plan beside their record.',
  managed: 'Set by your organisation.',

  reads: {
    heading: 'What it reads',
    says: 'Only pages of the systems listed here, and there only who is open: NHS number, name and date of birth.',
    none: 'No system is listed yet, so Planside reads nothing.',
    selected: 'What you select on a page is read only when you choose “Find this person’s plan” from its menu.',
    state: { enabled: 'switched on', permissionNeeded: 'not complete', off: 'off' },
  },
  asks: {
    heading: 'Whom it asks',
    service: (name: string) => `It sends the NHS number to ${name}, and to nobody else.`,
    none: 'No plan service is set up yet, so nothing is sent to anybody.',
    recorded: 'Each time you look at a plan, the plan service is told that you did.',
  },
  never: {
    heading: 'What it never does',
    writes: 'It writes nothing into the record, and nothing into the plan.',
    guesses: 'It does not guess who is open. If it is not sure, it shows no plan.',
    keeps: 'It keeps no plan on this computer.',
    copies: 'It keeps copies of plans for one shift at most, encrypted, because that is switched on in its settings.',
  },
  start: {
    heading: 'How to start',
    switchOn: 'Switch it on for your record system: open the settings, add its web address, and press Allow.',
    allow: 'Your organisation has listed the systems. If one is off, open the settings and press Allow beside it.',
    open: 'Open a patient in that system. Planside appears beside the record.',
    signIn: (service: string) => `Press Sign in. A window of ${service} opens; afterwards you are back at the patient.`,
    theService: 'the plan service',
    pin: {
      chromium:
        'Keep its button in sight: press the jigsaw piece at the top of the browser, then the pin beside Planside.',
      firefox:
        'Keep its button in sight: press the jigsaw piece at the top of the browser, then the cog beside Planside, then Pin to Toolbar.',
    },
    toOptions: 'Open the settings',
  },
  help: {
    heading: 'If something is wrong',
    says: 'The helpdesk can see from here what is missing:',
    toHealth: 'Health check',
  },
};

export type WelcomeWords = typeof WELCOME;
