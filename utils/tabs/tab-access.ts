import { readSession } from '../session/session.ts';
import { type AuditTrail, REASON_REFUSED } from './audit-trail.ts';
import type { TabAccess } from './person-says.ts';
import type { VisitBook } from './visit-book.ts';

/** What is put on record and asked for in one tab, in the visits of that tab. */
export function tabAccess(tabId: number, visits: VisitBook, trail: AuditTrail): TabAccess {
  return {
    async keep(fact, patient, visit) {
      const opened = visit ?? (patient && (await visits.openNow(tabId, patient, readSession)));
      return patient && opened ? trail.keep(fact, patient, opened) : { ok: false, code: 'AUD-NOBODY' };
    },
    async giveReason(given, alerts, patient, visit) {
      const { reason } = given;
      // Whatever is shown from here on may be shown for it, also if nobody hears that it was acknowledged.
      const onRecord = () => visits.give(tabId, visit.id, { reason, alerts });
      const failed = await trail.giveReason(given, patient, visit, onRecord);
      if (failed === REASON_REFUSED) await visits.give(tabId, visit.id, visit.given);
      return failed;
    },
    // Where storage does not answer, the next sighting ends it.
    ended: (unless) => void visits.end(tabId, unless).catch(() => undefined),
  };
}
