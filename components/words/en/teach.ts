/** The page on which Planside is taught to read a clinical system. */
export const TEACH = {
  title: (system: string) => `Teach Planside ${system}`,
  intro:
    'Show where a patient’s details stand. Nothing of the patient is kept, and nothing leaves this computer until you export it.',
  exportOnly: {
    managed:
      'Your organisation sets this system, so nothing is saved here. Export the adapter and send it to those who look after Planside.',
    pack: 'This system is read by an adapter from your organisation’s pack, whatever is taught here, so nothing is saved. Export the adapter and send it to those who make the pack.',
    switchedOff:
      'Your organisation has switched off the reading of this system, so nothing is saved here. Export the adapter and send it to those who look after Planside.',
  },
  hidden: {
    heading: 'Hidden',
    says: 'The lesson goes on where it was.',
    show: 'Show again',
  },
  noSystem: 'This system is no longer in the settings.',
  tab: {
    noTab: 'Open this system in a tab, with one patient’s record. This page finds it by itself.',
    notAllowed: 'Planside may not read this system yet. Allow it on the settings page first.',
    tooLarge: 'This page is too large to be taught from. Open another page of the system.',
  },
  toOptions: 'Back to settings',

  steps: { number: 'NHS number', date: 'Date of birth', name: 'Name', look: 'What is read' },
  stepOf: (step: number, all: number) => `Step ${step} of ${all}`,
  asks: {
    number: 'Which is the patient’s NHS number?',
    date: 'Which is their date of birth?',
    name: 'Which is their name?',
    family: 'Point at the family name',
    given: 'Now point at the first names',
    list: 'What marks this page as one without an open record?',
  },
  found: 'Found on the page. Each is shown there while it has the focus.',
  noneFound: 'None found on the page. Point at it instead.',
  point: 'Point at it in the page',
  stopPointing: 'Stop pointing',
  pointing: 'Press it in the page; or go to it there with the arrow keys, then press Enter. Escape ends this.',
  missed: {
    number: 'There is no valid NHS number there.',
    date: 'There is no full date there, or it is in another part of the page than the number.',
    name: 'That cannot be a name, or it is in another part of the page than the number.',
    family: 'That cannot be a family name.',
    given: 'Those cannot be first names.',
    list: 'An open record shows that as well, or it has no name that stays.',
  },
  apart: 'The name stands in two places',
  again: 'Begin again with the number',
  back: 'Back',

  reads: {
    heading: 'Planside now reads',
    number: 'NHS number',
    born: 'Born',
    noBirthDate: 'No date of birth',
    nobody: 'Nobody is open.',
    several: 'More than one patient.',
    loading: 'The page is loading.',
    unreadable: {
      pageChanged: 'The page is not as it was taught.',
      nhsNumberInvalid: 'The NHS number fails its check.',
      birthDateUnreadable: 'The date of birth cannot be read.',
      incomplete: 'A part of the identity is missing.',
      other: 'The page cannot be read.',
    },
  },
  notFound: {
    region:
      'Nothing around these places has a name that stays. Point at other places, or ask the supplier of the system.',
    nhsNumber: 'The place of the NHS number has no name that stays. Point at another place where it stands.',
    birthDate: 'The place of the date of birth has no name that stays. Point at another place where it stands.',
    name: 'The place of the name has no name that stays. Point at another place where it stands.',
  },
  warnings: {
    heading: 'Look again',
    standardDiffers:
      'Without this adapter Planside reads somebody else here, or another name. Make sure that what stands above is right.',
    refused: 'Planside does not show plans here: this looks like a list, a dialog, or a step before a record opens.',
    severalPlaces: 'What was taught stands on this page more than once.',
    otherNumber: 'Another NHS number stands close by. Make sure that the one above is the patient’s own.',
    dateOrder:
      'Every date so far could be read with the month first. Planside reads the day first. Open a patient born after the 12th of a month.',
  },
  right: 'This is right',
  nobody: 'Nobody is open here',
  list: 'Nobody is open, show what marks this page',
  wrong: 'This is wrong, point again',
  next: 'Open another page of the system, then say what is open there.',

  judged: {
    heading: 'Pages so far',
    none: 'None yet.',
    nobody: 'Nobody open',
    right: 'read rightly',
    wrong: 'read wrongly',
    wrongNobody: 'wrong, somebody is read here',
    forget: 'Forget this page',
    redact: 'Export without its words',
  },
  missing: {
    patients: 'Two different patients',
    nobody: 'One page on which nobody is open, such as a list or the log-in',
    rightPages: 'Every page read rightly: point again, or forget the page that is not',
  },
  finish: {
    heading: 'Finish',
    needed: 'Still needed:',
    save: 'Save on this computer',
    export: 'Export adapter',
    redactHint:
      'An exported page has the structure of the page and none of its words: a test case for those who look after Planside. Look at it before you send it.',
  },
  outcome: {
    saved: 'Saved. Planside reads this system by it from now on.',
    notSaved: 'Not saved: the settings have changed meanwhile.',
    exported: (file: string) => `Exported as ${file}.`,
  },
};
