import type { openCopies } from '../offline/open-copies.ts';
import type { KeptSession } from '../session/keep-session.ts';
import type { InForce } from '../settings/settings.ts';
import { askPlanService } from './ask-plan-service.ts';
import type { AuditTrail } from './audit-trail.ts';
import { savedPlans } from './saved-plans.ts';
import type { VisitOptions } from './visit.ts';
import type { VisitBook } from './visit-book.ts';

/** What all tabs share when a plan is asked for. */
export type SharedByTabs = {
  readonly settings: () => Promise<Pick<InForce, 'planService' | 'reasons'>>;
  readonly session: Pick<KeptSession, 'refused' | 'refresh'>;
  readonly trail: Pick<AuditTrail, 'prepare'>;
  readonly visits: Pick<VisitBook, 'open'>;
  readonly copies: ReturnType<typeof openCopies>;
};

/** Asks the plan service for one tab, in the visit that is open there. */
export function askForTab(
  tabId: number,
  { settings, session, trail, visits, copies }: SharedByTabs,
): VisitOptions['ask'] {
  return async (patient, past, signal, fetching) => {
    const { planService, reasons } = await settings();
    trail.prepare();
    const answer = await askPlanService(patient, past, {
      planService,
      asksFirst: reasons === 'always',
      openVisit: (is) => visits.open(tabId, patient, is),
      // Storage that does not answer: the next event tries again.
      refused: ({ id }) => void session.refused(id).catch(() => undefined),
      saved: savedPlans(copies),
      signal,
      fetching,
    });
    // Nobody is signed in any more: every tab must say so. (A session that could not be renewed just now is kept.)
    if (answer.lookup.kind === 'signedOut') void session.refresh();
    return answer;
  };
}
