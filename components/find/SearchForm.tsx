import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NumberWithin, SearchFaults, TypedSearch } from '../../utils/find/read-search.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { useWords, type Words } from '../words/words.ts';
import { SearchField } from './SearchField.tsx';

export type SearchFormProps = {
  /** What was found in the text the page was opened with; `null`: there was no text. */
  given: NumberWithin | null;
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

/** What became of the text with which the page was opened from elsewhere. */
function Given({ given }: Pick<SearchFormProps, 'given'>): JSX.Element | null {
  const { FIND_GIVEN } = useWords();
  return given ? (
    <p id="given" data-part="given">
      {FIND_GIVEN[given.is]}
    </p>
  ) : null;
}

/** What stands in the two fields, and what each is made of. */
function useFields({ given, onChange }: Pick<SearchFormProps, 'given' | 'onChange'>) {
  const { FIND } = useWords();
  const filledIn = given?.is === 'one' ? given.nhsNumber : '';
  const first = filledIn ? 'birthDate' : 'nhsNumber';
  const [typed, setTyped] = useState<TypedSearch>({ nhsNumber: spacedNhsNumber(filledIn), birthDate: '' });
  const inputs = { nhsNumber: useRef<HTMLInputElement>(null), birthDate: useRef<HTMLInputElement>(null) };
  useFirstField(inputs[first]);
  const field = (name: keyof TypedSearch) => ({
    label: FIND[name],
    hint: FIND[`${name}Hint`],
    about: given && name === first ? 'given' : undefined,
    value: typed[name],
    field: inputs[name],
    onType(text: string) {
      onChange();
      setTyped((before) => ({ ...before, [name]: text }));
    },
  });
  return { typed, inputs, field };
}

/** Two fields and Enter. What is typed is here and nowhere else, and goes with the form. */
export function SearchForm({ given, onSearch, onChange }: SearchFormProps): JSX.Element {
  const words = useWords();
  const { FIND, FIND_BIRTH_DATE_WRONG } = words;
  const { typed, inputs, field } = useFields({ given, onChange });
  const [{ nhsNumber, birthDate }, setFaults] = useState<SearchFaults>({});

  function submit(event: Event): void {
    event.preventDefault();
    const wrong = onSearch(typed) ?? {};
    setFaults(wrong);
    if (wrong.nhsNumber) inputs.nhsNumber.current?.focus();
    else if (wrong.birthDate) inputs.birthDate.current?.focus();
  }

  return (
    <form class="search" onSubmit={submit} noValidate autoComplete="off" data-part="search">
      <h2>{FIND.search}</h2>
      <Given given={given} />
      <SearchField id="nhs-number" {...field('nhsNumber')} wrong={numberWrong(nhsNumber, words)} />
      <SearchField id="birth-date" {...field('birthDate')} wrong={birthDate && FIND_BIRTH_DATE_WRONG[birthDate.is]} />
      <button type="submit" class="button" data-main data-command="search">
        {FIND.button}
      </button>
    </form>
  );
}
