import assert from 'node:assert/strict';
import type { AuditFact } from '../../../utils/access/audit/audit-draft.ts';
import type { GivenReason } from '../../../utils/access/reasons.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import type { TabAccess } from '../../../utils/tabs/person-says.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';

/** Something that was to be put on record, and whether it has been. */
export type Entry = {
  readonly fact: AuditFact;
  readonly patient: PatientIdentity | null;
  readonly generation: number;
  answer: Kept | null;
  readonly settle: (answer: Kept) => void;
};

const FULL: Kept = { ok: false, code: 'AUD-STORE' };

/** The record, played by a test: it is there at once, or when the test says so, or its disk is full. */
export class PlayedRecord {
  readonly entries: Entry[] = [];
  readonly reasons: { readonly given: GivenReason; readonly answer: (code: string | null) => void }[] = [];
  disk: 'quick' | 'slow' | 'full' = 'quick';
  visitsEnded = 0;
  readonly #generation: () => number;

  constructor(generation: () => number) {
    this.#generation = generation;
  }

  readonly access: TabAccess = {
    keep: (fact, patient) =>
      new Promise((resolve) => {
        const entry: Entry = {
          fact,
          patient,
          generation: this.#generation(),
          answer: null,
          settle: (answer) => {
            entry.answer ??= answer;
            resolve(entry.answer);
          },
        };
        this.entries.push(entry);
        if (this.disk !== 'slow') entry.settle(this.disk === 'quick' ? { ok: true } : FULL);
      }),
    giveReason: (given) => new Promise((resolve) => this.reasons.push({ given, answer: resolve })),
    ended: () => {
      this.visitsEnded += 1;
    },
  };

  /** The slow disk has done what it was asked. */
  settle(answer: Kept = { ok: true }): void {
    for (const entry of this.entries) if (entry.answer === null) entry.settle(answer);
  }

  isWaiting(): boolean {
    return this.entries.some(({ answer, generation }) => answer === null && generation === this.#generation());
  }

  /** S10: that these plans are looked at, of this patient and in this generation, is on record. */
  isOf(plans: readonly Plan[], nhsNumber: string | null): void {
    const ids = plans.map(({ provenance }) => provenance.planId);
    const isOnRecord = this.entries.some(
      ({ fact, patient, generation, answer }) =>
        fact.kind === 'view' &&
        answer?.ok === true &&
        generation === this.#generation() &&
        patient?.nhsNumber === nhsNumber &&
        fact.plans.map(({ planId }) => planId).join() === ids.join(),
    );
    assert.ok(isOnRecord, 'S10: a plan is drawn that nobody put on record');
  }
}
