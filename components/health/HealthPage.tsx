import type { JSX } from 'preact';
import type { ServiceCheck } from '../../utils/health/check-service.ts';
import type { Health } from '../../utils/health/health.ts';
import { Icon } from '../icons.tsx';
import { OutcomeBar } from '../OutcomeBar.tsx';
import { usePageWords } from '../words/pages.ts';
import { healthParts, type Part, type Row } from './health-parts.ts';

/** What came of the last button. */
export type HealthSaid = 'copied' | 'notCopied' | 'checking' | 'checked';

export type HealthPageProps = {
  readonly health: Health;
  /** `null`: nobody has asked the plan service yet. */
  readonly check: ServiceCheck | null;
  readonly said: HealthSaid | null;
  readonly onCheck: () => void;
  readonly onCopy: () => void;
};

/** How Planside is on this computer, for whoever is on the telephone about it. */
export function HealthPage(props: HealthPageProps): JSX.Element {
  const { HEALTH } = usePageWords();
  const { health, check, said } = props;
  return (
    <div class="planside options">
      <header class="options-head">
        <h1>{HEALTH.title}</h1>
        <p>{HEALTH.intro}</p>
      </header>
      <main>
        <Asking {...props} />
        {healthParts(health, check, HEALTH).map((part) => (
          <HealthPart key={part.id} {...part} />
        ))}
        <p class="part more">
          <a href="/options.html">{HEALTH.toOptions}</a>
        </p>
      </main>
      <OutcomeBar tone={said === 'notCopied' ? 'stop' : 'done'}>
        {said ? <p data-said={said}>{HEALTH[said]}</p> : null}
      </OutcomeBar>
    </div>
  );
}

function Asking({ health, said, onCheck, onCopy }: HealthPageProps): JSX.Element {
  const { HEALTH } = usePageWords();
  const isChecking = said === 'checking';
  return (
    <section class="part" aria-label={HEALTH.check}>
      <p class="hint">{HEALTH.checkHint}</p>
      <div class="buttons">
        {health.planService ? (
          <button
            type="button"
            class="button"
            data-main
            data-action="check"
            aria-disabled={isChecking ? 'true' : undefined}
            onClick={isChecking ? undefined : onCheck}
          >
            {HEALTH.check}
          </button>
        ) : null}
        <button type="button" class="button" data-action="copy" onClick={onCopy}>
          {HEALTH.copy}
        </button>
      </div>
    </section>
  );
}

function HealthPart({ id, heading, rows }: Part): JSX.Element {
  return (
    <section class="part" aria-labelledby={`${id}-heading`} data-health={id}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <dl class="rows">
        {rows.map((row, at) => (
          <HealthRow key={`${at} ${row.label}`} heading={heading} row={row} />
        ))}
      </dl>
    </section>
  );
}

/** A row without a name of its own is about the whole part. */
function HealthRow({ heading, row: { label, value, isWrong } }: { heading: string; row: Row }): JSX.Element {
  return (
    <div data-wrong={isWrong ? '' : undefined}>
      <dt class={label === '' ? 'unseen' : undefined}>{label === '' ? heading : label}</dt>
      <dd>
        {isWrong ? <Icon name="warning" /> : null}
        <span>{value}</span>
      </dd>
    </div>
  );
}
