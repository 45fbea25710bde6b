import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SystemState } from '../../utils/options/origins.ts';
import type { ClinicalSystem } from '../../utils/settings/settings.ts';
import { Icon, type IconName } from '../icons.tsx';
import { type PageWords, usePageWords } from '../words/pages.ts';
import { SystemButtons } from './SystemButtons.tsx';

/** A pack says how a system is read, or it is not read until further notice. */
export type Overruled = 'pack' | 'switchedOff';

export type SystemCardProps = {
  readonly system: ClinicalSystem;
  readonly state: SystemState;
  /** Addresses whose permission is missing, of this system or of the plan service. */
  readonly missing: readonly string[];
  /** Set by the organisation. */
  readonly managed: boolean;
  /** What the organisation says of how it is read, whatever is set or taught here; left out: nothing. */
  readonly overruled?: Overruled | undefined;
  readonly planServiceSet: boolean;
  readonly onAllow: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  /** Gives its permission back; the system stays listed. */
  readonly onLeave: () => void;
  readonly onTeach: () => void;
};

const ICONS: Record<SystemState, IconName> = { enabled: 'same', permissionNeeded: 'unsure', off: 'none' };

/** The button goes once it has worked, and must not take the keyboard's place in the page with it. */
function useFocusOnceAllowed(allowed: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAllowed = useRef(allowed);
  useEffect(() => {
    if (allowed && !wasAllowed.current && document.activeElement === document.body) heading.current?.focus();
    wasAllowed.current = allowed;
  }, [allowed]);
  return heading;
}

/** One clinical system as it is saved: whether Planside works there, and what can be done about it. */
export function SystemCard(props: SystemCardProps): JSX.Element {
  const { system, state, missing, overruled } = props;
  const { systems } = usePageWords().OPTIONS;
  const heading = useFocusOnceAllowed(missing.length === 0);
  return (
    <article
      class="system"
      data-system={system.id}
      data-state={overruled === 'switchedOff' ? 'off' : state}
      aria-labelledby={`${system.id}-heading`}
    >
      <h3 id={`${system.id}-heading`} ref={heading} tabIndex={-1}>
        {system.name}
      </h3>
      <Standing {...props} />
      <Addresses origins={system.origins} missing={missing} />
      <p class="hint">{system.adapter ? systems.withAdapter(system.adapter.id) : systems.standardReading}</p>
      {overruled === 'pack' ? <p data-part="overruled">{systems.overruled.pack}</p> : null}
      <SystemButtons {...props} />
    </article>
  );
}

/** Whether it is read, and what that means. */
function Standing(props: SystemCardProps): JSX.Element {
  const { systems } = usePageWords().OPTIONS;
  const isOff = props.overruled === 'switchedOff';
  const { state, means } = isOff
    ? systems.overruled.switchedOff
    : { state: systems.state[props.state], means: meaning(props, systems.meaning) };
  return (
    <>
      <p class="system-state" data-part="state">
        <Icon name={isOff ? 'none' : ICONS[props.state]} />
        <b>{state}</b>
      </p>
      <p data-part="meaning">{means}</p>
    </>
  );
}

function meaning(
  { state, missing, planServiceSet }: SystemCardProps,
  says: PageWords['OPTIONS']['systems']['meaning'],
): string {
  if (state !== 'permissionNeeded') return says[state];
  return missing.length === 0 && !planServiceSet ? says.noPlanService : says.missing(missing.join(', '));
}

function Addresses({ origins, missing }: { origins: readonly string[]; missing: readonly string[] }): JSX.Element {
  const { systems } = usePageWords().OPTIONS;
  return (
    <ul class="addresses">
      {origins.map((origin) => {
        const address = origin.replace(/\/\*$/, '');
        return (
          <li key={origin}>
            <code>{address}</code> {missing.includes(address) ? systems.notAllowed : systems.allowed}
          </li>
        );
      })}
    </ul>
  );
}
