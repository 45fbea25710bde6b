import { render } from 'preact';
import { OptionsPage, type OptionsPageProps } from '../../components/options/OptionsPage.tsx';
import '../../components/options/options.css';
import { PageWordsContext, pageWordsIn } from '../../components/words/pages.ts';
import {
  allowSystem,
  importSettings,
  leaveSystem,
  type Outcome,
  removeSystem,
  type Saved,
  saveChoices,
  savePlanService,
  saveSystem,
} from '../../utils/options/actions.ts';
import { typedChoices } from '../../utils/options/choices-form.ts';
import { latestOnly } from '../../utils/options/latest-only.ts';
import { openTeaching } from '../../utils/options/open-teaching.ts';
import { missingAddresses, systemState } from '../../utils/options/origins.ts';
import { onPermissionsChanged, readOptions, redirectAddress } from '../../utils/options/permissions.ts';
import { typedPlanService } from '../../utils/options/plan-service-form.ts';
import { settingsFile, type WrongFile } from '../../utils/options/settings-file.ts';
import { typedSystem } from '../../utils/options/system-form.ts';
import { onInForceChanged, readInForce } from '../../utils/pack/in-force.ts';
import { managedKeys } from '../../utils/settings/policy.ts';
import { languageOf } from '../../utils/settings/settings.ts';
import { saveTextFile } from './save-text-file.ts';

/** What is set, and what is read in force of it. */
async function readEverything() {
  const [options, reads] = await Promise.all([readOptions(), readInForce()]);
  return { ...options, reads };
}

type Everything = Awaited<ReturnType<typeof readEverything>>;

let now: Everything | null = null;
let outcome: Outcome | null = null;
let fileWrong: WrongFile | null = null;

/** Shows what came of a button, and answers the form with what is wrong with it. */
function take<Wrong>(result: Saved<Wrong>, noneWrong: Wrong): Wrong {
  outcome = 'outcome' in result ? result.outcome : { is: 'nothingSaved' };
  draw();
  return 'wrong' in result ? result.wrong : noneWrong;
}

const refresh = latestOnly(readEverything, (read) => {
  now = read;
  draw();
});

/** What the organisation says of a system besides its settings. */
function overruled(
  { reads }: Everything,
  id: string,
): Pick<OptionsPageProps['systems']['systems'][number], 'overruled'> {
  const read = reads.clinicalSystems.find((one) => one.id === id);
  if (read?.switchedOff) return { overruled: 'switchedOff' };
  return read?.byPack ? { overruled: 'pack' } : {};
}

function systemsProps(everything: Everything, managed: boolean): OptionsPageProps['systems'] {
  const { inForce, granted } = everything;
  const { planService, clinicalSystems } = inForce;
  return {
    systems: clinicalSystems.map((system) => ({
      system,
      state: systemState(system, planService, granted),
      missing: missingAddresses(system, planService, granted),
      typed: typedSystem(system),
      ...overruled(everything, system.id),
    })),
    managed,
    planServiceSet: planService !== undefined,
    emptyForm: typedSystem(undefined),
    onSave: async (id, typed) => take(await saveSystem(id, typed), {}),
    onAllow: (system) => void allowSystem(system, planService).then((came) => take({ outcome: came }, null)),
    onTeach: ({ id }) => void openTeaching(id),
    onRemove: (system) => void removeSystem(system).then((came) => take({ outcome: came }, null)),
    onLeave: (system) => void leaveSystem(system).then((came) => take({ outcome: came }, null)),
  };
}

function draw(): void {
  if (!now) return;
  const { inForce, own, ownFaults, policy } = now;
  const managed = managedKeys(policy);
  const language = languageOf(inForce);
  const words = pageWordsIn(language);
  document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
  document.title = words.OPTIONS.title;
  const page = (
    <OptionsPage
      outcome={outcome}
      policy={policy}
      ownFaults={ownFaults}
      planService={{
        shown: typedPlanService(inForce.planService),
        managed: managed.has('planService'),
        redirectAddress: redirectAddress(),
        onSave: async (typed) => take(await savePlanService(typed), {}),
      }}
      systems={systemsProps(now, managed.has('clinicalSystems'))}
      organisationSays={inForce}
      choices={{
        shown: typedChoices(inForce),
        managed,
        onSave: async (typed) => take(await saveChoices(typed), {}),
      }}
      file={{
        wrong: fileWrong,
        onExport: () => saveTextFile('planside-settings.json', settingsFile(own)),
        onImport: async (text) => {
          const result = await importSettings(text);
          fileWrong = 'wrong' in result ? result.wrong : null;
          take<WrongFile | null>(result, null);
        },
      }}
    />
  );
  render(<PageWordsContext.Provider value={words}>{page}</PageWordsContext.Provider>, document.body);
}

onInForceChanged(() => void refresh());
onPermissionsChanged(() => void refresh());
await refresh();
