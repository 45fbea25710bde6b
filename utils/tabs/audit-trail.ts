import type { Actor, AuditDraft, AuditFact } from '../access/audit/audit-draft.ts';
import { auditKeySource } from '../access/audit/audit-key.ts';
import { openOutbox } from '../access/audit/outbox.ts';
import { retryDelayMs } from '../access/audit/retry-delay.ts';
import type { AuditConnection } from '../access/audit/send-event.ts';
import { noteWaiting } from '../access/audit/waiting-since.ts';
import type { GivenReason } from '../access/reasons.ts';
import { browser } from '../browser.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { currentSession } from '../session/access-token.ts';
import { actingRole, type Role, readSession, type Session } from '../session/session.ts';
import type { Settings } from '../settings/settings.ts';
import type { Kept } from './view-record.ts';
import type { OpenVisit } from './visit-book.ts';

const ALARM = 'audit';

export type AuditTrail = {
  /** Puts on record what somebody did with a patient's plan; once it says so, nothing can lose it. */
  readonly keep: (fact: AuditFact, patient: PatientIdentity, visit: OpenVisit) => Promise<Kept>;
  /**
   * Gives the service a reason and waits for its word.
   *
   * @param onRecord is waited for between keeping the reason and sending it: from then on it may open something,
   *   whether or not its acknowledgement arrives
   * @returns `null`: acknowledged, else the helpdesk code
   */
  readonly giveReason: (
    given: GivenReason,
    patient: PatientIdentity,
    visit: OpenVisit,
    onRecord: () => Promise<void>,
  ) => Promise<string | null>;
  /** The same for a list of residents, with so many people in it. */
  readonly keepList: (count: number, correlationId: string) => Promise<Kept>;
  /** Sends whatever waits, soon. */
  readonly deliver: () => void;
  /** Fetches what keeping an event takes, while nobody waits for it yet. */
  readonly prepare: () => void;
};

/**
 * What is on record, and its way to the plan service. What cannot be delivered now is tried again by an alarm, after
 * the next event, after the next sign-in and when the computer is on the network again. Registers its listener at once.
 */
export function auditTrail(settings: () => Promise<Settings>): AuditTrail {
  const area = browser.storage.local;
  const keyOf = auditKeySource(area);
  const auditKey = async () => {
    const { planService } = await settings();
    return planService ? keyOf(planService) : null;
  };
  const outbox = openOutbox({ area, auditKey });
  let failures = 0;
  let asked = 0;

  async function connection(): Promise<AuditConnection | 'unreachable' | null> {
    const { planService } = await settings();
    const token = planService ? await currentSession(planService) : null;
    if (!planService || !token || token.kind === 'signedOut') return null;
    return token.kind === 'good' ? connectionOf(planService.fhirBase, token.session) : token.kind;
  }

  async function deliverNow(): Promise<void> {
    asked += 1;
    const mine = asked;
    const to = await connection();
    // Whoever signs in next delivers what is left.
    if (!to) return;
    if (to === 'unreachable' && (await outbox.waiting()) === 0) return;
    const outcome = to === 'unreachable' ? 'later' : (await outbox.deliver(to)).outcome;
    if (outcome === 'later' || outcome === 'signedOut') await tryLater(mine === asked);
    else failures = 0;
  }

  /** @param counts whether this is one more failure, and not one of several that waited for the same try */
  async function tryLater(counts: boolean): Promise<void> {
    if (counts) failures += 1;
    await browser.alarms.create(ALARM, { when: Date.now() + retryDelayMs(failures, Math.random()) });
  }

  const deliver = () =>
    void deliverNow()
      .catch(() => undefined)
      .then(async () => noteWaiting(area, await outbox.waiting(), Date.now()))
      .catch(() => undefined);

  async function keepAs(
    fact: AuditFact,
    patient: PatientIdentity | null,
    visit: Pick<OpenVisit, 'id'>,
  ): Promise<Kept & { id: string }> {
    const { planService } = await settings();
    const session = await readSession();
    const role = session && actingRole(session);
    if (!session || !role) return { ok: false, code: 'AUD-NOBODY', id: '' };
    const draft = await draftOf(fact, { session, role, patient, visit });
    // With the token at hand: no plan waits for one that is being renewed.
    const kept = await outbox.keep(draft, planService ? connectionOf(planService.fhirBase, session) : null);
    return { ...kept, id: draft.id };
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) deliver();
  });

  return {
    deliver,
    prepare: () => void auditKey().catch(() => null),
    async keep(fact, patient, visit) {
      const kept = await keepAs(fact, patient, visit);
      if (kept.ok) deliver();
      return kept;
    },
    async keepList(count, correlationId) {
      const kept = await keepAs({ kind: 'residents', count }, null, { id: correlationId });
      if (kept.ok) deliver();
      return kept;
    },
    async giveReason({ reason, words }, patient, visit, onRecord) {
      const kept = await keepAs({ kind: 'reason', reason, words }, patient, visit);
      if (!kept.ok) return kept.code;
      await onRecord();
      const to = await connection();
      const answer = to && to !== 'unreachable' ? await outbox.deliverOne(kept.id, to) : 'later';
      if (answer === 'later' || answer === 'signedOut') await tryLater(true).catch(() => undefined);
      return answer === 'acknowledged' ? null : REASON_FAILED[answer];
    },
  };
}

/** The service will not take this reason, whoever brings it. */
export const REASON_REFUSED = 'AUD-REFUSED';
const REASON_FAILED = { later: 'AUD-LATER', refused: REASON_REFUSED, signedOut: 'AUD-SIGNED-OUT' } as const;

function connectionOf(fhirBase: string, session: Session): AuditConnection {
  const { accessToken, roles } = session;
  // Before a role is chosen anything that waits may still be delivered, in any of them.
  const role = actingRole(session) ?? roles[0];
  return { fhirBase, accessToken, odsCode: role?.odsCode ?? '', roleId: role?.id ?? '' };
}

type Happened = {
  readonly session: Session;
  readonly role: Role;
  readonly patient: PatientIdentity | null;
  readonly visit: Pick<OpenVisit, 'id'>;
};

async function draftOf(fact: AuditFact, { session, role, patient, visit }: Happened): Promise<AuditDraft> {
  const { issuer, subject, name } = session;
  const actor: Actor = { issuer, subject, name, role: role.role, roleId: role.id, odsCode: role.odsCode };
  const nhsNumber = patient?.nhsNumber ?? null;
  const id = await eventId(fact, [visit.id, session.id, role.id, nhsNumber ?? '']);
  return { id, at: Date.now(), fact, actor, nhsNumber, correlationId: visit.id };
}

/**
 * The same view in the same visit is one event, and so is the same reason, however often a killed background begins
 * again: their ids come from what they are (UUID version 8, RFC 9562). A copy or a printout is another each time.
 */
async function eventId(fact: AuditFact, within: readonly string[]): Promise<string> {
  if (fact.kind !== 'view' && fact.kind !== 'reason') return crypto.randomUUID();
  const text = new TextEncoder().encode(JSON.stringify([...within, fact]));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
