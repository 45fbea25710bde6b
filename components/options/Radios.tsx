import type { JSX } from 'preact';
import { Managed } from './Managed.tsx';

export type Option = {
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it is another than the page's. */
  readonly lang?: string;
  readonly onChoose: () => void;
};

export type RadiosProps = {
  /** Unique in the document; ids of hint and options begin with it. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  /** The organisation has chosen. */
  readonly managed: boolean;
};

/** One of a few, all of them in sight. */
export function Radios({ name, label, hint, options, chosen, managed }: RadiosProps): JSX.Element {
  return (
    <fieldset class="field" aria-describedby={managed ? `${name}-hint ${name}-managed` : `${name}-hint`}>
      <legend>{label}</legend>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {managed ? <Managed id={`${name}-managed`} /> : null}
      {options.map((option) => (
        <div class="choice" key={option.value}>
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            checked={chosen === option.value}
            disabled={managed}
            onChange={option.onChoose}
          />
          <label for={`${name}-${option.value}`} lang={option.lang}>
            {option.label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
