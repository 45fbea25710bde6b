import type { JSX, Ref } from 'preact';
import { FieldError } from '../states/FieldError.tsx';

type SearchFieldProps = {
  id: string;
  label: string;
  hint: string;
  value: string;
  /** The id of a sentence about it that stands elsewhere. */
  about?: string | undefined;
  /** The sentence that says what is wrong with what was typed. */
  wrong: string | undefined;
  onType: (text: string) => void;
  field?: Ref<HTMLInputElement>;
};

/** One field of a search. The browser is not to remember what is typed into it. */
export function SearchField({ id, label, hint, value, about, wrong, onType, field }: SearchFieldProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {wrong ? <FieldError id={`${id}-wrong`}>{wrong}</FieldError> : null}
      <input
        type="text"
        id={id}
        ref={field ?? null}
        value={value}
        autoComplete="off"
        autoCorrect="off"
        spellcheck={false}
        maxLength={100}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={[about, `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
