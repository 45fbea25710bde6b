import type { ComponentChildren, JSX } from 'preact';
import type { SystemState } from '../../utils/options/origins.ts';
import { Icon, type IconName } from '../icons.tsx';
import { usePageWords } from '../words/pages.ts';

export type WelcomePageProps = {
  /** As staff call them. */
  readonly systems: readonly { readonly name: string; readonly state: SystemState }[];
  /** The name of the plan service; `null`: none is set up. */
  readonly service: string | null;
  readonly keepsCopies: boolean;
  /** What the organisation has set. */
  readonly managed: ReadonlySet<string>;
  readonly browser: 'chromium' | 'firefox';
};

const ICONS: Record<SystemState, IconName> = { enabled: 'same', permissionNeeded: 'warning', off: 'none' };

/** What Planside reads, whom it asks, what it never does, and how to start: for somebody who has never seen it. */
export function WelcomePage(props: WelcomePageProps): JSX.Element {
  const { WELCOME, PRIVACY } = usePageWords();
  const { never, help } = WELCOME;
  return (
    <div class="planside options">
      <header class="options-head">
        <h1>{WELCOME.title}</h1>
        <p>{WELCOME.intro}</p>
      </header>
      <main>
        <Reads {...props} />
        <Asks {...props} />
        <Part id="never" heading={never.heading}>
          <ul class="points">
            <li>{never.writes}</li>
            <li>{never.guesses}</li>
            <li>{props.keepsCopies ? never.copies : never.keeps}</li>
          </ul>
        </Part>
        <Start {...props} />
        <Part id="help" heading={help.heading}>
          <p>
            {help.says} <a href="/health.html">{help.toHealth}</a>
          </p>
        </Part>
        <p class="part more">
          <a href="/privacy.html">{PRIVACY.title}</a>
        </p>
      </main>
    </div>
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="part" aria-labelledby={`${id}-heading`} data-welcome={id}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}

function Managed(): JSX.Element {
  const { WELCOME } = usePageWords();
  return (
    <p class="managed" data-part="managed">
      <Icon name="lock" />
      <span>{WELCOME.managed}</span>
    </p>
  );
}

function Reads({ systems, managed }: WelcomePageProps): JSX.Element {
  const { reads } = usePageWords().WELCOME;
  return (
    <Part id="reads" heading={reads.heading}>
      <p>{reads.says}</p>
      {managed.has('clinicalSystems') ? <Managed /> : null}
      {systems.length === 0 ? <p data-part="none">{reads.none}</p> : null}
      {systems.length > 0 ? (
        <ul class="listed">
          {systems.map(({ name, state }) => (
            <li key={name} data-state={state}>
              <Icon name={ICONS[state]} />
              <span>
                <b>{name}</b>, {reads.state[state]}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p data-part="selected">{reads.selected}</p>
    </Part>
  );
}

function Asks({ service, managed }: WelcomePageProps): JSX.Element {
  const { asks } = usePageWords().WELCOME;
  return (
    <Part id="asks" heading={asks.heading}>
      {managed.has('planService') ? <Managed /> : null}
      <p>{service === null ? asks.none : asks.service(service)}</p>
      <p>{asks.recorded}</p>
    </Part>
  );
}

function Start({ service, managed, browser }: WelcomePageProps): JSX.Element {
  const { start } = usePageWords().WELCOME;
  return (
    <Part id="start" heading={start.heading}>
      <ol class="points">
        <li>{managed.has('clinicalSystems') ? start.allow : start.switchOn}</li>
        <li>{start.open}</li>
        <li>{start.signIn(service ?? start.theService)}</li>
        <li>{start.pin[browser]}</li>
      </ol>
      <div class="buttons">
        <a class="button" data-main href="/options.html">
          {start.toOptions}
        </a>
      </div>
    </Part>
  );
}
