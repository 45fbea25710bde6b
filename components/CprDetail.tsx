import type { JSX } from 'preact';
import type { CprDecision, CprMention, CprStatement, Statement } from '../utils/plan/plan.ts';
import type { Claim } from './cpr-across-plans.ts';
import { Authored } from './facts/Authored.tsx';
import { Filled } from './facts/Filled.tsx';
import { NotRecorded } from './facts/Missing.tsx';
import { Phone } from './facts/Phone.tsx';
import { Quote } from './facts/Quote.tsx';
import { author, Decided, Source } from './facts/Source.tsx';
import { Title } from './facts/Title.tsx';
import { useWords } from './words/words.ts';

/** “Ask the author”, with the number where there is one. */
function AskAuthor({ source }: { source: Statement }): JSX.Element {
  const { CPR } = useWords();
  return (
    <p data-part="ask-author">
      {CPR.askAuthor} {source.phone ? <Phone number={source.phone} of={author(source)} /> : null}
    </p>
  );
}

/** `modifiedCpr`: the quote is the order, so it is set at reading size. */
function Modified({ statement }: { statement: CprStatement }): JSX.Element {
  const { CPR } = useWords();
  return (
    <>
      {statement.words ? (
        <Quote words={statement.words} part="cpr-words" order />
      ) : (
        <>
          <p>
            <NotRecorded>{CPR.modifiedWithoutWords}</NotRecorded>
          </p>
          <AskAuthor source={statement.source} />
        </>
      )}
      <Decided verb="decided" source={statement.source} part="decided" />
    </>
  );
}

/** What came, where nobody knows what it means. */
function SentAs({ words }: { words: string }): JSX.Element {
  const { CPR } = useWords();
  return <Filled says={CPR.sentAs} words={<Authored>{words}</Authored>} />;
}

function NotUnderstood({ statement }: { statement: CprStatement }): JSX.Element {
  return (
    <>
      {statement.sentAs ? (
        <p data-part="sent-as">
          <SentAs words={statement.sentAs} />
        </p>
      ) : null}
      <Decided verb="recorded" source={statement.source} part="decided" />
      {statement.words ? <Quote words={statement.words} part="cpr-words" /> : null}
      <AskAuthor source={statement.source} />
    </>
  );
}

type OneDecision = Exclude<CprDecision, { state: 'conflicting' }>;

/** Who decided and when, and the author’s words. */
export function CprDetail(props: { decision: OneDecision; planAuthor: Statement }): JSX.Element | null {
  const { decision, planAuthor } = props;
  switch (decision.state) {
    case 'notForCpr':
    case 'forCpr':
      return (
        <>
          <Decided verb="decided" source={decision.statement.source} part="decided" />
          {decision.statement.words ? <Quote words={decision.statement.words} part="cpr-words" /> : null}
        </>
      );
    case 'modifiedCpr':
      return <Modified statement={decision.statement} />;
    case 'unknown':
      return <NotUnderstood statement={decision.statement} />;
    case 'unreadable':
    case 'inWordsOnly':
      return <AskAuthor source={planAuthor} />;
    case 'notRecorded':
    case 'hidden':
      return null;
  }
}

/** Words about CPR where nothing is coded: each with the section it stands in, shown and never interpreted. */
export function Mentions({ mentions }: { mentions: readonly CprMention[] }): JSX.Element {
  const { CPR } = useWords();
  return (
    <ul class="mentions">
      {mentions.map(({ section, words }, at) => (
        <li key={`${at} ${section}`} data-part="mention">
          <Quote words={words} order />
          <p class="by">
            <Filled says={CPR.from} section={<Title>{section}</Title>} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** One of several statements, or the silence of a plan beside another that speaks. */
export function OneClaim({ claim }: { claim: Claim }): JSX.Element {
  const { CPR } = useWords();
  const { words, sentAs, says, inWords, mentions, source } = claim;
  return (
    <li data-part="claim">
      <p class="said">{inWords ? CPR.saysInWords(CPR.claim[says]) : CPR.says(CPR.claim[says])}</p>
      {inWords ? <p data-part="from-text">{CPR.fromText}</p> : null}
      {sentAs ? (
        <p>
          <SentAs words={sentAs} />
        </p>
      ) : null}
      <Source source={source} />
      {words ? <Quote words={words} /> : null}
      {mentions ? <Mentions mentions={mentions} /> : null}
      {source.phone ? (
        <p>
          <Phone number={source.phone} of={author(source)} />
        </p>
      ) : null}
    </li>
  );
}
