import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { Phones } from '../facts/Phone.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { ToldSection } from './Section.tsx';

/** Whom to ring, in order. */
export function Contacts({ plan }: { plan: Plan }): JSX.Element {
  return (
    <ToldSection
      name="contacts"
      title="Contacts"
      told={plan.contacts}
      partUnreadable={isPartUnreadable(plan, 'contacts')}
      closedLine={(contacts) => contacts.map(({ name, relationship }) => relationship ?? name).join(', ')}
    >
      {(contacts, source) => (
        <>
          <ol class="contacts">
            {contacts.map(({ name, relationship, phones, words }, at) => (
              <li key={`${at} ${name}`} data-part="contact">
                <b class="said">
                  {at + 1}. <bdi>{name}</bdi>
                </b>
                {relationship ? <span>, {relationship}</span> : null}
                {phones.length > 0 ? (
                  <Phones numbers={phones} />
                ) : (
                  <span class="line">
                    <NotRecorded>Number not recorded</NotRecorded>
                  </span>
                )}
                {words ? <Quote words={words} /> : null}
              </li>
            ))}
          </ol>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
