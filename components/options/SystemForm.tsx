import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSystem, WrongSystem } from '../../utils/options/system-form.ts';
import { type PageWords, usePageWords } from '../words/pages.ts';
import { Field, focusFirstWrong } from './Field.tsx';
import { namesOf } from './says.ts';
import { TextFile } from './TextFile.tsx';

export type SystemFormProps = {
  /** Unique among the forms of the page. */
  readonly id: string;
  readonly shown: TypedSystem;
  /** Saves, or answers with what is wrong; nothing is saved then. */
  readonly onSave: (typed: TypedSystem) => Promise<WrongSystem>;
  readonly onCancel: () => void;
};

/** One clinical system, new or changed. Keeps what was typed until it can be saved. */
export function SystemForm({ id, shown, onSave, onCancel }: SystemFormProps): JSX.Element {
  const words = usePageWords();
  const { systems } = words.OPTIONS;
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
  const says = sentencesFor(wrong, words);
  const field = (name: keyof TypedSystem) => ({
    ...systems[name],
    id: `${id}-${name}`,
    value: typed[name],
    wrong: says[name],
    onType: (text: string) => type(name, text),
  });

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate data-system-form={id}>
      <Field {...field('name')} />
      <Field {...field('origins')} lines={3} />
      <Field {...field('adapter')} lines={6} />
      <TextFile id={`${id}-file`} label={systems.load} onText={(text) => type('adapter', text)} />
      <div class="buttons">
        <button type="submit" class="button" data-main data-action="save-system">
          {systems.save}
        </button>
        <button type="button" class="button" data-action="cancel" onClick={onCancel}>
          {systems.cancel}
        </button>
      </div>
    </form>
  );
}

function sentencesFor({ name, origins, adapter }: WrongSystem, words: PageWords): Partial<TypedSystem> {
  const { wrong } = words.OPTIONS_SAY;
  return {
    ...(name ? { name: wrong.systemName } : {}),
    ...(origins
      ? { origins: origins === 'malformed' ? wrong.origins : wrong.taken(origins.origin, origins.takenBy) }
      : {}),
    ...(adapter
      ? { adapter: adapter === 'notJson' ? wrong.adapterNotJson : wrong.adapter(namesOf(adapter.places, words)) }
      : {}),
  };
}
