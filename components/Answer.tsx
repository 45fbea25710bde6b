import type { ComponentChildren, JSX } from 'preact';
import type { CprDecision, Plan } from '../utils/plan/plan.ts';
import { CprDetail, Mentions, OneClaim } from './CprDetail.tsx';
import type { Claim } from './cpr-across-plans.ts';
import { disagreement, verdictAsOf } from './cpr-words.ts';
import { Changed } from './facts/Changed.tsx';
import { CouldNotBeRead } from './facts/Missing.tsx';
import { Sentence } from './facts/Sentence.tsx';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { marksOf, type SeenPlan } from './parts.ts';
import { OwnText } from './sections/OwnText.tsx';
import { useWords, type Words } from './words/words.ts';

/** Filled, outlined, hatched, striped, dashed: told apart in grey, in forced colours and on a fax. */
export type Form =
  | 'not-for-cpr'
  | 'for-cpr'
  | 'modified'
  | 'conflict'
  | 'not-recorded'
  | 'not-checked'
  | 'no-plan'
  | 'held-back';

type BlockProps = {
  form: Form;
  icon: IconName;
  verdict: string;
  /** Stands between verdict and order, because it bears on both. */
  warning?: string | null;
  order: string | null;
  children?: ComponentChildren;
};

/** The one place for the answer: verdict for the glance, sentence for the carer. */
export function AnswerBlock({ form, icon, verdict, warning = null, order, children }: BlockProps): JSX.Element {
  return (
    <div class="answer" data-kind={form} data-part="answer">
      <h2 class="verdict">
        <Icon name={icon} />
        <span data-part="verdict">
          <Sentence>{verdict}</Sentence>
        </span>
      </h2>
      {warning ? <p data-part="answer-warning">{warning}</p> : null}
      {order ? (
        <p class="order" data-part="order">
          <Sentence>{order}</Sentence>
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** The form and the icon of each decision. */
export const DRAWN: Record<CprDecision['state'], { form: Form; icon: IconName }> = {
  notForCpr: { form: 'not-for-cpr', icon: 'notForCpr' },
  forCpr: { form: 'for-cpr', icon: 'forCpr' },
  modifiedCpr: { form: 'modified', icon: 'modifiedCpr' },
  conflicting: { form: 'conflict', icon: 'conflicting' },
  notRecorded: { form: 'not-recorded', icon: 'notRecorded' },
  unknown: { form: 'not-checked', icon: 'notUnderstood' },
  unreadable: { form: 'not-checked', icon: 'warning' },
  inWordsOnly: { form: 'not-checked', icon: 'inWordsOnly' },
  hidden: { form: 'held-back', icon: 'lock' },
};

type OneDecision = Exclude<CprDecision, { state: 'conflicting' }>;

/** `11:22` where the plan is a copy kept here, from that time; `null` where the service has just sent it. */
export type AsOf = { readonly asOf: string | null };

/** An answer of a copy says how old it is, and that it may hold no longer: no “for CPR” stands without that. */
function aged(verdict: string, asOf: string | null, words: Words): Pick<BlockProps, 'verdict' | 'warning'> {
  return { verdict: verdictAsOf(verdict, asOf, words), warning: asOf === null ? null : words.CPR.mayHaveChanged };
}

/** The author’s words that stand in the answer itself. */
function quotesOf(decision: OneDecision): readonly (string | undefined)[] {
  if (decision.state === 'inWordsOnly') return decision.mentions.map(({ words }) => words);
  return 'statement' in decision ? [decision.statement.words] : [];
}

/** What the plan says about CPR. Absence, doubt and disagreement have forms of their own and never look like a yes. */
export function CprAnswerBlock(props: SeenPlan & AsOf & { decision: OneDecision }): JSX.Element {
  const { decision, asOf, ...seen } = props;
  const words = useWords();
  const { verdict, order, about } = words.CPR.decision[decision.state];
  const { warnings, changed } = marksOf(seen, 'cpr');
  return (
    <AnswerBlock {...DRAWN[decision.state]} {...aged(verdict, asOf, words)} order={order}>
      {changed ? <Changed /> : null}
      {/* An order that ends in a colon is followed by what it announces. */}
      {decision.state === 'inWordsOnly' ? <Mentions mentions={decision.mentions} /> : null}
      {about ? <p data-part="about">{about}</p> : null}
      {warnings.includes('contradicts') ? <CouldNotBeRead>{words.WARNING.contradicts}</CouldNotBeRead> : null}
      <CprDetail decision={decision} planAuthor={seen.plan.provenance.author} />
      {decision.state === 'hidden' ? null : <OwnText plan={seen.plan} part="cpr" quoted={quotesOf(decision)} />}
    </AnswerBlock>
  );
}

type DisagreementProps = AsOf & { claims: readonly Claim[]; plans: readonly Plan[]; changed: boolean };

/** Two or more statements that disagree: none is chosen, and all are drawn alike. */
export function CprDisagreement({ claims, plans, changed, asOf }: DisagreementProps): JSX.Element {
  const words = useWords();
  const { verdict, order } = disagreement(claims, words);
  const quoted = claims.flatMap(({ words: own, mentions = [] }) => [own, ...mentions.map((mention) => mention.words)]);
  return (
    <>
      <AnswerBlock {...DRAWN.conflicting} {...aged(verdict, asOf, words)} order={order}>
        {changed ? <Changed /> : null}
      </AnswerBlock>
      <ol class="claims">
        {claims.map((claim, at) => (
          <OneClaim key={`${at} ${claim.says}`} claim={claim} />
        ))}
      </ol>
      {plans
        .filter(({ cprDecision }) => cprDecision.state !== 'hidden')
        .map((plan, at) => (
          <OwnText key={`${at} ${plan.provenance.planId}`} plan={plan} part="cpr" named quoted={quoted} />
        ))}
    </>
  );
}
