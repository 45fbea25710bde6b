import type { Settings } from '../../utils/settings/settings.ts';
import { careHomeAdapter, gpRecordAdapter, outOfHoursAdapter } from './adapters/adapters.ts';
import type { Sandbox } from './sandbox.ts';

/** The launch page of docs/launch, which needs no adapter: for whoever wants it besides. */
export const launchSystem = { id: 'launch', name: 'Launch page', origins: ['http://launch.localhost/*'] };

/** What an administrator would set for the sandbox: its plan service and its three clinical systems. */
export function settingsFor({ planService }: Pick<Sandbox, 'planService'>): Settings {
  return {
    planService: {
      name: planService.name,
      fhirBase: planService.fhirBase,
      clientId: planService.clientId,
      scopes:
        'openid fhirUser offline_access user/Patient.rs user/Composition.rs user/DocumentReference.rs user/Group.rs user/AuditEvent.c',
      signInOrigins: [],
    },
    clinicalSystems: [
      system('gp-record', 'Meadow GP record', gpRecordAdapter),
      system('out-of-hours', 'Nightline out-of-hours', outOfHoursAdapter),
      system('care-home', 'Hearthside care', careHomeAdapter),
    ],
  };
}

function system(id: string, name: string, adapter: typeof gpRecordAdapter): Settings['clinicalSystems'][number] {
  return { id, name, origins: [`http://${id}.localhost/*`], adapter };
}
