import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PatientIdentity } from '../../utils/patient/patient-identity.ts';
import type { View } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { Authored } from '../facts/Authored.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { londonTime } from '../format/london-time.ts';
import { bannerName } from '../format/names.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { useWords } from '../words/words.ts';
import { FieldError } from './FieldError.tsx';
import { Recording } from './Recording.tsx';
import { type Checked, checkBirthDate, type Field, type Typed } from './typed-birth-date.ts';

type Wrong = Extract<Checked, { wrong: unknown }>;

const NOTHING_TYPED: Typed = { day: '', month: '', year: '' };
const LENGTHS: ReadonlyArray<readonly [Field, number]> = [
  ['day', 2],
  ['month', 2],
  ['year', 4],
];

function OnPage({ page, isOfHub }: { page: PatientIdentity; isOfHub: boolean }): JSX.Element {
  const { BIRTH_DATE } = useWords();
  const name = bannerName(page);
  return (
    <table>
      <tbody>
        <tr>
          <th scope="row">{isOfHub ? BIRTH_DATE.nameFromHub : BIRTH_DATE.nameOnPage}</th>
          <td data-part="name">
            {name ? <Authored>{name}</Authored> : <NotRecorded>{BIRTH_DATE.noName}</NotRecorded>}
          </td>
        </tr>
        <tr>
          <th scope="row">{isOfHub ? BIRTH_DATE.nhsNumberFromHub : BIRTH_DATE.nhsNumberOnPage}</th>
          <td data-part="nhs-number">
            <bdi class="number">{spacedNhsNumber(page.nhsNumber)}</bdi>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type FieldsProps = { typed: Typed; wrong: Wrong | null; onType: (field: Field, text: string) => void };

function DateFields({ typed, wrong, onType }: FieldsProps): JSX.Element {
  const { BIRTH_DATE } = useWords();
  return (
    <div class="date">
      {LENGTHS.map(([field, length]) => (
        <p key={field}>
          <label for={`birth-${field}`}>{BIRTH_DATE[field]}</label>
          <input
            id={`birth-${field}`}
            name={field}
            value={typed[field]}
            inputMode="numeric"
            autoComplete="off"
            maxLength={length}
            aria-invalid={wrong?.fields.includes(field) ? 'true' : undefined}
            aria-describedby={wrong ? 'birth-wrong' : 'birth-hint'}
            onInput={(event) => onType(field, event.currentTarget.value)}
          />
        </p>
      ))}
    </div>
  );
}

type BirthDateProps = { view: Extract<View, { kind: 'birthDateNeeded' }>; now: number; on: On };

/** A number alone is never enough: the person at the screen says when this patient was born. Keeps what was typed. */
export function BirthDateNeeded({ view, now, on }: BirthDateProps): JSX.Element {
  const { BIRTH_DATE } = useWords();
  const { page, confirming } = view;
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<Wrong | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    const checked = checkBirthDate(typed, londonTime(now).date);
    setWrong('wrong' in checked ? checked : null);
    if ('birthDate' in checked) on({ do: 'confirmBirthDate', birthDate: checked.birthDate });
    else form.current?.querySelector<HTMLInputElement>(`#birth-${checked.fields[0]}`)?.focus();
  }

  return (
    <form class="say" ref={form} onSubmit={submit} noValidate>
      <h1 data-part="heading">{BIRTH_DATE.heading}</h1>
      <OnPage page={page} isOfHub={view.openedBy === 'hub'} />
      <fieldset class="field">
        <legend>{BIRTH_DATE.legend}</legend>
        <p class="hint" id="birth-hint">
          {BIRTH_DATE.hint}
        </p>
        {wrong ? <FieldError id="birth-wrong">{BIRTH_DATE.wrong[wrong.wrong]}</FieldError> : null}
        <DateFields
          typed={typed}
          wrong={wrong}
          onType={(field, text) => setTyped((before) => ({ ...before, [field]: text }))}
        />
      </fieldset>
      <div class="buttons">
        <button type="submit" class="button" data-main data-command="confirmBirthDate">
          {BIRTH_DATE.button}
        </button>
      </div>
      {confirming ? <Recording wait={confirming} now={now} on={on} /> : null}
    </form>
  );
}
