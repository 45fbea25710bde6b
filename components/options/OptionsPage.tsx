import type { JSX } from 'preact';
import type { Outcome } from '../../utils/options/actions.ts';
import type { Policy } from '../../utils/settings/policy.ts';
import type { PolicyOnly } from '../../utils/settings/policy-schema.ts';
import { Icon } from '../icons.tsx';
import { OutcomeBar } from '../OutcomeBar.tsx';
import { SupportContext } from '../Support.tsx';
import { usePageWords } from '../words/pages.ts';
import { ChoicesForm, type ChoicesFormProps } from './ChoicesForm.tsx';
import { NotInForce } from './NotInForce.tsx';
import { OrganisationSays } from './OrganisationSays.tsx';
import { PlanServiceForm, type PlanServiceFormProps } from './PlanServiceForm.tsx';
import { SettingsFile, type SettingsFileProps } from './SettingsFile.tsx';
import { Systems, type SystemsProps } from './Systems.tsx';
import { outcomeSays } from './says.ts';

export type OptionsPageProps = {
  readonly policy: Policy;
  /** Where what was set here before is wrong; empty where nothing is. */
  readonly ownFaults: readonly string[];
  readonly planService: PlanServiceFormProps;
  readonly systems: SystemsProps;
  readonly choices: ChoicesFormProps;
  /** What only an organisation can say. */
  readonly organisationSays: PolicyOnly;
  readonly file: SettingsFileProps;
  readonly outcome: Outcome | null;
};

/** Everything that is set for one browser profile: by hand, or by policy, which is shown and cannot be changed. */
export function OptionsPage(props: OptionsPageProps): JSX.Element {
  const { OPTIONS, PRIVACY } = usePageWords();
  return (
    <div class="planside options">
      <header class="options-head">
        <h1>{OPTIONS.title}</h1>
        <p>{OPTIONS.intro}</p>
      </header>
      <main>
        <SupportContext.Provider value={props.organisationSays.support ?? null}>
          <NotInForce policy={props.policy} ownFaults={props.ownFaults} />
        </SupportContext.Provider>
        {/* Nothing that is set here would be in force. */}
        {props.policy.kind === 'broken' && !props.policy.lastGood ? null : <Parts {...props} />}
        <p class="part more">
          <a href="/welcome.html">{OPTIONS.toWelcome}</a>
          <a href="/health.html">{OPTIONS.toHealth}</a>
          <a href="/privacy.html">{PRIVACY.title}</a>
        </p>
      </main>
      <WhatCame outcome={props.outcome} />
    </div>
  );
}

function Parts(props: OptionsPageProps): JSX.Element {
  const { planService, choices } = usePageWords().OPTIONS;
  return (
    <>
      <section class="part" aria-labelledby="plan-service-heading">
        <h2 id="plan-service-heading">{planService.heading}</h2>
        <PlanServiceForm {...props.planService} />
      </section>
      <Systems {...props.systems} />
      <section class="part" aria-labelledby="choices-heading">
        <h2 id="choices-heading">{choices.heading}</h2>
        <ChoicesForm {...props.choices} />
      </section>
      <OrganisationSays says={props.organisationSays} />
      <SettingsFile {...props.file} />
    </>
  );
}

function WhatCame({ outcome }: { outcome: Outcome | null }): JSX.Element {
  const words = usePageWords();
  const said = outcome && outcomeSays(outcome, words);
  return (
    <OutcomeBar tone={said ? (said.isDone ? 'done' : 'stop') : undefined}>
      {said ? (
        <p>
          <Icon name={said.isDone ? 'same' : 'warning'} />
          <span>{said.says}</span>
        </p>
      ) : null}
    </OutcomeBar>
  );
}
