import type { Plan } from '../../../utils/plan/plan.ts';
import type { Notice } from '../../../utils/view/view.ts';
import { OTHER_PLAN, OVERDUE, OVERDUE_PLAN } from './notice-stories.ts';
import { LONG_NAME, REED } from './people.ts';
import { showing } from './plan-stories.ts';
import { FULL_PLAN } from './plans.ts';
import { NOW, type Story, story } from './story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const CHANGED = ['CPR decision', 'Whom to call', 'Allergies', 'Alerts and access to home'];
const CHANGED_SINCE: Notice = { kind: 'changed', lastLooked: NOW - 240 * HOUR, parts: CHANGED };
const NOT_CHECKED: Notice = { kind: 'notCheckedSince', at: NOW - 90 * MINUTE, cause: 'serviceDown' };
const ENDED: Notice = { kind: 'expired', on: '2026-10-31' };
const ENDED_PLAN: Plan = { ...FULL_PLAN, provenance: { ...FULL_PLAN.provenance, expires: '2026-10-31' } };
const OF_OTHER_KIND: Plan = { ...FULL_PLAN, provenance: { ...FULL_PLAN.provenance, otherKind: 'Discharge summary' } };

/** Each kind of notice at once, in no order. */
export const EVERY_NOTICE: readonly Notice[] = [
  { kind: 'testPatient' },
  { kind: 'restricted' },
  { kind: 'emergencyAccess', alerted: null },
  { kind: 'savedCopy', at: NOW - 90 * MINUTE, cause: 'offline' },
  { kind: 'draftNewer', startedAt: '2026-11-19', by: 'Nurse Ana Costa' },
  { kind: 'givenNameDiffers', page: 'Peggy', plan: 'Margaret' },
  CHANGED_SINCE,
  { kind: 'newerVersion', parts: ['Whom to call'] },
  { kind: 'clockWrong', minutes: 12, is: 'ahead' },
  { kind: 'datedInFuture', dates: ['2062-03-14', '2031-01-01'] },
  { kind: 'otherKind', sentAs: 'Discharge summary' },
  { kind: 'unknownSections', parts: ['Functional status', 'Ventilator settings at home'] },
  { kind: 'unreadableParts', parts: ['Symptoms and what to do'], linkedItemMissing: ['Symptoms and what to do'] },
  { kind: 'contradiction', parts: ['Allergies'] },
  { kind: 'severalCurrent', count: 2 },
  NOT_CHECKED,
  OVERDUE,
  ENDED,
];

const WORST: Plan = { ...OVERDUE_PLAN, patient: { ...REED, restricted: true }, contradictions: ['Allergies'] };

const EVERYTHING = { alsoCurrent: [OTHER_PLAN], notices: EVERY_NOTICE, fetchedAt: NOW - 90 * MINUTE } as const;

function noticed(id: string, title: string, ...notices: readonly Notice[]): Story {
  return story(id, title, showing(FULL_PLAN, { notices }));
}

/** How old a plan is, what has changed in it, and what cannot be relied on. */
export const PLAN_AGE_STORIES: readonly Story[] = [
  story('plan-expired', 'The plan has ended', showing(ENDED_PLAN, { notices: [ENDED] })),
  story(
    'plan-not-checked-since',
    'The service cannot be asked again',
    showing(FULL_PLAN, { notices: [NOT_CHECKED], fetchedAt: NOW - 90 * MINUTE }),
  ),
  story(
    'plan-not-checked-since-yesterday',
    'Not checked since yesterday, behind a log-in page',
    showing(FULL_PLAN, {
      notices: [{ kind: 'notCheckedSince', at: NOW - 20 * HOUR, cause: 'notFhir' }],
      fetchedAt: NOW - 20 * HOUR,
    }),
  ),
  noticed('plan-changed', 'Changed since somebody last looked', CHANGED_SINCE),
  noticed('plan-changed-today', 'Changed since earlier today', { ...CHANGED_SINCE, lastLooked: NOW - HOUR }),
  noticed('plan-changed-nothing', 'A newer version in which nothing known has changed', {
    kind: 'changed',
    lastLooked: NOW - 48 * HOUR,
    parts: [],
  }),
  noticed('plan-newer-version', 'A newer version has just come', {
    kind: 'newerVersion',
    parts: ['Anticipatory medicines', 'Preferred place of death'],
  }),
  noticed('plan-clock-fast', 'The clock is fast', { kind: 'clockWrong', minutes: 12, is: 'ahead' }),
  noticed('plan-clock-years-slow', 'The clock is years slow', { kind: 'clockWrong', minutes: 5_256_000, is: 'behind' }),
  noticed('plan-dated-in-future', 'Dates that have not come yet', {
    kind: 'datedInFuture',
    dates: ['2062-03-14', '2031-01-01'],
  }),
  story(
    'plan-other-kind',
    'A kind of document Planside does not know',
    showing(OF_OTHER_KIND, { notices: [{ kind: 'otherKind', sentAs: 'Discharge summary' }] }),
  ),
  story('plan-page-hides', 'In the side panel, while the page hides the sidebar', {
    ...showing(FULL_PLAN),
    pageHides: true,
  }),
  story('plan-every-notice', 'Every notice at once', showing(WORST, EVERYTHING)),
  story(
    'plan-every-notice-long-name',
    'Every notice at once, with a long name',
    showing(
      { ...WORST, patient: { ...LONG_NAME, restricted: true } },
      { ...EVERYTHING, unread: ['documents-and-correspondence.example.org'] },
    ),
  ),
  noticed('plan-three-notices', 'Three notices: each folds', OVERDUE, CHANGED_SINCE, {
    kind: 'unknownSections',
    parts: ['Functional status'],
  }),
];
