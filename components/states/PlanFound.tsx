import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Notice, View } from '../../utils/view/view.ts';
import { AnswerBlock, type AsOf, CprAnswerBlock, CprDisagreement } from '../Answer.tsx';
import type { On } from '../Buttons.tsx';
import { type CprAnswer, cprAnswer } from '../cpr-across-plans.ts';
import { DocumentLanguage, languageOfAll } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { When } from '../facts/When.tsx';
import { clockTime } from '../format/dates.ts';
import { Glance } from '../Glance.tsx';
import { Notices } from '../notices/Notices.tsx';
import { changedParts, isReviewUnreadable, marksOf, type SeenPlan } from '../parts.ts';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { Origin } from '../sections/Origin.tsx';
import { Section } from '../sections/Section.tsx';
import { Sections } from '../sections/Sections.tsx';
import { TruthLine } from '../TruthLine.tsx';
import { useWords, type Words } from '../words/words.ts';

type PlanView = Extract<View, { kind: 'plan' }>;
type PlanFoundProps = { view: PlanView; now: number; on: On };

type BlockProps = SeenPlan & { view: PlanView; now: number; firstOpen: boolean };

/** From when a copy kept here is; `null`: it is none. */
function asOf({ saved, fetchedAt }: PlanView, now: number, words: Words): string | null {
  return saved ? clockTime(fetchedAt, now, words) : null;
}

function Cpr(props: SeenPlan & AsOf & { answer: CprAnswer; others?: readonly Plan[] }): JSX.Element {
  const { answer, others = [], ...shown } = props;
  const { asOf: from, ...seen } = shown;
  const plans = [seen.plan, ...others];
  return (
    <DocumentLanguage.Provider value={languageOfAll(answer.kind === 'one' ? [seen.plan] : plans)}>
      {answer.kind === 'one' ? (
        <CprAnswerBlock decision={answer.decision} {...shown} />
      ) : (
        <CprDisagreement claims={answer.claims} plans={plans} changed={marksOf(seen, 'cpr').changed} asOf={from} />
      )}
    </DocumentLanguage.Provider>
  );
}

/** Everything of one plan below its answer. */
function BelowAnswer({ view, now, firstOpen, ...seen }: BlockProps): JSX.Element {
  const { plan } = seen;
  const { reviewDue } = plan.provenance;
  const overdue = view.notices.some((notice) => notice.kind === 'overdue' && notice.due === reviewDue);
  return (
    <DocumentLanguage.Provider value={languageOfAll([plan])}>
      <Glance {...seen} others={plan === view.plan ? view.alsoCurrent : []} />
      <TruthLine
        provenance={plan.provenance}
        overdue={overdue}
        reviewUnreadable={isReviewUnreadable(plan)}
        fetchedAt={view.fetchedAt}
        saved={view.saved}
        now={now}
      />
      <Sections {...seen} firstOpen={firstOpen} />
      <Origin plan={plan} service={view.service} fetchedAt={view.fetchedAt} now={now} />
    </DocumentLanguage.Provider>
  );
}

type AnotherProps = { plan: Plan; view: PlanView; now: number; drawCpr: boolean; place: string };

/** A further current plan. Its CPR statement stands here only while it agrees with the answer on top. */
function AnotherPlan({ plan, view, now, drawCpr, place }: AnotherProps): JSX.Element {
  const words = useWords();
  // What has changed is said of the newest plan alone.
  const seen: SeenPlan = { plan, changed: [] };
  return (
    <section class="another" data-part="another-plan">
      <h2 class="another-title">{place}</h2>
      {drawCpr ? <Cpr answer={cprAnswer(plan, [])} asOf={asOf(view, now, words)} {...seen} /> : null}
      <BelowAnswer {...seen} view={view} now={now} firstOpen={false} />
    </section>
  );
}

function Content({ view, now }: { view: PlanView; now: number }): JSX.Element {
  const words = useWords();
  const { plan, alsoCurrent, elsewhere, elsewhereChecked, service } = view;
  const answer = cprAnswer(plan, alsoCurrent);
  const count = alsoCurrent.length + 1;
  const seen: SeenPlan = { plan, changed: changedParts(view.notices) };
  return (
    <>
      <Cpr answer={answer} others={alsoCurrent} asOf={asOf(view, now, words)} {...seen} />
      <BelowAnswer {...seen} view={view} now={now} firstOpen={count === 1} />
      {alsoCurrent.map((other, at) => (
        <AnotherPlan
          key={`${at} ${other.provenance.title}`}
          plan={other}
          view={view}
          now={now}
          drawCpr={answer.kind === 'one'}
          place={words.PLAN.current(at + 2, count)}
        />
      ))}
      <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} />
    </>
  );
}

/** These are about the person, or about all that is shown; the others bear on the plan alone and go with it. */
const NOT_OF_PLAN: ReadonlySet<Notice['kind']> = new Set([
  'savedCopy',
  'emergencyAccess',
  'restricted',
  'givenNameDiffers',
]);

function isOfPlan({ kind }: Notice): boolean {
  return !NOT_OF_PLAN.has(kind);
}

/** The person has died: that is the answer, and the plan is one step away. */
function Died({ view, now, on }: PlanFoundProps): JSX.Element {
  const { DIED } = useWords();
  const { notices, plan, service } = view;
  const { deceased } = plan.patient;
  const about = { plan, service, now, on };
  return (
    <>
      <Notices notices={notices.filter((notice) => !isOfPlan(notice))} {...about} />
      <AnswerBlock form="held-back" icon="page" verdict={DIED.verdict} order={null}>
        <p class="order" data-part="order">
          {typeof deceased === 'string' ? (
            <>
              <Filled says={DIED.on} when={<When date={deceased} />} />{' '}
            </>
          ) : null}
          {DIED.order}
        </p>
        <p data-part="about">{DIED.about}</p>
      </AnswerBlock>
      <Section name="last-plan" title={DIED.read}>
        <Notices notices={notices.filter(isOfPlan)} {...about} />
        <Content view={view} now={now} />
      </Section>
    </>
  );
}

/** The plan of the person on the page. */
export function PlanFound(props: PlanFoundProps): JSX.Element {
  const { view, now, on } = props;
  if (view.plan.patient.deceased !== false) return <Died {...props} />;
  return (
    <>
      <Notices notices={view.notices} plan={view.plan} service={view.service} now={now} on={on} />
      <Content view={view} now={now} />
    </>
  );
}
