import type { NotHere, SignInFailure, UnreadableCause } from '../../../utils/view/view.ts';
import { BAKER, GREEN, onPage } from './people.ts';
import { GRACE, LONG_SESSION, NOW, SAM, SERVICE, type Story, story, WAITED_A_SECOND, WAITED_LONG } from './story.ts';

const UNREADABLE: readonly UnreadableCause[] = [
  'pageChanged',
  'declarationDiffers',
  'declarationUnreadable',
  'nhsNumberInvalid',
  'birthDateUnreadable',
  'incomplete',
  'tooMuch',
  'frameNotEnabled',
];
const FAILURES: readonly SignInFailure[] = [
  { why: 'cancelled', code: null },
  { why: 'stopped', code: null },
  { why: 'windowOpen', code: 'SIGN-IN-WINDOW' },
  { why: 'serviceDown', code: 'SIGN-IN-DOWN' },
  { why: 'refused', code: 'SIGN-IN-DENIED' },
  { why: 'insecure', code: 'SIGN-IN-ORIGIN' },
];

const HOST = 'record.example.org';
const LONG_HOST = 'clinical-record.integrated-urgent-emergency-care.llanfairpwllgwyngyll.example.org';
const asked = (host: string) => ({ host, origin: `https://${host}`, asks: [`https://${host}/*`] });
const NOT_HERE: readonly (readonly [id: string, because: NotHere])[] = [
  ['', { is: 'unknown' }],
  ['-not-enabled', { is: 'notEnabled', ...asked(HOST) }],
  ['-long', { is: 'notEnabled', ...asked(LONG_HOST) }],
  ['-not-listed', { is: 'notListed', host: HOST }],
  ['-not-https', { is: 'notHttps', host: HOST }],
  ['-browser-page', { is: 'browserPage' }],
  ['-page-only', { is: 'pageOnly' }],
  ['-covered', { is: 'covered' }],
  ['-covered-alone', { is: 'coveredAlone' }],
];

/** Nobody open, nobody clear, nobody signed in. */
export const STOP_STORIES: readonly Story[] = [
  story('no-patient', 'No patient open', { kind: 'noPatient', signedInAs: SAM }),
  story('no-patient-nobody', 'No patient open, nobody signed in', { kind: 'noPatient', signedInAs: null }),
  story('unsettled', 'The page is between two patients', { kind: 'unsettled', signedInAs: SAM }),
  story('unread-part', 'A part of the page cannot be read', {
    kind: 'noPatient',
    signedInAs: SAM,
    unread: ['viewer.imaging.example.org'],
  }),
  story('unread-parts', 'Parts of the page cannot be read, with long addresses', {
    kind: 'several',
    signedInAs: SAM,
    unread: ['documents-and-correspondence.integrated-care-record.example.org', 'maps.example.org'],
  }),
  story('unread-closed-off', 'A part of the page is closed off', {
    kind: 'unreadable',
    cause: 'frameNotEnabled',
    signedInAs: SAM,
    unread: [''],
  }),
  story('several', 'Several patients on the page', { kind: 'several', signedInAs: LONG_SESSION }),
  ...UNREADABLE.map((cause) =>
    story(`unreadable-${cause}`, `The page cannot be read: ${cause}`, { kind: 'unreadable', cause, signedInAs: SAM }),
  ),
  story('unreadable-teach', 'The page cannot be read, and the person at the screen may teach it', {
    kind: 'unreadable',
    cause: 'pageChanged',
    teach: 'example-record',
    signedInAs: SAM,
  }),
  story('birth-date-needed', 'The page shows no date of birth', {
    kind: 'birthDateNeeded',
    page: GREEN,
    confirming: null,
    signedInAs: GRACE,
  }),
  story('birth-date-needed-no-name', 'The page shows no name', {
    kind: 'birthDateNeeded',
    page: { ...onPage(BAKER), familyName: null, givenNames: '' },
    confirming: null,
    signedInAs: GRACE,
  }),
  story('birth-date-confirming', 'The date of birth is being put on record, for long', {
    kind: 'birthDateNeeded',
    page: GREEN,
    confirming: { since: NOW - 5_000, until: NOW + 100 },
    signedInAs: GRACE,
  }),
  story('not-configured', 'No plan service is set up', { kind: 'notConfigured' }),
  story('signed-out', 'Signed out', { kind: 'signedOut', service: SERVICE, failed: null }),
  ...FAILURES.map((failed) =>
    story(`signed-out-${failed.why}`, `Signing in failed: ${failed.why}`, {
      kind: 'signedOut',
      service: SERVICE,
      failed,
    }),
  ),
  story('hidden', 'Hidden from whoever passes by', { kind: 'hidden' }),
  ...NOT_HERE.map(([id, because]) =>
    story(`not-here${id}`, `Planside is not active beside this page: ${because.is}`, {
      kind: 'notHere',
      because,
      signedInAs: SAM,
    }),
  ),
  story('switched-off', 'The organisation has switched off this record system', {
    kind: 'switchedOff',
    system: 'Meadow GP record',
    reason: {
      en: 'After last night’s update names were read from the wrong place. We expect it back on Monday.',
      cy: 'Ar ôl diweddariad neithiwr roedd enwau’n cael eu darllen o’r lle anghywir. Disgwyliwn ef yn ôl ddydd Llun.',
    },
    signedInAs: SAM,
  }),
  story('switched-off-code', 'The same with a code, and nobody signed in', {
    kind: 'switchedOff',
    system: 'Integrated Urgent and Emergency Care Consultation Record 2',
    reason: { code: 'EPR-UPDATE-2026-11' },
    signedInAs: null,
  }),
  story('switched-off-unsaid', 'The same, and nobody has said why', {
    kind: 'switchedOff',
    system: 'Meadow GP record',
    reason: null,
    signedInAs: LONG_SESSION,
  }),
  story('signing-in', 'Signing in', { kind: 'signingIn', service: SERVICE, doing: 'window', since: NOW - 1_000 }),
  story('signing-in-late', 'Signing in, with the window open for long', {
    kind: 'signingIn',
    service: SERVICE,
    doing: 'window',
    since: NOW - 60_000,
  }),
  story('signing-in-ending', 'Signing in, while the session before is being ended', {
    kind: 'signingIn',
    service: SERVICE,
    doing: 'ending',
    ...WAITED_LONG,
  }),
  story('signing-in-asking', 'Signing in, and no answer yet', {
    kind: 'signingIn',
    service: SERVICE,
    doing: 'asking',
    ...WAITED_LONG,
  }),
  story('signing-in-redeeming', 'Signing in, the window has closed', {
    kind: 'signingIn',
    service: SERVICE,
    doing: 'redeeming',
    ...WAITED_A_SECOND,
  }),
];
