import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSystem, WrongSystem } from '../../utils/options/system-form.ts';
import { Field, type FieldProps, focusFirstWrong } from './Field.tsx';
import { TextFile } from './TextFile.tsx';

export type SystemFormProps = {
  /** Unique among the forms of the page. */
  readonly id: string;
  readonly shown: TypedSystem;
  /** Saves, or answers with what is wrong; nothing is saved then. */
  readonly onSave: (typed: TypedSystem) => Promise<WrongSystem>;
  readonly onCancel: () => void;
};

const FIELDS: ReadonlyArray<Pick<FieldProps, 'label' | 'hint' | 'lines'> & { name: keyof TypedSystem }> = [
  { name: 'name', label: 'Name', hint: 'As staff call this system' },
  {
    name: 'origins',
    label: 'Web addresses',
    hint: 'Where the system’s pages come from, one on each line, frames included. Planside works on the whole of each address, whatever follows the host name',
    lines: 3,
  },
  {
    name: 'adapter',
    label: 'Adapter',
    hint: 'Leave empty for the standard reading. Otherwise paste the adapter for this system, or load its JSON file',
    lines: 6,
  },
];

/** One clinical system, new or changed. Keeps what was typed until it can be saved. */
export function SystemForm({ id, shown, onSave, onCancel }: SystemFormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<WrongSystem>({});
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => focusFirstWrong(form.current), [wrong]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setWrong(await onSave(typed));
  }
  const type = (name: keyof TypedSystem, text: string) => setTyped((before) => ({ ...before, [name]: text }));

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate data-system-form={id}>
      {FIELDS.map(({ name, ...words }) => (
        <Field
          key={name}
          {...words}
          id={`${id}-${name}`}
          value={typed[name]}
          wrong={wrong[name]}
          onType={(text) => type(name, text)}
        />
      ))}
      <TextFile id={`${id}-file`} label="Load adapter file" onText={(text) => type('adapter', text)} />
      <div class="buttons">
        <button type="submit" class="button" data-main data-action="save-system">
          Save system
        </button>
        <button type="button" class="button" data-action="cancel" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
