import type { ComponentChildren, JSX } from 'preact';
import type { CprDecision, CprStatement, Statement } from '../utils/plan/plan.ts';
import type { Claim } from './cpr-across-plans.ts';
import { NotRecorded } from './facts/Missing.tsx';
import { Phone } from './facts/Phone.tsx';
import { Quote } from './facts/Quote.tsx';
import { Decided, Source } from './facts/Source.tsx';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { CLAIM, CPR, CPR_HELP, manyDisagree } from './words.ts';

/** Filled, outlined, hatched, striped, dashed: told apart in grey, in forced colours and on a fax. */
type Form =
  | 'not-for-cpr'
  | 'for-cpr'
  | 'modified'
  | 'conflict'
  | 'not-recorded'
  | 'not-checked'
  | 'no-plan'
  | 'held-back';

type BlockProps = { form: Form; icon: IconName; verdict: string; order: string | null; children?: ComponentChildren };

/** The one place for the answer: verdict for the glance, sentence for the carer. */
export function AnswerBlock({ form, icon, verdict, order, children }: BlockProps): JSX.Element {
  return (
    <div class="answer" data-kind={form} data-part="answer">
      <h2 class="verdict">
        <Icon name={icon} />
        <span data-part="verdict">{verdict}</span>
      </h2>
      {order ? (
        <p class="order" data-part="order">
          {order}
        </p>
      ) : null}
      {children}
    </div>
  );
}

const DRAWN: Record<CprDecision['state'], { form: Form; icon: IconName }> = {
  notForCpr: { form: 'not-for-cpr', icon: 'notForCpr' },
  forCpr: { form: 'for-cpr', icon: 'forCpr' },
  modifiedCpr: { form: 'modified', icon: 'modifiedCpr' },
  conflicting: { form: 'conflict', icon: 'conflicting' },
  notRecorded: { form: 'not-recorded', icon: 'notRecorded' },
  unknown: { form: 'not-checked', icon: 'notUnderstood' },
  unreadable: { form: 'not-checked', icon: 'warning' },
};

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

function Detail({ decision, planAuthor }: { decision: OneDecision; planAuthor: Statement }): JSX.Element | null {
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
      return <AskAuthor source={planAuthor} />;
    case 'notRecorded':
      return null;
  }
}

/** What the plan says about CPR. Absence, doubt and disagreement have forms of their own and never look like a yes. */
export function CprAnswerBlock(props: { decision: OneDecision; planAuthor: Statement }): JSX.Element {
  const { decision, planAuthor } = props;
  const { verdict, order, about } = CPR[decision.state];
  return (
    <AnswerBlock {...DRAWN[decision.state]} verdict={verdict} order={order}>
      {about ? <p data-part="about">{about}</p> : null}
      <Detail decision={decision} planAuthor={planAuthor} />
    </AnswerBlock>
  );
}

/** Two or more statements that disagree: none is chosen, and all are drawn alike. */
export function CprDisagreement({ claims }: { claims: readonly Claim[] }): JSX.Element {
  const { verdict, order } = CPR.conflicting;
  return (
    <>
      <AnswerBlock
        {...DRAWN.conflicting}
        verdict={verdict}
        order={claims.length > 2 ? manyDisagree(claims.length) : order}
      />
      <ol class="claims">
        {claims.map((claim, at) => (
          <li key={`${at} ${claim.says}`} data-part="claim">
            <p class="said">{CLAIM[claim.says]}</p>
            {claim.sentAs ? <p>{CPR_HELP.sentAs(claim.sentAs)}</p> : null}
            <Source source={claim.source} />
            {claim.words ? <Quote words={claim.words} /> : null}
            {claim.source.phone ? (
              <p>
                <Phone number={claim.source.phone} />
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}
