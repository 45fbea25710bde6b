import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SystemState } from '../../utils/options/origins.ts';
import type { ClinicalSystem } from '../../utils/settings.ts';
import { Icon, type IconName } from '../icons.tsx';

export type SystemCardProps = {
  readonly system: ClinicalSystem;
  readonly state: SystemState;
  /** Addresses whose permission is missing, of this system or of the plan service. */
  readonly missing: readonly string[];
  readonly planServiceSet: boolean;
  readonly onAllow: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
};

const STATES: Record<SystemState, { icon: IconName; word: string }> = {
  enabled: { icon: 'same', word: 'Enabled' },
  permissionNeeded: { icon: 'unsure', word: 'Permission needed' },
  off: { icon: 'none', word: 'Off' },
};

/** One clinical system as it is saved: whether Planside works there, and what can be done about it. */
export function SystemCard(props: SystemCardProps): JSX.Element {
  const { system, state, missing } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const allowed = missing.length === 0;
  // The button goes once it has worked, and must not take the keyboard's place in the page with it.
  useEffect(() => {
    if (allowed && document.activeElement === document.body) heading.current?.focus();
  }, [allowed]);
  return (
    <article class="system" data-system={system.id} data-state={state} aria-labelledby={`${system.id}-heading`}>
      <h3 id={`${system.id}-heading`} ref={heading} tabIndex={-1}>
        {system.name}
      </h3>
      <p class="system-state" data-part="state">
        <Icon name={STATES[state].icon} />
        <b>{STATES[state].word}</b>
      </p>
      <p data-part="meaning">{meaning(props)}</p>
      <Addresses origins={system.origins} missing={missing} />
      <p class="hint">{system.adapter ? `Adapter: ${system.adapter.id}` : 'Standard reading'}</p>
      <div class="buttons">
        {allowed ? null : (
          <button type="button" class="button" data-main data-action="allow" onClick={props.onAllow}>
            Allow <span class="unseen">{system.name}</span>
          </button>
        )}
        <button type="button" class="button" data-action="change" onClick={props.onChange}>
          Change <span class="unseen">{system.name}</span>
        </button>
        <RemoveButton name={system.name} onRemove={props.onRemove} />
      </div>
    </article>
  );
}

function meaning({ state, missing, planServiceSet }: SystemCardProps): string {
  if (state === 'enabled') return 'Planside works on this system. Pages that are already open need no reload.';
  if (state === 'off') return 'Planside does nothing on this system until you press Allow.';
  if (missing.length === 0 && !planServiceSet) return 'Planside may read this system, but has no plan service to ask.';
  return `Planside may not yet reach ${missing.join(', ')}.`;
}

function Addresses({ origins, missing }: { origins: readonly string[]; missing: readonly string[] }): JSX.Element {
  return (
    <ul class="addresses">
      {origins.map((origin) => {
        const address = origin.replace(/\/\*$/, '');
        return (
          <li key={origin}>
            <code>{address}</code> {missing.includes(address) ? '(not allowed yet)' : '(allowed)'}
          </li>
        );
      })}
    </ul>
  );
}

/** Asks once more in its own place, since an adapter is not quickly written again. */
function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }): JSX.Element {
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <button
        type="button"
        class="button"
        data-grave
        data-action="remove"
        onClick={onRemove}
        onBlur={() => setAsked(false)}
      >
        Remove {name} and its permission
      </button>
    );
  }
  return (
    <button type="button" class="button" data-action="ask-to-remove" onClick={() => setAsked(true)}>
      Remove <span class="unseen">{name}</span>
    </button>
  );
}
