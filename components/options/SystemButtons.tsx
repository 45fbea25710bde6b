import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePageWords } from '../words/pages.ts';
import type { SystemCardProps } from './SystemCard.tsx';

/** What can be done about a system: one of the organisation's can be allowed, taught and left, and not changed. */
export function SystemButtons(props: SystemCardProps): JSX.Element {
  const { name } = props.system;
  const { systems } = usePageWords().OPTIONS;
  const isOff = props.state === 'off';
  const button = (action: 'allow' | 'teach' | 'leave' | 'change', press: () => void) => (
    <button
      type="button"
      class="button"
      data-main={action === 'allow' || undefined}
      data-action={action}
      onClick={press}
    >
      {systems[action]} <span class="unseen">{name}</span>
    </button>
  );
  return (
    <div class="buttons">
      {props.missing.length === 0 ? null : button('allow', props.onAllow)}
      {isOff ? null : button('teach', props.onTeach)}
      {isOff || !props.managed ? null : button('leave', props.onLeave)}
      {props.managed ? null : button('change', props.onChange)}
      {props.managed ? null : <RemoveButton name={name} onRemove={props.onRemove} />}
    </div>
  );
}

/** Asks once more in its own place, since an adapter is not quickly written again. */
function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }): JSX.Element {
  const { systems } = usePageWords().OPTIONS;
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
        {systems.removeForGood(name)}
      </button>
    );
  }
  return (
    <button type="button" class="button" data-action="ask-to-remove" onClick={() => setAsked(true)}>
      {systems.remove} <span class="unseen">{name}</span>
    </button>
  );
}
