import type { OptionsPageProps } from '../../../../components/options/OptionsPage.tsx';
import type { Outcome } from '../../../../utils/options/actions.ts';
import type { Policy } from '../../../../utils/settings/policy.ts';
import type { PolicyOnly } from '../../../../utils/settings/policy-schema.ts';
import { SERVICE } from '../story.ts';
import type { PageStory } from './page-story.ts';
import { PLAN_SERVICE, SYSTEMS, settingsPage, system } from './settings-parts.ts';

const LONG_HOST = 'https://clinical-record.integrated-urgent-and-emergency-care.llanfairpwllgwyngyll.example.org';

const SET = { planService: { shown: PLAN_SERVICE }, systems: { systems: SYSTEMS, planServiceSet: true } } as const;

const MANAGED = settingsPage({
  policy: { kind: 'set', managed: { offlineCopies: false } },
  planService: { shown: PLAN_SERVICE, managed: true },
  systems: { systems: SYSTEMS, managed: true, planServiceSet: true },
  choices: {
    shown: { lockAfterMinutes: '5', offlineCopies: false, language: 'asBrowser' },
    managed: new Set(['lockAfterMinutes', 'offlineCopies', 'language']),
  },
});

const BROKEN: Extract<Policy, { kind: 'broken' }> = {
  kind: 'broken',
  code: 'POLICY-BROKEN',
  places: ['planService.fhirBase', 'lockAfter'],
  lastGood: null,
};

const ORGANISATION_SAYS: PolicyOnly = {
  organisation: { odsCode: 'ZZ001', name: 'Example Lane Surgery' },
  roleHints: ['GP', 'Out-of-hours clinician'],
  surfaces: ['panel'],
  reasons: 'always',
  adapterPack: {
    url: 'https://packs.example.org/planside/adapters.jws',
    keys: [{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }],
  },
  fhircast: { hub: 'https://hub.example.org/fhircast', topic: 'desk-7' },
  logOutPage: 'https://sign-in.example.org/log-out',
  support: {
    name: 'Example Digital Helpdesk',
    telephone: '01632 960100',
    email: 'helpdesk@example.org',
    address: 'https://help.example.org',
  },
  switchedOff: ['queue'],
};

function options(id: string, title: string, props: OptionsPageProps, presses: readonly string[] = []): PageStory {
  return { id: `options-${id}`, title, page: { of: 'options', props }, presses };
}

const action = (name: string): string => `[data-action="${name}"]`;

const OUTCOMES: readonly (readonly [string, string, Outcome])[] = [
  ['saved', 'Something was saved', { is: 'saved', name: SERVICE, kept: [] }],
  ['kept', 'A permission that the browser keeps', { is: 'removed', name: 'Record', kept: [`${LONG_HOST}/*`] }],
  ['refused', 'The permission was refused', { is: 'refused', name: 'Example GP record' }],
  ['nothing-saved', 'Nothing was saved', { is: 'nothingSaved' }],
];

/** What is wrong with what was typed, each beside its field. */
const WRONG: readonly PageStory[] = [
  options(
    'plan-service-wrong',
    'Every field of the plan service is wrong',
    settingsPage({
      planService: { onSave: async () => ({ name: true, fhirBase: true, clientId: true, signInOrigins: true }) },
    }),
    [action('save-plan-service')],
  ),
  options(
    'system-wrong',
    'Every field of a new system is wrong',
    settingsPage({
      systems: { onSave: async () => ({ name: true, origins: 'malformed', adapter: { places: ['patient', ''] } }) },
    }),
    [action('add-system'), action('save-system')],
  ),
  options(
    'system-taken',
    'An address that another system has',
    settingsPage({
      ...SET,
      systems: {
        ...SET.systems,
        onSave: async () => ({ origins: { origin: LONG_HOST, takenBy: 'Example GP record' } }),
      },
    }),
    [action('change'), action('save-system')],
  ),
  options(
    'minutes-wrong',
    'Minutes that are none',
    settingsPage({ choices: { onSave: async () => ({ lockAfterMinutes: true }) } }),
    [action('save-choices')],
  ),
  options(
    'file-wrong',
    'A file that holds no settings',
    settingsPage({ file: { wrong: { places: ['planService.name'] } } }),
  ),
  options(
    'own-broken',
    'What was set here cannot be used',
    settingsPage({ ownFaults: ['planService.fhirBase', 'clinicalSystems.0.origins'] }),
  ),
];

/** The settings page: nothing set, set by hand, set by the organisation, and everything that can be wrong. */
export const OPTIONS_STORIES: readonly PageStory[] = [
  options('empty', 'Nothing is set up', settingsPage({})),
  options('set', 'Set up by hand, a system in each state', settingsPage(SET)),
  options('system-form', 'A system is changed', settingsPage(SET), [action('change')]),
  options('ask-to-remove', 'A system is about to be removed', settingsPage(SET), [action('ask-to-remove')]),
  options('managed', 'Everything is set by the organisation', MANAGED),
  options(
    'overruled',
    'The organisation’s pack says how a system is read, and has switched off another',
    settingsPage({
      planService: { shown: PLAN_SERVICE },
      systems: {
        systems: [
          { ...system('record', 'Example GP record', 'enabled'), overruled: 'pack' },
          { ...system('queue', 'Example out-of-hours queue', 'enabled'), overruled: 'switchedOff' },
        ],
        planServiceSet: true,
      },
    }),
  ),
  options('managed-none', 'The organisation lists no system', settingsPage({ systems: { managed: true } })),
  options(
    'long',
    'As long as names and addresses come',
    settingsPage({
      ...SET,
      systems: {
        systems: [system('long', LONG_HOST.slice(8, 68), 'permissionNeeded', [LONG_HOST])],
        planServiceSet: true,
      },
    }),
  ),
  options('policy-broken', 'The organisation’s settings are wrong', settingsPage({ policy: BROKEN })),
  options('policy-held', 'The organisation’s new settings are wrong, and those before hold', {
    ...MANAGED,
    policy: { ...BROKEN, lastGood: { offlineCopies: false } },
    organisationSays: ORGANISATION_SAYS,
  }),
  options(
    'policy-awaited',
    'It is not known yet what the organisation has set',
    settingsPage({ policy: { kind: 'awaited' } }),
  ),
  options('organisation', 'Everything that only an organisation can say', {
    ...MANAGED,
    organisationSays: ORGANISATION_SAYS,
  }),
  options(
    'policy-unreadable',
    'The organisation’s settings cannot be read',
    settingsPage({ policy: { kind: 'broken', code: 'POLICY-UNREADABLE', places: [], lastGood: null } }),
  ),
  ...WRONG,
  ...OUTCOMES.map(([id, title, outcome]) => options(id, title, settingsPage({ ...SET, outcome }))),
];
