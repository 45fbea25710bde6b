import type { AuditFact } from '../access/audit/audit-draft.ts';
import type { GivenReason } from '../access/reasons.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import type { ReasonSending } from '../view/view.ts';
import type { Kept } from './view-record.ts';
import type { OpenVisit } from './visit-book.ts';

/** What is put on record in a tab, and what is asked for first. */
export type TabAccess = {
  /** Puts what somebody did with this patient's plan on record, for good; of nobody, nothing can be. */
  readonly keep: (fact: AuditFact, patient: PatientIdentity | null, visit: OpenVisit | null) => Promise<Kept>;
  /**
   * Gives the service a reason.
   *
   * @param alerts whom the service tells of an emergency, as it said
   * @returns `null` once the service has acknowledged it, else the helpdesk code
   */
  readonly giveReason: (
    given: GivenReason,
    alerts: string | null,
    patient: PatientIdentity,
    visit: OpenVisit,
  ) => Promise<string | null>;
  /** This visit is over. */
  readonly ended: () => void;
};

/** What a tab tells of itself when it is asked. */
export type Asked = {
  readonly access: TabAccess;
  /** The patient who may be asked about now. */
  readonly patient: () => PatientIdentity | null;
  /** The patient on the page, whether or not enough is known to ask about them. */
  readonly onPage: () => PatientIdentity | null;
  readonly visit: () => OpenVisit | null;
  readonly lookup: () => PlanLookup | null;
  /** Look again: something has been said that changes the answer. */
  readonly again: () => void;
  readonly draw: () => void;
};

/** What the person at the screen has said in one generation: who this is, and why they may look. */
export type PersonSays = {
  readonly confirmedBirthDate: () => string | null;
  /** What was said could not be put on record, and counts for nothing. */
  readonly notKept: () => PlanLookup | null;
  readonly sending: () => ReasonSending;
  readonly confirm: (birthDate: string) => void;
  readonly giveReason: (given: GivenReason) => void;
  /** Something of the plan has left the sidebar. */
  readonly did: (kind: 'copy' | 'print') => void;
  /** Forgets what could not be put on record. */
  readonly tryAgain: () => void;
  /** S3: nothing that is still on its way counts any more. */
  readonly end: () => void;
};

/** Begins with nothing said; one for each generation. */
export function personSays({ access, patient, onPage, visit, lookup, again, draw }: Asked): PersonSays {
  let confirmedBirthDate: string | null = null;
  let notKept: PlanLookup | null = null;
  let sending: ReasonSending = 'no';
  let over = false;

  function unlessOver<T>(promise: Promise<T>, then: (value: T) => void): void {
    void promise.then((value) => {
      if (!over) then(value);
    });
  }

  return {
    confirmedBirthDate: () => confirmedBirthDate,
    notKept: () => notKept,
    sending: () => sending,
    confirm(birthDate) {
      const shown = onPage();
      if (!shown) return;
      unlessOver(access.keep({ kind: 'confirmIdentity' }, { ...shown, birthDate }, null), (kept) => {
        confirmedBirthDate = birthDate;
        notKept = kept.ok ? null : couldNotCheck('notAudited', kept.code);
        if (kept.ok) again();
        else draw();
      });
    },
    giveReason(given) {
      const asked = lookup();
      const [about, opened] = [patient(), visit()];
      if (!about || !opened || asked?.kind !== 'reasonNeeded' || sending === 'sending') return;
      sending = 'sending';
      draw();
      unlessOver(access.giveReason(given, asked.alerts, about, opened), (failed) => {
        sending = failed === null ? 'no' : { failed };
        if (failed === null) again();
        else draw();
      });
    },
    did(kind) {
      const about = patient();
      if (about) void access.keep({ kind }, about, visit());
    },
    tryAgain() {
      if (notKept) confirmedBirthDate = null;
      notKept = null;
    },
    end() {
      over = true;
    },
  };
}
