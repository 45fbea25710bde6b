import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';

export type FieldProps = {
  /** Unique in the document; hint and error are named after it. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onType: (text: string) => void;
  /** Lines of a larger field; left out for one line. */
  readonly lines?: number;
  /** Id of what says why it can be read and not changed; left out where it can be changed. */
  readonly lockedBy?: string | undefined;
  readonly inputMode?: 'numeric';
};

/** One field with its label, a hint, and beside it the sentence that says what is wrong with what was typed. */
export function Field({ id, label, hint, value, wrong, onType, lines, lockedBy, inputMode }: FieldProps): JSX.Element {
  const common = {
    id,
    value,
    autocomplete: 'off' as const,
    spellcheck: false,
    readOnly: lockedBy !== undefined,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': [`${id}-hint`, wrong ? `${id}-wrong` : null, lockedBy].filter(Boolean).join(' '),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {wrong ? <Wrong id={`${id}-wrong`}>{wrong}</Wrong> : null}
      {lines === undefined ? (
        <input type="text" inputMode={inputMode} {...common} onInput={(event) => onType(event.currentTarget.value)} />
      ) : (
        <textarea rows={lines} {...common} onInput={(event) => onType(event.currentTarget.value)} />
      )}
    </div>
  );
}

/** What is wrong, told by a sign as well as by colour. */
export function Wrong({ id, children }: { id: string; children: string }): JSX.Element {
  return (
    <p class="error" id={id} data-part="error">
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}

/** Puts the cursor into the first field that is wrong, once it says so. */
export function focusFirstWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
