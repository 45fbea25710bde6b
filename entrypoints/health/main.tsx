import { render } from 'preact';
import { HealthPage, type HealthSaid } from '../../components/health/HealthPage.tsx';
import { healthParts, healthText } from '../../components/health/health-parts.ts';
import '../../components/options/options.css';
import { PageWordsContext, pageWordsIn } from '../../components/words/pages.ts';
import { checkService, type ServiceCheck } from '../../utils/health/check-service.ts';
import { readHealth } from '../../utils/health/health.ts';
import { languageOf, readSettings } from '../../utils/settings/settings.ts';

const settings = await readSettings();
const language = languageOf(settings);
const words = pageWordsIn(language);
document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
document.title = words.HEALTH.title;

let health = await readHealth();
let check: ServiceCheck | null = null;
let said: HealthSaid | null = null;

function say(next: HealthSaid): void {
  said = next;
  draw();
}

/** Asks only now, because somebody has pressed the button; and looks at everything else again. */
async function askNow(): Promise<void> {
  const { planService } = await readSettings();
  if (!planService) return;
  say('checking');
  check = await checkService(planService);
  health = await readHealth();
  say('checked');
}

async function copy(): Promise<void> {
  const text = healthText(healthParts(health, check, words.HEALTH), words.HEALTH.title, health.at);
  const copied = navigator.clipboard.writeText(text);
  say(
    await copied.then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    ),
  );
}

function draw(): void {
  render(
    <PageWordsContext.Provider value={words}>
      <HealthPage health={health} check={check} said={said} onCheck={() => void askNow()} onCopy={() => void copy()} />
    </PageWordsContext.Provider>,
    document.body,
  );
}

draw();
