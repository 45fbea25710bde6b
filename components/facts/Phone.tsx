import type { JSX } from 'preact';
import { CopyNumber } from '../call/CopyNumber.tsx';
import { phoneLink } from '../format/phone-link.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';

/** A number stays on one line; with an extension it may be too long for a narrow panel. */
const ONE_LINE = 17;

type PhoneProps = {
  number: string;
  /** Whose number it is; left out where the document does not say. */
  of?: string | undefined;
};

/** A telephone number as sent, to be copied; a link only where it is plainly one number. */
export function Phone({ number, of }: PhoneProps): JSX.Element {
  const { CALL } = useWords();
  const address = phoneLink(number);
  return (
    <>
      {address ? (
        <a
          class={number.length > ONE_LINE ? 'phone long' : 'phone'}
          href={address}
          data-part="phone"
          aria-label={of ? CALL.ring(of, number) : CALL.ringNumber(number)}
        >
          <Icon name="telephone" />
          <span>{number}</span>
        </a>
      ) : (
        <b data-part="phone">{number}</b>
      )}
      <CopyNumber number={number} of={of} />
    </>
  );
}

/** Each number on a line of its own. */
export function Phones({ numbers, of }: { numbers: readonly string[]; of: string }): JSX.Element {
  return (
    <>
      {numbers.map((number) => (
        <span class="line" key={number}>
          <Phone number={number} of={of} />
        </span>
      ))}
    </>
  );
}
