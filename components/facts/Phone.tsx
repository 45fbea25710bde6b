import type { JSX } from 'preact';
import { phoneLink } from '../format/phone-link.ts';
import { Icon } from '../icons.tsx';

/** A number stays on one line; with an extension it may be too long for a narrow panel. */
const ONE_LINE = 17;

/** A telephone number as sent; a link only where it is plainly one number. */
export function Phone({ number }: { number: string }): JSX.Element {
  const address = phoneLink(number);
  if (!address) return <b data-part="phone">{number}</b>;
  return (
    <a class={number.length > ONE_LINE ? 'phone long' : 'phone'} href={address} data-part="phone">
      <Icon name="telephone" />
      <span>{number}</span>
    </a>
  );
}

/** Each number on a line of its own. */
export function Phones({ numbers }: { numbers: readonly string[] }): JSX.Element {
  return (
    <>
      {numbers.map((number) => (
        <span class="line" key={number}>
          <Phone number={number} />
        </span>
      ))}
    </>
  );
}
