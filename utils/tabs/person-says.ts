import type { AuditFact } from '../access/audit/audit-draft.ts';
import type { GivenReason } from '../access/reasons.ts';
import type { SidebarAnswer } from '../messages.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import type { ReasonSending, SidebarCommand, Wait } from '../view/view.ts';
import { inTime, type Kept, RECORD_MS } from './view-record.ts';
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
  /** Whatever visit was open in this tab is over, unless it is of this patient. */
  readonly ended: (unless: PatientIdentity | null) => void;
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
  /** A confirmed birth date is being put on record; `null`: none is. */
  readonly confirming: () => Wait | null;
  readonly confirm: (birthDate: string) => void;
  readonly giveReason: (given: GivenReason) => void;
  /** Something of the plan has left the sidebar. */
  readonly did: (kind: 'copy' | 'print') => void;
  /** Something of the plan is to leave it; answered while this generation lasts, and never after. */
  readonly takes: (command: Taking, answer: (answer: Omit<SidebarAnswer, 'generation'>) => void) => void;
  /** The person does not want to wait for what they said: it does not count, but what has left cannot be taken back. */
  readonly cancel: () => void;
  /** Forgets what could not be put on record. */
  readonly tryAgain: () => void;
  /** S3: nothing that is still on its way counts any more. */
  readonly end: () => void;
};

/** How long a reason may be on its way before the person is told that it has not arrived, in milliseconds. */
const REASON_MS = 20_000;

/** What leaves the sidebar by a button. */
type Taking = Extract<SidebarCommand, { do: 'copy' | 'print' }>;

/** A browser lets a page copy for five seconds after a button was pressed (milliseconds). */
const TAKE_MS = 4_000;

const OF_NOBODY: Kept = { ok: false, code: 'AUD-NOBODY' };

/** Begins with nothing said; one for each generation. */
export function personSays({ access, patient, onPage, visit, lookup, again, draw }: Asked): PersonSays {
  let confirmedBirthDate: string | null = null;
  let notKept: PlanLookup | null = null;
  let sending: ReasonSending = 'no';
  let confirming: Wait | null = null;
  let over = false;

  function unlessOver(kept: Promise<Kept>, then: (kept: Kept) => void): void {
    void kept.then((value) => {
      if (!over) then(value);
    });
  }

  /** What was said last counts, whichever of them is on record first. */
  function confirmed(birthDate: string, said: Wait, kept: Kept): void {
    if (said !== confirming) return;
    confirming = null;
    confirmedBirthDate = birthDate;
    notKept = kept.ok ? null : couldNotCheck('notAudited', kept.code);
    if (kept.ok) again();
    else draw();
  }

  function sent(said: Wait, kept: Kept): void {
    if (said !== sending) return;
    sending = kept.ok ? 'no' : { failed: kept.code };
    if (kept.ok) again();
    else draw();
  }

  return {
    confirmedBirthDate: () => confirmedBirthDate,
    notKept: () => notKept,
    sending: () => sending,
    confirming: () => confirming,
    confirm(birthDate) {
      const shown = onPage();
      if (!shown) return;
      const said = waitOf(RECORD_MS);
      confirming = said;
      draw();
      const kept = access.keep({ kind: 'confirmIdentity' }, { ...shown, birthDate }, null);
      unlessOver(inTime(kept), (value) => confirmed(birthDate, said, value));
    },
    giveReason(given) {
      const asked = lookup();
      const [about, opened] = [patient(), visit()];
      if (!about || !opened || asked?.kind !== 'reasonNeeded' || isOnItsWay(sending)) return;
      const said = waitOf(REASON_MS);
      sending = said;
      draw();
      const acknowledged = access.giveReason(given, asked.alerts, about, opened).then(asKept);
      unlessOver(inTime(acknowledged, REASON_MS), (value) => sent(said, value));
    },
    did(kind) {
      const about = patient();
      if (about) void inTime(access.keep({ kind }, about, visit()));
    },
    cancel() {
      if (isOnItsWay(sending)) sending = { failed: 'AUD-CANCELLED' };
      confirming = null;
      draw();
    },
    takes(command, answer) {
      const about = patient();
      const fact: AuditFact = command.do === 'copy' ? { kind: 'copy', of: command.of } : { kind: 'print', of: 'sheet' };
      // Of nobody, nothing can be put on record, and nothing leaves.
      const kept = about ? access.keep(fact, about, visit()) : Promise.resolve(OF_NOBODY);
      unlessOver(inTime(kept, TAKE_MS), (value) => {
        answer({ do: 'answer', ask: command.ask, failed: value.ok ? null : value.code });
      });
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

function isOnItsWay(sending: ReasonSending): sending is Wait {
  return typeof sending === 'object' && 'until' in sending;
}

function waitOf(longestMs: number): Wait {
  const since = Date.now();
  return { since, until: since + longestMs };
}

function asKept(failed: string | null): Kept {
  return failed === null ? { ok: true } : { ok: false, code: failed };
}
