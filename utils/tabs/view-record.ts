import type { AuditFact } from '../access/audit/audit-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { type AuditState, isPending, type Known } from '../view/decide-view.ts';

/** Whether something is on record for good; `code` is for the helpdesk. */
export type Kept = { readonly ok: true } | { readonly ok: false; readonly code: string };

export type ViewRecord = {
  /** Whether it is on record that these plans are looked at; if it is not, that is begun now. */
  readonly stateOf: (plans: readonly Plan[], seen: Seen) => AuditState;
  /** What could not be put on record is tried again when it is next asked for; whether there is any such thing. */
  readonly retry: () => boolean;
};

type ViewFact = Extract<AuditFact, { kind: 'view' }>;
type Seen = Pick<Known, 'lookup' | 'given' | 'shows'>;

/** A disk that never answers is no record (milliseconds). */
export const RECORD_MS = 5_000;

/**
 * The record of what is looked at in one visit (S10): a plan is drawn only once this says `kept`. Another version of a
 * plan, or a copy of it, is another view; so is one that is shown for another reason.
 *
 * @param keep puts one view on record
 * @param changed the state of something asked for has changed
 */
export function viewRecord(keep: (fact: ViewFact) => Promise<Kept>, changed: () => void): ViewRecord {
  const states = new Map<string, AuditState>();
  return {
    stateOf(plans, { lookup, given, shows }) {
      const openedBy = shows.kind === 'patient' ? shows.openedBy : undefined;
      const fact: ViewFact = {
        kind: 'view',
        plans: plans.map(({ provenance }) => ({ planId: provenance.planId, version: versionOf(provenance) })),
        savedCopy: lookup?.kind === 'found' && lookup.savedBecause !== null,
        reason: given?.reason ?? null,
        ...(openedBy ? { openedBy } : {}),
      };
      const key = JSON.stringify(fact);
      const known = states.get(key);
      if (known !== undefined) return known;
      const pending = { pendingUntil: Date.now() + RECORD_MS };
      states.set(key, pending);
      void inTime(keep(fact)).then((kept) => {
        states.set(key, kept.ok ? 'kept' : { failed: kept.code });
        changed();
      });
      return pending;
    },
    retry() {
      const failed = [...states].filter(([, state]) => state !== 'kept' && !isPending(state));
      for (const [key] of failed) states.delete(key);
      return failed.length > 0;
    },
  };
}

/** A plan without a number for its version is told from the next one by when it was changed. */
function versionOf({ version, lastUpdated = '' }: Plan['provenance']): string {
  return version ?? lastUpdated;
}

/**
 * What has not been put on record in time, or has broken, is not on record.
 *
 * @param withinMs how long it may take, in milliseconds
 */
export function inTime(kept: Promise<Kept>, withinMs = RECORD_MS): Promise<Kept> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<Kept>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'AUD-TIME' }), withinMs);
  });
  const broken = kept.catch((): Kept => ({ ok: false, code: 'AUD-BROKEN' }));
  return Promise.race([broken, late]).finally(() => clearTimeout(timer));
}
