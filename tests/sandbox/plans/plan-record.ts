import type { Bundle, Composition, DocumentReference, FhirResource } from 'fhir/r4';
import type { PlanIntent } from './plan-intent.ts';

/** What is special about a plan; every state has at least twenty plans. */
export type PlanState =
  | 'notForCpr'
  | 'forCpr'
  | 'modifiedCpr'
  | 'conflictingCpr'
  | 'unknownCpr'
  | 'cprNotRecorded'
  | 'draftNewer'
  | 'draftOnly'
  | 'overdue'
  | 'superseded'
  | 'revoked'
  | 'twoCurrent'
  | 'partial';

/** One version of one plan, as the plan service holds it. */
export type PlanRecord = {
  readonly compositionId: string;
  readonly patientId: string;
  readonly state: PlanState;
  /** What its author meant: the oracle that tests compare the sidebar with. */
  readonly intent: PlanIntent;
  /** As a search finds it: `subject` is `Patient/{patientId}`. */
  readonly composition: Composition;
  readonly document: Bundle<FhirResource>;
};

/** A pointer to a plan held elsewhere. */
export type PointerRecord = { readonly patientId: string; readonly pointer: DocumentReference };
