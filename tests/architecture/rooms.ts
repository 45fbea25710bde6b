/**
 * Who may import whom (docs/architecture.md, “Rooms”): each name is a file, or a folder with all that is in it. `types` may
 * be imported as types only. The first room that holds a file is the room of that file; its own files are always allowed.
 */
export type Room = { readonly holds: string; readonly uses: readonly string[]; readonly types?: readonly string[] };

const SETTINGS = 'utils/settings/settings.ts';
const BROWSER = 'utils/browser.ts';
const MESSAGES = 'utils/messages.ts';

/** What the two sides of a plan share: the model, the codes, and FHIR's resources. Neither side knows the other. */
const PLAN = [
  'codes',
  'composition',
  'concepts',
  'fhir-schemas',
  'fhir-types',
  'nhs-numbers-of',
  'plan',
  'plan-lookup',
  'references',
].map((name) => `utils/plan/${name}.ts`);

export const rooms: readonly Room[] = [
  { holds: 'utils/patient/', uses: [] },
  { holds: 'utils/page/', uses: ['utils/patient/', MESSAGES] },
  { holds: 'utils/context/', uses: ['utils/patient/', 'utils/page/sighting.ts'] },
  { holds: 'utils/plan/reader/', uses: ['utils/patient/', ...PLAN] },
  { holds: 'utils/plan/service/', uses: ['utils/patient/', ...PLAN] },
  { holds: 'utils/plan/', uses: ['utils/patient/'] },
  { holds: 'utils/session/', uses: [SETTINGS, BROWSER] },
  {
    holds: 'utils/access/audit/',
    uses: ['utils/patient/', 'utils/session/', SETTINGS, BROWSER, 'utils/access/reasons.ts'],
  },
  {
    holds: 'utils/access/',
    uses: ['utils/patient/', 'utils/session/', SETTINGS, BROWSER],
    types: ['utils/plan/plan-trace.ts'],
  },
  { holds: 'utils/offline/', uses: ['utils/patient/', BROWSER], types: ['utils/plan/'] },
  {
    holds: 'utils/view/',
    uses: ['utils/patient/'],
    types: [
      'utils/page/sighting.ts',
      'utils/page/place.ts',
      'utils/plan/',
      'utils/session/',
      'utils/access/',
      'utils/pack/',
      'utils/fhircast/',
    ],
  },
  {
    holds: 'utils/pack/',
    uses: ['utils/settings/', BROWSER, 'utils/page/adapter-schema.ts', 'utils/plan/service/read-body.ts'],
  },
  { holds: 'utils/fhircast/', uses: ['utils/patient/', 'utils/session/bounded-fetch.ts'] },
  { holds: 'utils/panel/', uses: [MESSAGES, BROWSER, 'utils/fhircast/'], types: ['utils/page/patient-frames.ts'] },
  { holds: 'utils/options/', uses: ['utils/settings/', BROWSER, 'utils/view/language.ts'] },
  { holds: 'utils/find/', uses: ['utils/patient/'] },
  {
    holds: 'utils/health/',
    uses: [
      'utils/settings/',
      BROWSER,
      'utils/options/',
      'utils/pack/in-force.ts',
      'utils/pack/pack-state.ts',
      'utils/session/',
      'utils/plan/service/',
      'utils/access/audit/mark.ts',
      'utils/access/audit/waiting-since.ts',
      'utils/tabs/dropped.ts',
    ],
    types: ['utils/view/'],
  },
  {
    holds: 'utils/teach/',
    uses: [
      'utils/patient/',
      'utils/page/',
      'utils/settings/',
      'utils/pack/in-force.ts',
      'utils/pack/with-pack.ts',
      BROWSER,
      MESSAGES,
      'utils/message-schemas.ts',
    ],
  },
  { holds: 'utils/tabs/', uses: ['utils/'] },
  {
    holds: MESSAGES,
    uses: [],
    types: [
      'utils/page/',
      'utils/view/',
      'utils/find/',
      'utils/fhircast/',
      'utils/teach/',
      'utils/settings/policy-schema.ts',
    ],
  },
  {
    holds: 'utils/message-schemas.ts',
    uses: [
      MESSAGES,
      'utils/access/reasons.ts',
      'utils/page/place-schema.ts',
      'utils/fhircast/hub-link.ts',
      'utils/settings/names.ts',
    ],
    types: ['utils/'],
  },
  { holds: 'utils/places.ts', uses: [BROWSER, 'utils/page/place.ts', 'utils/page/place-schema.ts'] },
  { holds: 'utils/commands.ts', uses: [MESSAGES], types: ['utils/view/'] },
  { holds: 'utils/settings/', uses: [BROWSER, 'utils/page/adapter-schema.ts', 'utils/view/language.ts'] },
  { holds: BROWSER, uses: [] },
  {
    holds: 'components/options/',
    uses: ['components/icons.tsx', 'components/OutcomeBar.tsx', 'components/Support.tsx', 'components/words/'],
    types: ['utils/options/', 'utils/settings/'],
  },
  { holds: 'components/privacy/', uses: ['components/words/'] },
  {
    holds: 'components/teach/',
    uses: ['components/icons.tsx', 'components/OutcomeBar.tsx', 'components/words/', 'components/format/'],
    types: ['utils/teach/', 'utils/page/', 'utils/patient/'],
  },
  {
    holds: 'components/welcome/',
    uses: ['components/icons.tsx', 'components/words/'],
    types: ['utils/options/'],
  },
  {
    holds: 'components/health/',
    uses: [
      'components/icons.tsx',
      'components/OutcomeBar.tsx',
      'components/words/',
      'components/format/',
      'components/states/page-codes.ts',
    ],
    types: ['utils/health/', 'utils/view/'],
  },
  {
    holds: 'components/',
    uses: ['utils/page/place.ts'],
    types: [
      'utils/patient/',
      'utils/plan/',
      'utils/view/',
      'utils/page/',
      'utils/find/',
      'utils/settings/policy-schema.ts',
    ],
  },
  { holds: 'entrypoints/', uses: ['utils/', 'components/'] },
];

/** Where each package may be imported at run time; no other package may be at all. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': [BROWSER],
  '@webext-core/messaging': ['utils/commands.ts'],
  oauth4webapi: ['utils/session/'],
  idb: ['utils/access/audit/event-store.ts', 'utils/offline/'],
  'jose/jwe/compact/encrypt': ['utils/access/audit/seal.ts'],
  'jose/base64url': ['utils/pack/verify-pack.ts'],
  'jose/jws/compact/verify': ['utils/pack/verify-pack.ts'],
  'p-retry': ['utils/plan/service/retry.ts'],
  'zod/mini': ['utils/'],
  preact: ['components/', 'entrypoints/'],
  'preact/hooks': ['components/'],
  'wxt/utils/define-background': ['entrypoints/background.ts'],
  'wxt/utils/define-unlisted-script': [
    'entrypoints/guard.ts',
    'entrypoints/page.ts',
    'entrypoints/reader.ts',
    'entrypoints/teach-page.ts',
  ],
};

/** Whether a file is the named one, or lies in the named folder. */
export function isIn(file: string, names: readonly string[]): boolean {
  return names.some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name));
}
