import type { JSX } from 'preact';
import type { Contact } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { Phones } from '../facts/Phone.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { ToldSection } from './ToldSection.tsx';

function OneContact({ contact: { name, relationship, phones, words }, place }: Placed): JSX.Element {
  const { FACT } = useWords();
  return (
    <li data-part="contact">
      <b class="said">
        {place}. <Authored>{name}</Authored>
      </b>
      {relationship ? (
        <span>
          , <Authored>{relationship}</Authored>
        </span>
      ) : null}
      {phones.length > 0 ? (
        <Phones numbers={phones} of={name} />
      ) : (
        <span class="line">
          <NotRecorded>{FACT.noNumber}</NotRecorded>
        </span>
      )}
      {words ? <Quote words={words} /> : null}
    </li>
  );
}

type Placed = { contact: Contact; place: number };

/** Whom to ring, in order. */
export function Contacts(seen: SeenPlan): JSX.Element {
  return (
    <ToldSection
      {...seen}
      part="contacts"
      name="contacts"
      told={seen.plan.contacts}
      closedLine={(contacts) => (
        <Authored>{contacts.map(({ name, relationship }) => relationship ?? name).join('; ')}</Authored>
      )}
    >
      {(contacts, source) => (
        <>
          <ol class="contacts">
            {contacts.map((contact, at) => (
              <OneContact key={`${at} ${contact.name}`} contact={contact} place={at + 1} />
            ))}
          </ol>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
