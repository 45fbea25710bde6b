import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Support as Contact } from '../utils/settings/policy-schema.ts';
import { phoneLink } from './format/phone-link.ts';

/** Whom the organisation wants to be called; `null`: it has not said. */
export const SupportContext = createContext<Contact | null>(null);

/** Stands beside every code for the helpdesk, so that nobody has to look for the number. */
export function Support(): JSX.Element | null {
  const contact = useContext(SupportContext);
  return contact ? <SupportLine {...contact} /> : null;
}

function SupportLine({ name, telephone, email, address }: Contact): JSX.Element {
  return (
    <p class="support" data-part="support">
      <b>{name}</b>
      {telephone ? <Telephone number={telephone} /> : null}
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {new URL(address).host}
        </a>
      ) : null}
    </p>
  );
}

function Telephone({ number }: { number: string }): JSX.Element {
  const address = phoneLink(number);
  return address ? <a href={address}>{number}</a> : <span>{number}</span>;
}
