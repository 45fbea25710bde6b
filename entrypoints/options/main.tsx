import { render } from 'preact';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import '../../components/options/options.css';
import {
  allowSystem,
  importSettings,
  type Outcome,
  removeSystem,
  savePlanService,
  saveSystem,
} from '../../utils/options/actions.ts';
import { missingAddresses, systemState } from '../../utils/options/origins.ts';
import { onPermissionsChanged, readOptions, redirectAddress } from '../../utils/options/permissions.ts';
import { typedPlanService } from '../../utils/options/plan-service-form.ts';
import { settingsFile } from '../../utils/options/settings-file.ts';
import { typedSystem } from '../../utils/options/system-form.ts';
import { onSettingsChanged } from '../../utils/settings.ts';
import { saveTextFile } from './save-text-file.ts';

let now = await readOptions();
let outcome: Outcome | null = null;
let fileWrong: string | null = null;

/** Shows what came of a button, and answers the form with what is wrong with it. */
function take<Wrong>(result: { readonly wrong: Wrong } | { readonly outcome: Outcome }, noneWrong: Wrong): Wrong {
  outcome = 'outcome' in result ? result.outcome : { tone: 'stop', says: 'Nothing was saved.' };
  draw();
  return 'wrong' in result ? result.wrong : noneWrong;
}

async function refresh(): Promise<void> {
  now = await readOptions();
  draw();
}

function draw(): void {
  const { settings, granted } = now;
  const { planService, clinicalSystems } = settings;
  const page = (
    <OptionsPage
      outcome={outcome}
      planService={{
        shown: typedPlanService(planService),
        redirectAddress: redirectAddress(),
        onSave: async (typed) => take(await savePlanService(typed), {}),
      }}
      systems={{
        systems: clinicalSystems.map((system) => ({
          system,
          state: systemState(system, planService, granted),
          missing: missingAddresses(system, planService, granted),
          typed: typedSystem(system),
        })),
        planServiceSet: planService !== undefined,
        emptyForm: typedSystem(undefined),
        onSave: async (id, typed) => take(await saveSystem(id, typed), {}),
        onAllow: (system) => void allowSystem(system, planService).then((came) => take({ outcome: came }, null)),
        onRemove: (system) => void removeSystem(system).then((came) => take({ outcome: came }, null)),
      }}
      file={{
        wrong: fileWrong,
        onExport: () => saveTextFile('planside-settings.json', settingsFile(settings)),
        onImport: async (text) => {
          const result = await importSettings(text);
          fileWrong = 'wrong' in result ? result.wrong : null;
          take(result, null);
        },
      }}
    />
  );
  render(page, document.body);
}

onSettingsChanged(() => void refresh());
onPermissionsChanged(() => void refresh());
draw();
