import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Notice, View } from '../../utils/view/view.ts';
import { AnswerBlock, CprAnswerBlock, CprDisagreement } from '../Answer.tsx';
import type { On } from '../Buttons.tsx';
import { type CprAnswer, cprAnswer } from '../cpr-across-plans.ts';
import { When } from '../facts/When.tsx';
import { Glance } from '../Glance.tsx';
import { Notices } from '../NoticeBar.tsx';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { Origin } from '../sections/Origin.tsx';
import { Section } from '../sections/Section.tsx';
import { Sections } from '../sections/Sections.tsx';
import { TruthLine } from '../TruthLine.tsx';
import { DIED } from '../words.ts';

type PlanView = Extract<View, { kind: 'plan' }>;
type PlanFoundProps = { view: PlanView; now: number; on: On };

type BlockProps = { plan: Plan; view: PlanView; now: number; firstOpen: boolean };

function Cpr({ answer, plan }: { answer: CprAnswer; plan: Plan }): JSX.Element {
  if (answer.kind === 'disagree') return <CprDisagreement claims={answer.claims} />;
  return <CprAnswerBlock decision={answer.decision} planAuthor={plan.provenance.author} />;
}

/** Everything of one plan below its answer. */
function BelowAnswer({ plan, view, now, firstOpen }: BlockProps): JSX.Element {
  const overdue = plan === view.plan && view.notices.some(({ kind }) => kind === 'overdue');
  return (
    <>
      <Glance plan={plan} others={plan === view.plan ? view.alsoCurrent : []} />
      <TruthLine provenance={plan.provenance} overdue={overdue} fetchedAt={view.fetchedAt} now={now} />
      <Sections plan={plan} firstOpen={firstOpen} />
      <Origin plan={plan} service={view.service} fetchedAt={view.fetchedAt} now={now} />
    </>
  );
}

/** A further current plan. Its CPR statement stands here only while it agrees with the answer on top. */
function AnotherPlan(props: { plan: Plan; view: PlanView; now: number; drawCpr: boolean; place: string }): JSX.Element {
  const { plan, view, now, drawCpr, place } = props;
  return (
    <section class="another" data-part="another-plan">
      <h2 class="another-title">{place}</h2>
      {drawCpr ? <Cpr answer={cprAnswer(plan, [])} plan={plan} /> : null}
      <BelowAnswer plan={plan} view={view} now={now} firstOpen={false} />
    </section>
  );
}

function Content({ view, now }: { view: PlanView; now: number }): JSX.Element {
  const { plan, alsoCurrent, elsewhere, elsewhereChecked, service } = view;
  const answer = cprAnswer(plan, alsoCurrent);
  const count = alsoCurrent.length + 1;
  return (
    <>
      <Cpr answer={answer} plan={plan} />
      <BelowAnswer plan={plan} view={view} now={now} firstOpen={count === 1} />
      {alsoCurrent.map((other, at) => (
        <AnotherPlan
          key={`${at} ${other.provenance.title}`}
          plan={other}
          view={view}
          now={now}
          drawCpr={answer.kind === 'one'}
          place={`Current plan ${at + 2} of ${count}`}
        />
      ))}
      <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} />
    </>
  );
}

/** These are about the person; the others bear on the plan alone and go with it. */
function aboutPerson({ kind }: Notice): boolean {
  return kind === 'restricted' || kind === 'givenNameDiffers';
}

/** The person has died: that is the answer, and the plan is one step away. */
function Died({ view, now, on }: PlanFoundProps): JSX.Element {
  const { notices, plan } = view;
  const { deceased } = plan.patient;
  return (
    <>
      <Notices notices={notices.filter(aboutPerson)} plan={plan} now={now} on={on} />
      <AnswerBlock form="held-back" icon="page" verdict={DIED.verdict} order={null}>
        <p class="order" data-part="order">
          {typeof deceased === 'string' ? (
            <>
              Died <When date={deceased} />.{' '}
            </>
          ) : null}
          {DIED.order}
        </p>
        <p data-part="about">{DIED.about}</p>
      </AnswerBlock>
      <Section name="last-plan" title={DIED.read}>
        <Notices notices={notices.filter((notice) => !aboutPerson(notice))} plan={plan} now={now} on={on} />
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
      <Notices notices={view.notices} plan={view.plan} now={now} on={on} />
      <Content view={view} now={now} />
    </>
  );
}
