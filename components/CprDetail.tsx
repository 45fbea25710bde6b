import type { JSX } from 'preact';
import type { CprDecision, CprMention, CprStatement, Statement } from '../utils/plan/plan.ts';
import type { Claim } from './cpr-across-plans.ts';
import { NotRecorded } from './facts/Missing.tsx';
import { Phone } from './facts/Phone.tsx';
import { Quote } from './facts/Quote.tsx';
import { Decided, Source } from './facts/Source.tsx';
import { CPR_HELP, claimSays } from './words.ts';

/** “Ask the author”, with the number where there is one. */
function AskAuthor({ source }: { source: Statement }): JSX.Element {
  return (
    <p data-part="ask-author">
      {CPR_HELP.askAuthor} {source.phone ? <Phone number={source.phone} /> : null}
    </p>
  );
}

/** `modifiedCpr`: the quote is the order, so it is set at reading size. */
function Modified({ statement }: { statement: CprStatement }): JSX.Element {
  return (
    <>
      {statement.words ? (
        <Quote words={statement.words} part="cpr-words" order />
      ) : (
        <>
          <p>
            <NotRecorded>{CPR_HELP.modifiedWithoutWords}</NotRecorded>
          </p>
          <AskAuthor source={statement.source} />
        </>
      )}
      <Decided verb="Decided" source={statement.source} part="decided" />
    </>
  );
}

function NotUnderstood({ statement }: { statement: CprStatement }): JSX.Element {
  return (
    <>
      {statement.sentAs ? <p data-part="sent-as">{CPR_HELP.sentAs(statement.sentAs)}</p> : null}
      <Decided verb="Recorded" source={statement.source} part="decided" />
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
          <Decided verb="Decided" source={decision.statement.source} part="decided" />
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
  return (
    <ul class="mentions">
      {mentions.map(({ section, words }, at) => (
        <li key={`${at} ${section}`} data-part="mention">
          <Quote words={words} order />
          <p class="by">{CPR_HELP.from(section)}</p>
        </li>
      ))}
    </ul>
  );
}

/** One of several statements, or the silence of a plan beside another that speaks. */
export function OneClaim({ claim }: { claim: Claim }): JSX.Element {
  const { words, sentAs, inWords, mentions, source } = claim;
  return (
    <li data-part="claim">
      <p class="said">{claimSays(claim)}</p>
      {inWords ? <p data-part="from-text">{CPR_HELP.fromText}</p> : null}
      {sentAs ? <p>{CPR_HELP.sentAs(sentAs)}</p> : null}
      <Source source={source} />
      {words ? <Quote words={words} /> : null}
      {mentions ? <Mentions mentions={mentions} /> : null}
      {source.phone ? (
        <p>
          <Phone number={source.phone} />
        </p>
      ) : null}
    </li>
  );
}
