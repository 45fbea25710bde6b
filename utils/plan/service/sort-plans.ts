import { isApproved, isRevoked } from '../composition.ts';
import type { Composition } from '../fhir-schemas.ts';
import type { Identifier } from '../fhir-types.ts';

/** The plans of one patient by what they are good for. */
export type SortedPlans = {
  /** Approved, in force; newest first. */
  readonly current: readonly Composition[];
  /** Drafts newer than every current plan; newest first. */
  readonly newerDrafts: readonly Composition[];
  /** Revoked, superseded or entered in error. */
  readonly withdrawn: readonly Composition[];
};

/** Sorts plans by status, replacement and revocation (docs/plan-service.md); the order of the server is not trusted. */
export function sortPlans(compositions: readonly Composition[]): SortedPlans {
  const alive = compositions.filter(({ status }) => status !== 'entered-in-error');
  const approved = alive.filter(isApproved);
  const isReplaced = (one: Composition) => approved.some((other) => other !== one && supersedes(other, one));
  const inForce = (one: Composition) => isApproved(one) && !isRevoked(one) && !isReplaced(one);
  const newestFirst = [...alive].sort((one, other) => instantOf(other) - instantOf(one));
  const current = newestFirst.filter(inForce);
  const latest = current[0] ? instantOf(current[0]) : Number.NEGATIVE_INFINITY;
  const newerDrafts = newestFirst.filter(
    (one) => one.status === 'preliminary' && !isRevoked(one) && instantOf(one) > latest,
  );
  const withdrawn = compositions.filter((one) => one.status !== 'preliminary' && !inForce(one));
  return { current, newerDrafts, withdrawn };
}

/** When a plan was last changed, milliseconds since 1970. */
export function instantOf({ date }: Pick<Composition, 'date'>): number {
  return Date.parse(date);
}

/** Whether two Compositions are of one plan: its identifier stays the same over its versions (FHIR R4 Composition). */
function isSamePlan(one: Composition, other: Composition): boolean {
  return isSameIdentifier(one.identifier, other.identifier);
}

/**
 * Whether two Compositions, one known to the service and one inside a document, are the same version of the same plan:
 * the same resource, or of one plan and one instant. A day is no instant: two versions may be of one day.
 */
export function isSameVersion(one: Composition, other: Composition): boolean {
  const isOtherPlan = Boolean(one.identifier?.value && other.identifier?.value) && !isSamePlan(one, other);
  if (one.id !== undefined && one.id === other.id) return !isOtherPlan;
  return isSamePlan(one, other) && one.date.includes('T') && instantOf(one) === instantOf(other);
}

/**
 * Whether one takes another's place: it says so, or is a later version of the same plan. Two versions of one date may
 * each be the later one, and two that each say that they replace the other contradict each other: both stay.
 */
function supersedes(one: Composition, other: Composition): boolean {
  if (saysItReplaces(other, one)) return false;
  return saysItReplaces(one, other) || (isSamePlan(one, other) && instantOf(one) > instantOf(other));
}

function saysItReplaces(one: Composition, other: Composition): boolean {
  return (one.relatesTo ?? []).some(({ code, targetReference, targetIdentifier }) => {
    if (code !== 'replaces') return false;
    const identifiers = [targetIdentifier, targetReference?.identifier];
    return (
      isAddressOf(targetReference?.reference ?? '', other) || identifiers.some((named) => isNameOf(named, one, other))
    );
  });
}

/** Whether an address leads to this Composition; it may name a version (FHIR R4 References, `_history`). */
function isAddressOf(address: string, { id }: Composition): boolean {
  const named = /^(?:.*\/)?Composition\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(address)?.[1];
  return id !== undefined && (named === id || address === `urn:uuid:${id}`);
}

/** The identifier that both have names no version of their plan, and so neither. */
function isNameOf(named: Identifier | undefined, one: Composition, { id, identifier }: Composition): boolean {
  if (id !== undefined && named?.value === `urn:uuid:${id}`) return true;
  return isSameIdentifier(named, identifier) && !isSameIdentifier(named, one.identifier);
}

function isSameIdentifier(one: Identifier | undefined, other: Identifier | undefined): boolean {
  return Boolean(one?.value) && one?.value === other?.value && one?.system === other?.system;
}
