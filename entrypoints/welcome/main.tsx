import { render } from 'preact';
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx';
import '../../components/options/options.css';
import { PageWordsContext, pageWordsIn } from '../../components/words/pages.ts';
import { systemState } from '../../utils/options/origins.ts';
import { onPermissionsChanged, readOptions } from '../../utils/options/permissions.ts';
import { managedKeys } from '../../utils/settings/policy.ts';
import { languageOf, onSettingsChanged } from '../../utils/settings/settings.ts';

async function draw(): Promise<void> {
  const { inForce, policy, granted } = await readOptions();
  const { planService, clinicalSystems, offlineCopies = false } = inForce;
  const language = languageOf(inForce);
  const words = pageWordsIn(language);
  document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
  document.title = words.WELCOME.title;
  render(
    <PageWordsContext.Provider value={words}>
      <WelcomePage
        systems={clinicalSystems.map((system) => ({
          name: system.name,
          state: systemState(system, planService, granted),
        }))}
        service={planService?.name ?? null}
        keepsCopies={offlineCopies}
        managed={managedKeys(policy)}
        browser={import.meta.env.FIREFOX ? 'firefox' : 'chromium'}
      />
    </PageWordsContext.Provider>,
    document.body,
  );
}

onSettingsChanged(() => void draw());
onPermissionsChanged(() => void draw());
await draw();
