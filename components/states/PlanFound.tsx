import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Notice, View } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { CprOfPlans } from '../CprOfPlans.tsx';
import { HandOver } from '../call/HandOver.tsx';
import { type Order, PlanTools } from '../call/PlanTools.tsx';
import { cprAnswer } from '../cpr-across-plans.ts';
import { Died } from '../Died.tsx';
import { DocumentLanguage, languageOfAll } from '../facts/Authored.tsx';
import { Glance } from '../Glance.tsx';
import { Notices } from '../notices/Notices.tsx';
import { changedParts, type SeenPlan } from '../parts.ts';
import { AllOpen } from '../sections/all-open.ts';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { Origin } from '../sections/Origin.tsx';
import { Section } from '../sections/Section.tsx';
import { Sections } from '../sections/Sections.tsx';
import { TruthOfPlan } from '../TruthOfPlan.tsx';
import { useWords } from '../words/words.ts';

type PlanView = Extract<View, { kind: 'plan' }>;
type PlanFoundProps = { view: PlanView; now: number; on: On };

type BlockProps = SeenPlan & { view: PlanView; now: number; firstOpen: boolean; tools: JSX.Element | null };

/** Everything of one plan below its answer. */
function BelowAnswer({ view, now, firstOpen, tools, ...seen }: BlockProps): JSX.Element {
  const { plan } = seen;
  return (
    <DocumentLanguage.Provider value={languageOfAll([plan])}>
      <Glance {...seen} others={plan === view.plan ? view.alsoCurrent : []} />
      <TruthOfPlan plan={plan} view={view} now={now} />
      {tools}
      <Sections {...seen} firstOpen={firstOpen} />
      <Origin plan={plan} service={view.service} fetchedAt={view.fetchedAt} now={now} />
    </DocumentLanguage.Provider>
  );
}

type AnotherProps = { plan: Plan; view: PlanView; now: number; drawCpr: boolean; place: string };

/** A further current plan. Its CPR statement stands here only while it agrees with the answer on top. */
function AnotherPlan({ plan, view, now, drawCpr, place }: AnotherProps): JSX.Element {
  // What has changed is said of the newest plan alone.
  const seen: SeenPlan = { plan, changed: [] };
  return (
    <section class="another" data-part="another-plan">
      <h2 class="another-title">{place}</h2>
      {drawCpr ? <CprOfPlans answer={cprAnswer(plan, [])} view={view} now={now} {...seen} /> : null}
      <BelowAnswer {...seen} view={view} now={now} firstOpen={false} tools={null} />
    </section>
  );
}

type ContentProps = { view: PlanView; now: number; tools: JSX.Element };

function InPlanOrder({ view, now, tools }: ContentProps): JSX.Element {
  const words = useWords();
  const { plan, alsoCurrent, elsewhere, elsewhereChecked, service } = view;
  const answer = cprAnswer(plan, alsoCurrent);
  const count = alsoCurrent.length + 1;
  const seen: SeenPlan = { plan, changed: changedParts(view.notices) };
  return (
    <>
      <CprOfPlans answer={answer} others={alsoCurrent} view={view} now={now} {...seen} />
      <BelowAnswer {...seen} view={view} now={now} firstOpen={count === 1} tools={tools} />
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

/** In the order of a hand-over what turns it back stands first: nobody has to look for it. */
function Content({ order, ...props }: ContentProps & { order: Order }): JSX.Element {
  if (order === 'plan') return <InPlanOrder {...props} />;
  return (
    <>
      {props.tools}
      <HandOver view={props.view} now={props.now} />
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

type OrderedProps = PlanFoundProps & { order: Order; content: JSX.Element };

/** The person has died: that is the answer, and the plan is one step away. */
function LastPlan({ view, now, on, content }: OrderedProps): JSX.Element {
  const { DIED } = useWords();
  const { notices, plan, service } = view;
  const about = { plan, service, now, on };
  return (
    <>
      <Notices notices={notices.filter((notice) => !isOfPlan(notice))} {...about} />
      <Died patient={plan.patient} />
      <Section name="last-plan" title={DIED.read}>
        <Notices notices={notices.filter(isOfPlan)} {...about} />
        {content}
      </Section>
    </>
  );
}

function CurrentPlan({ view, now, on, order, content }: OrderedProps): JSX.Element {
  return (
    <>
      <AllOpen.Provider value={order === 'handOver'}>
        <Notices notices={view.notices} plan={view.plan} service={view.service} now={now} on={on} />
      </AllOpen.Provider>
      {content}
    </>
  );
}

/** The plan of the person on the page, in the order in which somebody wants to read it. */
export function PlanFound(props: PlanFoundProps): JSX.Element {
  const { view, now } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const shown = order ?? 'plan';
  const tools = <PlanTools key={shown} view={view} now={now} order={shown} turned={order !== null} turn={setOrder} />;
  const ordered = { ...props, order: shown, content: <Content view={view} now={now} order={shown} tools={tools} /> };
  return view.plan.patient.deceased === false ? <CurrentPlan {...ordered} /> : <LastPlan {...ordered} />;
}
