/** The privacy notice: the page of the extension and docs/privacy.md are both made of it. True of the code, sentence by sentence. */
export const PRIVACY = {
  title: 'Privacy notice',
  intro: 'What Planside does with information about patients, and about you.',
  parts: [
    {
      id: 'who',
      heading: 'Who answers for it',
      says: [
        'The organisation that gives you Planside decides what it is used for, and is the controller of what it handles. Its data protection officer answers questions about this notice and about anybody’s rights.',
        'Whoever runs the plan service answers for what is held there, and has a notice of their own.',
        'Those who make Planside get nothing. It has no advertising and no telemetry, and reports nothing about its use or its faults to anybody by itself.',
      ],
    },
    {
      id: 'reads',
      heading: 'What it reads',
      says: [
        'Pages of the clinical systems that are switched on, and of these only who is open: NHS number, name and date of birth. It looks through the text of a page to find them, and takes nothing else of it.',
        'On every other page nothing, except text that you have selected and for which you choose “Find this person’s plan”. Only a valid NHS number in it is used. If you press Planside’s button there, it is told which site that is.',
        'The NHS number and date of birth that you type to find a person.',
        'The plan that the plan service sends, and your name and roles, which it sends when you sign in.',
        'Whether anybody is using this computer and whether it is locked, so that Planside can lock itself.',
        'Where your organisation names a hub that tells programs who is open (FHIRcast): what the hub says.',
        'While somebody teaches Planside to read a system: what the pages of that system show. It is in memory only, until the window for that is closed, and goes nowhere.',
      ],
    },
    {
      id: 'sends',
      heading: 'Where it goes',
      says: [
        'The NHS number goes to the plan service that is set, over an encrypted connection, and to nobody else. The name and date of birth on the page are compared with the plan on this computer, and are not sent.',
        'When you look at a plan or a list of residents, copy or print from it, confirm a date of birth or give a reason, the plan service is told who did what and when, in which role and organisation, and about whom.',
        'Where your organisation publishes rules for reading its systems, Planside fetches them. Nothing about you or a patient goes with that.',
        'A hub, where your organisation names one, hears that Planside listens and that you are signed in. Nothing about a patient goes to it.',
        'In Chrome and Edge the browser itself remembers what is typed into the address bar, after the word “plan” too. To find a person, use Planside’s own page if you do not want that.',
      ],
    },
    {
      id: 'keeps',
      heading: 'What stays on this computer',
      says: [
        'In memory only: who is signed in, and the plan on the screen. Both are gone when you sign out, when Planside locks and when the browser is closed.',
        'Until the plan service has them: records of what you did, as above, sealed so that only the plan service can open them.',
        'Fingerprints of plans you looked at, so that changes since then can be marked. Neither a person nor a plan can be read from them. They are forgotten after half a year without a look.',
        'Settings, your organisation’s too, the rules for reading systems, a random number that tells this installation from others, and where the sidebar stands in each system.',
        'Only where your settings allow it: copies of plans for 12 hours at most, encrypted, for times when the plan service cannot be asked. Their key is in memory only, and is gone when you sign out, when Planside locks and when the browser is closed.',
      ],
    },
    {
      id: 'takes',
      heading: 'What you take out of it',
      says: [
        'What you copy is on the clipboard of this computer, what you print is on paper, and a file you save is where you put it. All of these are out of its reach.',
      ],
    },
  ],
};

export type PrivacyWords = typeof PRIVACY;
