import type { JSX } from 'preact';
import type { Outcome } from '../../utils/options/actions.ts';
import { Icon } from '../icons.tsx';
import { PlanServiceForm, type PlanServiceFormProps } from './PlanServiceForm.tsx';
import { SettingsFile, type SettingsFileProps } from './SettingsFile.tsx';
import { Systems, type SystemsProps } from './Systems.tsx';

export type OptionsPageProps = {
  readonly planService: PlanServiceFormProps;
  readonly systems: SystemsProps;
  readonly file: SettingsFileProps;
  readonly outcome: Outcome | null;
};

/** Everything an administrator sets up by hand where there is no managed policy. */
export function OptionsPage(props: OptionsPageProps): JSX.Element {
  return (
    <div class="planside options">
      <header class="options-head">
        <h1>Planside settings</h1>
        <p>
          For this browser profile only. Planside reads a page only if its system is listed here and allowed by you.
        </p>
      </header>
      <main>
        <section class="part" aria-labelledby="plan-service-heading">
          <h2 id="plan-service-heading">Plan service</h2>
          <PlanServiceForm {...props.planService} />
        </section>
        <Systems {...props.systems} />
        <SettingsFile {...props.file} />
      </main>
      <OutcomeBar outcome={props.outcome} />
    </div>
  );
}

/** Always in sight and read out when it changes. */
function OutcomeBar({ outcome }: { outcome: Outcome | null }): JSX.Element {
  return (
    <div class="outcome" role="status" data-part="outcome" data-tone={outcome?.tone}>
      {outcome ? (
        <p>
          <Icon name={outcome.tone === 'done' ? 'same' : 'warning'} />
          <span>{outcome.says}</span>
        </p>
      ) : null}
    </div>
  );
}
