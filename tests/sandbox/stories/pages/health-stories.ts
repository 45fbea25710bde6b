import type { HealthPageProps } from '../../../../components/health/HealthPage.tsx';
import type { ServiceCheck } from '../../../../utils/health/check-service.ts';
import type { Health } from '../../../../utils/health/health.ts';
import { NOW } from '../story.ts';
import type { PageStory } from './page-story.ts';

const MINUTE_MS = 60_000;

const GOOD: Health = {
  at: NOW,
  versions: {
    planside: '0.1.0',
    browser: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    build: 'chrome mv3',
  },
  policy: { is: 'none' },
  organisation: null,
  surfaces: ['page', 'panel'],
  support: null,
  isOwnGood: true,
  planService: [{ origin: 'https://plans.example.org', isGranted: true }],
  systems: [
    {
      id: 'record',
      adapter: null,
      isSwitchedOff: false,
      sites: [{ origin: 'https://record.example.org', isGranted: true }],
    },
    {
      id: 'queue',
      adapter: 'nightline',
      isSwitchedOff: false,
      sites: [{ origin: 'https://queue.example.org', isGranted: true }],
    },
  ],
  pack: null,
  session: { at: NOW - 20 * MINUTE_MS, kind: 'signedIn', cause: null, code: null },
  audit: { waiting: 0, since: null },
  faults: [],
  dropped: {},
};

const BAD: Health = {
  ...GOOD,
  policy: { is: 'broken', code: 'POLICY-BROKEN', places: ['planService.fhirBase', 'lockAfter'], lastGood: null },
  isOwnGood: false,
  planService: [{ origin: 'https://plans.example.org', isGranted: false }],
  systems: [
    {
      id: 'record',
      adapter: null,
      isSwitchedOff: true,
      sites: [{ origin: 'https://record.example.org', isGranted: false }],
    },
  ],
  pack: {
    origin: 'https://packs.example.org',
    holds: { id: 'example-icb', sequence: 41, issuedAt: '2026-11-25T16:20:00Z' },
    askedAt: NOW - 2 * MINUTE_MS,
    goodAt: NOW - 90 * MINUTE_MS,
    code: 'PACK-SIGNATURE',
  },
  session: { at: NOW - 5 * MINUTE_MS, kind: 'locked', cause: 'idle', code: 'SIGN-IN-DENIED' },
  audit: { waiting: 14, since: NOW - 200 * MINUTE_MS },
  faults: [
    { at: NOW - MINUTE_MS, kind: 'couldNotCheck', cause: 'timedOut', code: 'PLN-TIMEOUT' },
    { at: NOW - 9 * MINUTE_MS, kind: 'unreadable', cause: 'pageChanged', code: null },
  ],
  dropped: { 'page.report otherPage': 3 },
};

const THEIRS: Health = {
  ...GOOD,
  policy: {
    is: 'broken',
    code: 'POLICY-BROKEN',
    places: ['surfaces.0'],
    lastGood: ['planService', 'clinicalSystems', 'organisation', 'surfaces', 'support'],
  },
  organisation: { odsCode: 'ZZ001', name: 'Example Lane Surgery' },
  surfaces: ['panel'],
  support: {
    name: 'Example Digital Helpdesk',
    telephone: '01632 960100',
    email: 'helpdesk@example.org',
    address: 'https://help.example.org',
  },
};

const ANSWERED: ServiceCheck = {
  at: NOW,
  discovery: { is: 'answered', ms: 120 },
  capability: { is: 'answered', ms: 240 },
  signInKeys: { is: 'answered', ms: 80 },
  auditKeys: { is: 'notAsked' },
  clockAhead: 800,
};

const FAILED: ServiceCheck = {
  at: NOW,
  discovery: { is: 'failed', code: 'SIGN-IN-UNREACHABLE' },
  capability: { is: 'failed', code: 'PLN-503' },
  signInKeys: { is: 'notAsked' },
  auditKeys: { is: 'notAsked' },
  clockAhead: -61_000,
};

function health(id: string, title: string, more: Partial<HealthPageProps>): PageStory {
  const props: HealthPageProps = {
    health: GOOD,
    check: null,
    said: null,
    onCheck: () => undefined,
    onCopy: () => undefined,
    ...more,
  };
  return { id: `health-${id}`, title, page: { of: 'health', props } };
}

/** What the helpdesk asks for. */
export const HEALTH_STORIES: readonly PageStory[] = [
  health('good', 'Nothing is wrong', {}),
  health('empty', 'Nothing is set up', {
    health: { ...GOOD, planService: null, systems: [], session: null },
  }),
  health('checking', 'The plan service is asked', { said: 'checking' }),
  health('checked', 'The plan service has answered', { check: ANSWERED, said: 'checked' }),
  health('bad', 'Everything is wrong', { health: BAD, check: FAILED, said: 'notCopied' }),
  health('organisation', 'Set by an organisation, whose newest settings are wrong', { health: THEIRS }),
  health('copied', 'Copied as text', { said: 'copied' }),
];
