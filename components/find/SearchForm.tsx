import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchFaults, TypedSearch } from '../../utils/find/read-search.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { useWords, type Words } from '../words/words.ts';
import { SearchField } from './SearchField.tsx';

export type SearchFormProps = {
  /** Ten digits that the page was opened with; `null`: none. */
  filledIn: string | null;
  /** Looks for whom the fields name, or says what is wrong with them. */
  onSearch: (typed: TypedSearch) => SearchFaults | null;
  /** What was looked for is no longer what stands in the fields. */
  onChange: () => void;
};

function numberWrong(wrong: SearchFaults['nhsNumber'], { FIND_NUMBER_WRONG }: Words): string | undefined {
  return wrong && FIND_NUMBER_WRONG[wrong.is](wrong.is === 'wrongLength' ? wrong.digits : 0);
}

/** The first field that is still empty has the cursor when the page opens, unless somebody is at something already. */
function useFirstField(first: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const { activeElement, body } = document;
    if ([body, first.current?.closest('.find')].includes(activeElement as HTMLElement)) first.current?.focus();
  }, [first]);
}

/** Two fields and Enter. What is typed is here and nowhere else, and goes with the form. */
export function SearchForm({ filledIn, onSearch, onChange }: SearchFormProps): JSX.Element {
  const words = useWords();
  const { FIND, FIND_BIRTH_DATE_WRONG } = words;
  const [typed, setTyped] = useState<TypedSearch>({ nhsNumber: spacedNhsNumber(filledIn ?? ''), birthDate: '' });
  const [faults, setFaults] = useState<SearchFaults>({});
  const nhsNumber = useRef<HTMLInputElement>(null);
  const birthDate = useRef<HTMLInputElement>(null);
  useFirstField(filledIn ? birthDate : nhsNumber);

  function type(field: keyof TypedSearch, text: string): void {
    onChange();
    setTyped((before) => ({ ...before, [field]: text }));
  }

  function submit(event: Event): void {
    event.preventDefault();
    const wrong = onSearch(typed) ?? {};
    setFaults(wrong);
    if (wrong.nhsNumber) nhsNumber.current?.focus();
    else if (wrong.birthDate) birthDate.current?.focus();
  }

  return (
    <form class="search" onSubmit={submit} noValidate autoComplete="off" data-part="search">
      <h2>{FIND.search}</h2>
      {filledIn ? <p data-part="filled-in">{FIND.filledIn}</p> : null}
      <SearchField
        id="nhs-number"
        label={FIND.nhsNumber}
        hint={FIND.nhsNumberHint}
        value={typed.nhsNumber}
        wrong={numberWrong(faults.nhsNumber, words)}
        onType={(text) => type('nhsNumber', text)}
        field={nhsNumber}
      />
      <SearchField
        id="birth-date"
        label={FIND.birthDate}
        hint={FIND.birthDateHint}
        value={typed.birthDate}
        wrong={faults.birthDate && FIND_BIRTH_DATE_WRONG[faults.birthDate.is]}
        onType={(text) => type('birthDate', text)}
        field={birthDate}
      />
      <button type="submit" class="button" data-main data-command="search">
        {FIND.button}
      </button>
    </form>
  );
}
