import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { CprOfPlans, type PlanView } from '../CprOfPlans.tsx';
import { type CprAnswer, cprAnswer } from '../cpr-across-plans.ts';
import { Died } from '../Died.tsx';
import { clockAndDay } from '../format/dates.ts';
import { CeilingAndPlaces } from '../Glance.tsx';
import { PlanIdentity } from '../Identity.tsx';
import { Notices } from '../notices/Notices.tsx';
import { AnticipatoryMedicines } from '../sections/AnticipatoryMedicines.tsx';
import { Contacts } from '../sections/Contacts.tsx';
import { TruthOfPlan } from '../TruthOfPlan.tsx';
import { UnreadParts } from '../UnreadParts.tsx';
import { useWords } from '../words/words.ts';
import { whoSignedIn } from './who-signed-in.ts';

export type SummaryProps = { view: PlanView & { readonly unread?: readonly string[] }; now: number };

type OneProps = SummaryProps & { plan: Plan; answer: CprAnswer | null };

function One({ view, now, plan, answer }: OneProps): JSX.Element {
  const others = plan === view.plan ? view.alsoCurrent : [];
  const seen = { plan, changed: [] };
  return (
    <>
      {answer ? <CprOfPlans {...seen} view={view} now={now} answer={answer} others={others} /> : null}
      <section>
        <CeilingAndPlaces {...seen} others={others} />
      </section>
      <AnticipatoryMedicines {...seen} />
      <Contacts {...seen} />
    </>
  );
}

/** What goes into a consultation note: who, how old, every warning, and what matters first. Drawn to be read as text. */
export function Summary({ view, now }: SummaryProps): JSX.Element {
  const words = useWords();
  const { NOT_COMPARED, PLAN, SUMMARY } = words;
  const { plan, alsoCurrent, service, signedInAs, notices } = view;
  const answer = cprAnswer(plan, alsoCurrent);
  const count = alsoCurrent.length + 1;
  return (
    <>
      <PlanIdentity patient={plan.patient} now={now} test={notices.some(({ kind }) => kind === 'testPatient')} />
      <TruthOfPlan plan={plan} view={view} now={now} />
      {view.openedBy ? <p>{`${NOT_COMPARED.link}. ${NOT_COMPARED.cause[view.openedBy]}`}</p> : null}
      {view.unread ? <UnreadParts hosts={view.unread} /> : null}
      <Notices notices={notices} plan={plan} service={service} now={now} on={() => undefined} />
      {plan.patient.deceased === false ? null : <Died patient={plan.patient} />}
      <One view={view} now={now} plan={plan} answer={answer} />
      {alsoCurrent.map((other, at) => (
        <section key={`${at} ${other.provenance.title}`}>
          <h2>{PLAN.current(at + 2, count)}</h2>
          <TruthOfPlan plan={other} view={view} now={now} />
          <One view={view} now={now} plan={other} answer={answer.kind === 'one' ? cprAnswer(other, []) : null} />
        </section>
      ))}
      <section>
        <p>{SUMMARY.leavesOut}</p>
        <p>{SUMMARY.end(service, whoSignedIn(signedInAs), clockAndDay(now, now, words))}</p>
      </section>
    </>
  );
}
