import type { OptionsPageProps } from '../../../../components/options/OptionsPage.tsx';
import type { ShownSystem } from '../../../../components/options/Systems.tsx';
import type { TypedChoices } from '../../../../utils/options/choices-form.ts';
import type { SystemState } from '../../../../utils/options/origins.ts';
import type { TypedPlanService } from '../../../../utils/options/plan-service-form.ts';
import { SERVICE } from '../story.ts';

const NOTHING: TypedPlanService = { name: '', fhirBase: '', clientId: '', signInOrigins: '' };

/** A plan service as somebody sets it up. */
export const PLAN_SERVICE: TypedPlanService = {
  name: SERVICE,
  fhirBase: 'https://plans.example.org/fhir',
  clientId: 'planside',
  signInOrigins: 'https://sign-in.example.org',
};

const CHOICES: TypedChoices = { lockAfterMinutes: '', offlineCopies: false, language: 'asBrowser' };

/** A clinical system, and what the browser says of it. */
export function system(id: string, name: string, state: SystemState, missing: readonly string[] = []): ShownSystem {
  const address = `https://${id}.example.org`;
  return {
    system: { id, name, origins: [`${address}/*`] },
    state,
    missing,
    typed: { name, origins: address, adapter: '' },
  };
}

/** One of each state, and one whose name and addresses are as long as they come. */
export const SYSTEMS: readonly ShownSystem[] = [
  system('record', 'Example GP record', 'enabled'),
  system('queue', 'Example out-of-hours queue', 'permissionNeeded', ['https://plans.example.org']),
  system('home', 'Example care-home record', 'off', ['https://home.example.org']),
];

type Parts = {
  readonly planService?: Partial<OptionsPageProps['planService']>;
  readonly systems?: Partial<OptionsPageProps['systems']>;
  readonly choices?: Partial<OptionsPageProps['choices']>;
  readonly file?: Partial<OptionsPageProps['file']>;
} & Partial<Pick<OptionsPageProps, 'policy' | 'ownFaults' | 'outcome' | 'organisationSays'>>;

/** The settings page as it is first opened, but for these parts; nothing is ever saved. */
export function settingsPage({ planService, systems, choices, file, ...more }: Parts): OptionsPageProps {
  return {
    policy: { kind: 'none' },
    ownFaults: [],
    outcome: null,
    organisationSays: {},
    ...more,
    planService: {
      shown: NOTHING,
      managed: false,
      redirectAddress: 'https://e8d4ac1f0a2b7c6d5e4f.extensions.allizom.org/',
      onSave: async () => ({}),
      ...planService,
    },
    systems: {
      systems: [],
      managed: false,
      planServiceSet: false,
      emptyForm: { name: '', origins: '', adapter: '' },
      onSave: async () => ({}),
      onAllow: () => undefined,
      onRemove: () => undefined,
      onLeave: () => undefined,
      onTeach: () => undefined,
      ...systems,
    },
    choices: { shown: CHOICES, managed: new Set(), onSave: async () => ({}), ...choices },
    file: { wrong: null, onExport: () => undefined, onImport: () => undefined, ...file },
  };
}
