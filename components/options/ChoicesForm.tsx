import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedChoices, WrongChoices } from '../../utils/options/choices-form.ts';
import { usePageWords } from '../words/pages.ts';
import { Field, focusFirstWrong } from './Field.tsx';
import { Managed } from './Managed.tsx';
import { Radios } from './Radios.tsx';

export type ChoicesFormProps = {
  readonly shown: TypedChoices;
  /** Settings that the organisation has made. */
  readonly managed: ReadonlySet<string>;
  /** Saves, or answers with what is wrong; nothing is saved then. */
  readonly onSave: (typed: TypedChoices) => Promise<WrongChoices>;
};

/** What each place may choose for itself: when to lock, whether to keep copies, which language to speak. */
export function ChoicesForm({ shown, managed, onSave }: ChoicesFormProps): JSX.Element {
  const { choices } = usePageWords().OPTIONS;
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<WrongChoices>({});
  useEffect(() => focusFirstWrong(form.current), [wrong]);
  // Others were saved, imported or set by policy meanwhile: the form begins anew with them.
  useEffect(() => {
    setTyped(shown);
    setWrong({});
  }, [JSON.stringify(shown)]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setWrong(await onSave(typed));
  }
  const choose = (chosen: Partial<TypedChoices>) => setTyped((before) => ({ ...before, ...chosen }));
  const part = { typed, managed, choose };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Minutes {...part} wrong={wrong.lockAfterMinutes === true} />
      <Copies {...part} />
      <Language {...part} />
      {Object.keys(shown).every((choice) => managed.has(choice)) ? null : (
        <div class="buttons">
          <button type="submit" class="button" data-main data-action="save-choices">
            {choices.save}
          </button>
        </div>
      )}
    </form>
  );
}

type PartProps = {
  readonly typed: TypedChoices;
  readonly managed: ReadonlySet<string>;
  readonly choose: (chosen: Partial<TypedChoices>) => void;
};

function Minutes({ typed, managed, choose, wrong }: PartProps & { wrong: boolean }): JSX.Element {
  const { OPTIONS, OPTIONS_SAY } = usePageWords();
  const isManaged = managed.has('lockAfterMinutes');
  return (
    <div class="field">
      <Field
        {...OPTIONS.choices.lockAfterMinutes}
        id="lockAfterMinutes"
        inputMode="numeric"
        value={typed.lockAfterMinutes}
        wrong={wrong ? OPTIONS_SAY.wrong.lockAfterMinutes : undefined}
        lockedBy={isManaged ? 'lockAfterMinutes-managed' : undefined}
        onType={(lockAfterMinutes) => choose({ lockAfterMinutes })}
      />
      {isManaged ? <Managed id="lockAfterMinutes-managed" /> : null}
    </div>
  );
}

function Copies({ typed, managed, choose }: PartProps): JSX.Element {
  const { choices } = usePageWords().OPTIONS;
  return (
    <Radios
      {...choices.offlineCopies}
      name="offlineCopies"
      chosen={typed.offlineCopies ? 'yes' : 'no'}
      managed={managed.has('offlineCopies')}
      options={[
        { value: 'yes', label: choices.on, onChoose: () => choose({ offlineCopies: true }) },
        { value: 'no', label: choices.off, onChoose: () => choose({ offlineCopies: false }) },
      ]}
    />
  );
}

function Language({ typed, managed, choose }: PartProps): JSX.Element {
  const { language } = usePageWords().OPTIONS.choices;
  return (
    <Radios
      label={language.label}
      hint={language.hint}
      name="language"
      chosen={typed.language}
      managed={managed.has('language')}
      options={[
        { value: 'asBrowser', label: language.asBrowser, onChoose: () => choose({ language: 'asBrowser' }) },
        { value: 'en', label: language.en, lang: 'en', onChoose: () => choose({ language: 'en' }) },
        { value: 'cy', label: language.cy, lang: 'cy', onChoose: () => choose({ language: 'cy' }) },
      ]}
    />
  );
}
