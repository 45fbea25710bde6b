import type { LockCause, View } from '../../../utils/view/view.ts';
import { BAKER, LONG_NAME, onPage } from './people.ts';
import { showing } from './plan-stories.ts';
import { FULL_PLAN } from './plans.ts';
import { GRACE, LONG_SESSION, NOW, SAM, SERVICE, type Story, story, WAITED_A_SECOND, WAITED_LONG } from './story.ts';

const LOCKS: Record<LockCause, string> = {
  idle: 'nobody was there',
  asleep: 'the computer slept',
  computerLocked: 'the computer was locked',
  shiftOver: 'a shift is over',
  clockSetBack: 'the clock was set back',
  asked: 'somebody asked for it',
};

/** The keys of a record that must be complete: a new cause is a new story. */
function lockCauses(): readonly (readonly [LockCause, string])[] {
  return Object.entries(LOCKS) as [LockCause, string][];
}

const LOCK_STORIES: readonly Story[] = [
  ...lockCauses().map(([cause, title]) =>
    story(`locked-${cause}`, `Locked: ${title}`, { kind: 'locked', service: SERVICE, cause, failed: null }),
  ),
  story('locked-failed', 'Locked, and signing in was refused', {
    kind: 'locked',
    service: SERVICE,
    cause: 'idle',
    failed: { why: 'refused', code: 'SIGN-IN-DENIED' },
  }),
];

const SOON_IDLE = { at: NOW + 60_000, cause: 'idle' } as const;
const SOON_SHIFT = { at: NOW + 60_000, cause: 'shiftOver' } as const;

const ASKED = { page: onPage(BAKER), service: SERVICE, signedInAs: SAM } as const;

const SOON_STORIES: readonly Story[] = [
  story('locks-soon', 'A plan, about to lock', showing(FULL_PLAN, { locksSoon: SOON_IDLE })),
  story(
    'locks-soon-shift-over',
    'A plan, and the shift is nearly over',
    showing(FULL_PLAN, { locksSoon: SOON_SHIFT, signedInAs: LONG_SESSION }),
  ),
  story('locks-soon-no-patient', 'Nobody open, about to lock', {
    kind: 'noPatient',
    signedInAs: SAM,
    locksSoon: SOON_IDLE,
  }),
  story('locks-soon-could-not-check', 'Could not check, about to lock, part of the page unread', {
    kind: 'couldNotCheck',
    ...ASKED,
    cause: 'offline',
    code: 'PLN-OFFLINE',
    triedAt: NOW,
    tries: 1,
    locksSoon: SOON_IDLE,
    unread: ['viewer.imaging.example.org'],
  }),
];

const LONG_ROLES = [
  { role: LONG_SESSION.role, organisation: LONG_SESSION.organisation },
  {
    role: 'Registered nurse with responsibility for end-of-life care coordination',
    organisation: 'The Willows Residential and Nursing Home for Retired Seafarers, Llanfairpwllgwyngyllgogerychwyrn',
  },
  { role: 'General Medical Practitioner (partner)', organisation: 'Example Lane Surgery and Health Centre' },
];

const ROLE_STORIES: readonly Story[] = [
  story('role-needed', 'A role to choose', {
    kind: 'roleNeeded',
    name: 'Nora Quinn',
    roles: [
      { role: 'Nurse', organisation: 'Willow House' },
      { role: 'Out-of-hours clinician', organisation: 'Example Urgent Care' },
    ],
  }),
  story('role-needed-long', 'Three long roles', { kind: 'roleNeeded', name: LONG_SESSION.name, roles: LONG_ROLES }),
  story('role-needed-unnamed', 'A role and an organisation without a name', {
    kind: 'roleNeeded',
    name: 'Nora Quinn',
    roles: [
      { role: 'Nurse', organisation: '' },
      { role: '', organisation: 'X26' },
    ],
  }),
  story('role-switch', 'Nobody open; the role can be switched', {
    kind: 'noPatient',
    signedInAs: { name: 'Nora Quinn', role: 'Nurse', organisation: 'Willow House', canSwitch: true },
  }),
];

type ReasonView = Extract<View, { kind: 'reasonNeeded' }>;

const OFFICER = 'the privacy officer of Example Lane Surgery';

function reason(more: Partial<ReasonView> = {}): View {
  return { kind: 'reasonNeeded', ...ASKED, alerts: OFFICER, sending: 'no', ...more };
}

const EMERGENCY = ['#reason-emergency'] as const;
const SEND = '[data-command="giveReason"]';

const REASON_STORIES: readonly Story[] = [
  story('reason-needed', 'A reason is needed first', reason()),
  {
    ...story('reason-permission', 'A reason: the person has agreed', reason({ signedInAs: GRACE })),
    presses: ['#reason-permission'],
  },
  { ...story('reason-law', 'A reason: the law requires it', reason()), presses: ['#reason-statute'] },
  { ...story('reason-emergency', 'An emergency: who is told', reason()), presses: EMERGENCY },
  {
    ...story(
      'reason-emergency-nobody-named',
      'An emergency: the service does not say who is told',
      reason({ alerts: null }),
    ),
    presses: EMERGENCY,
  },
  {
    ...story(
      'reason-emergency-long',
      'An emergency, with long names',
      reason({
        page: onPage(LONG_NAME),
        alerts:
          'the Caldicott guardian and the information governance duty manager of Example Integrated Urgent Care and Community Services',
        signedInAs: LONG_SESSION,
      }),
    ),
    presses: EMERGENCY,
  },
  { ...story('reason-none-chosen', 'Sent without a reason', reason()), presses: [SEND] },
  { ...story('reason-no-note', 'Sent without a note', reason()), presses: [...EMERGENCY, SEND] },
  { ...story('reason-sending', 'The reason is on its way', reason({ sending: WAITED_A_SECOND })), presses: EMERGENCY },
  {
    ...story('reason-sending-late', 'The reason is on its way, for long', reason({ sending: WAITED_LONG })),
    presses: EMERGENCY,
  },
  {
    ...story('reason-failed', 'The reason has not been confirmed', reason({ sending: { failed: 'AUD-LATER' } })),
    presses: EMERGENCY,
  },
];

/** What a person sees of session and access: lock, role, reason. */
export const ACCESS_STORIES: readonly Story[] = [
  ...LOCK_STORIES,
  ...SOON_STORIES,
  ...ROLE_STORIES,
  ...REASON_STORIES,
  story(
    'plan-emergency-access',
    'A plan, opened in an emergency',
    showing(FULL_PLAN, { notices: [{ kind: 'emergencyAccess', alerted: OFFICER }] }),
  ),
  story(
    'plan-emergency-access-nobody-named',
    'A plan, opened in an emergency; the service does not say who was told',
    showing(FULL_PLAN, { notices: [{ kind: 'emergencyAccess', alerted: null }] }),
  ),
];
