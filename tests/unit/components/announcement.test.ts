import { expect, test } from 'vitest';
import { announce } from '../../../components/announcement.ts';
import { stories } from '../../sandbox/stories/stories.ts';
import { wordsIn } from '../../words-in.ts';

function said(id: string): { status: string; alert: string } {
  const story = stories.find((one) => one.id === id);
  if (!story) throw new Error(`No such story: ${id}`);
  return announce(story.view, story.now, wordsIn('en'));
}

test.each([
  ['looking', 'Looking for a plan for BAKER, Thomas.'],
  ['plan', 'Plan for REED, Margaret. Not for CPR. Reviewed 3 June 2026.'],
  ['plan-overdue', 'Plan for MORGAN, Elsie. Not for CPR. Reviewed 20 December 2025. Review overdue by 5 months.'],
  ['plan-empty', 'Plan for EVANS, Gwilym. CPR decision not recorded. Date of review not recorded.'],
  ['plan-cpr-in-words-only', 'Plan for REED, Margaret. CPR in words only. Reviewed 3 June 2026.'],
  [
    'plan-changed',
    'Plan for REED, Margaret. Not for CPR. Reviewed 3 June 2026. Changed since you last looked on 12 November 2026.',
  ],
  ['plan-died', 'Plan for FARRELL, Joan. This person has died.'],
  [
    'no-plan',
    'No plan found for BAKER, Thomas. This does not mean “for CPR”. A plan may be on paper or in another service.',
  ],
  [
    'only-draft',
    'No current plan for BAKER, Thomas. Only a draft exists, not yet approved. This does not mean “for CPR”.',
  ],
  ['no-patient', 'No patient open.'],
  ['unread-part', 'No patient open. Part of this page can’t be read.'],
  ['signed-out', 'Sign in to see plans.'],
  ['looking-no-name', 'Looking for a plan for this person.'],
  ['unsettled', ''],
  ['locked-idle', 'Planside is locked. Nobody used this computer for some time.'],
  ['locked-asked', 'Planside is locked.'],
  ['role-needed', 'Choose your role.'],
  ['reason-needed', 'A reason is needed first.'],
  ['reason-sending', 'Sending your reason to Example Plan Service…'],
  [
    'saved-forCpr',
    'Plan for REED, Margaret. For CPR, as of 11:22. It may have changed since. Check before relying on it. Reviewed 3 June 2026. Saved copy.',
  ],
  ['plan-emergency-access', 'Plan for REED, Margaret. Not for CPR. Reviewed 3 June 2026. Emergency access.'],
])('%s is said politely', (id, status) => {
  expect(said(id)).toEqual({ status, alert: '' });
});

test.each([
  ['several', 'More than one patient on this page.'],
  ['disagree-birth-date', 'Can’t tell which patient. Page and plan do not agree.'],
  ['unreadable-pageChanged', 'Can’t tell which patient. This page cannot be read.'],
  ['birth-date-needed', 'Can’t tell which patient. No date of birth on this page.'],
  ['could-not-check-offline', 'Could not check for a plan. This computer is offline since 14:32.'],
  [
    'could-not-check-notAudited',
    'Could not check for a plan. That you looked could not be put on record, so nothing is shown.',
  ],
  ['reason-failed', 'Example Plan Service has not confirmed your reason, so nothing is shown.'],
])('%s interrupts', (id, alert) => {
  expect(said(id)).toEqual({ status: '', alert });
});

test('statements that disagree interrupt, and the plan is said politely without an answer', () => {
  expect(said('plan-conflicting-cpr')).toEqual({
    status: 'Plan for WHITCOMBE-HARGREAVES, Bartholomew Augustine. Reviewed 3 June 2026.',
    alert: 'CPR statements disagree.',
  });
  expect(said('plan-two-current-disagree').alert).toBe('CPR statements disagree.');
  expect(said('plan-cpr-may-disagree').alert).toBe('CPR statements may disagree.');
  expect(said('plan-two-current-disagree').status).not.toContain('or CPR');
});

test('about to lock interrupts, before whatever else does, and what was said stays said', () => {
  expect(said('locks-soon')).toEqual({
    status: 'Plan for REED, Margaret. Not for CPR. Reviewed 3 June 2026.',
    alert: 'Locks in 60 seconds.',
  });
  expect(said('locks-soon-could-not-check')).toEqual({
    status: 'Part of this page can’t be read.',
    alert: 'Locks in 60 seconds. Could not check for a plan. This computer is offline since 14:32.',
  });
});

test('statements of a copy that disagree are of its time', () => {
  expect(said('saved-conflicting').alert).toBe(
    'CPR statements disagree, as of 11:22. It may have changed since. Check before relying on it.',
  );
});

test('of many notices the most dangerous is said first', () => {
  expect(said('plan-three-notices').status).toMatch(
    /Review overdue by 5 months\. 1 section shown as written\. Changed since you last looked on 12 November 2026\.$/,
  );
});

test('no failure to sign in, and no doubt, names a patient', () => {
  for (const { id, view, now } of stories) {
    if (
      ![
        'signedOut',
        'signingIn',
        'locked',
        'roleNeeded',
        'several',
        'unreadable',
        'disagree',
        'birthDateNeeded',
      ].includes(view.kind)
    )
      continue;
    const { status, alert } = announce(view, now, wordsIn('en'));
    expect(`${status}${alert}`, id).not.toMatch(/BAKER|GREEN|AHMED|WOLFE/);
  }
});
