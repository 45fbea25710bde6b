import type { JSX } from 'preact';
import type { Plan } from '../utils/plan/plan.ts';
import type { PlanView } from './CprOfPlans.tsx';
import { isReviewUnreadable } from './parts.ts';
import { TruthLine } from './TruthLine.tsx';

/** Status, version and age of one of the plans of a view. */
export function TruthOfPlan({ plan, view, now }: { plan: Plan; view: PlanView; now: number }): JSX.Element {
  const { reviewDue } = plan.provenance;
  return (
    <TruthLine
      provenance={plan.provenance}
      overdue={view.notices.some((notice) => notice.kind === 'overdue' && notice.due === reviewDue)}
      reviewUnreadable={isReviewUnreadable(plan)}
      fetchedAt={view.fetchedAt}
      saved={view.saved}
      now={now}
    />
  );
}
