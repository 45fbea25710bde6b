import { isTestNhsNumber } from '../patient/nhs-number.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { CprStatement, Plan } from '../plan/plan.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import type { Known } from './decide-view.ts';
import type { Notice } from './view.ts';

/** A clock that is wrong by more than this is named (docs/hazard-log.md, H19), in milliseconds. */
const CLOCK_WRONG_MS = 120_000;
const MINUTE_MS = 60_000;

type Found = Extract<PlanLookup, { kind: 'found' }>;

/** What bears on these notices besides the plans. */
type Seen = Pick<Known, 'now' | 'changes' | 'notChecked' | 'given'> & {
  readonly page: PatientIdentity;
  readonly givenNamesDiffer: boolean;
};

/** Everything that has to be said above the answer, in no order: how it is drawn is for the sidebar. */
export function noticesOn(lookup: Found, seen: Seen): readonly Notice[] {
  const notices = [
    ...aboutContent(lookup),
    ...aboutTime(lookup, seen),
    ...aboutAccess(lookup, seen),
    ...aboutChange(seen),
    ...aboutPerson(lookup, seen),
  ];
  return notices.flatMap((notice) => (notice ? [notice] : []));
}

type Perhaps = Notice | false | undefined;

/** What could not be read, is unknown, or contradicts itself, over all current plans. */
function aboutContent({ plans, newerDraft }: Found): readonly Perhaps[] {
  const parts = plans.flatMap(({ unreadable }) => unreadable);
  const contradictions = union(plans.map((plan) => plan.contradictions));
  const unknown = plans.flatMap(({ otherSections }) =>
    otherSections.filter(({ state }) => state !== 'notRecorded').map(({ title }) => title),
  );
  const otherKind = plans.map(({ provenance }) => provenance.otherKind).find((kind) => kind !== undefined);
  return [
    plans.length > 1 && { kind: 'severalCurrent', count: plans.length },
    contradictions.length > 0 && { kind: 'contradiction', parts: contradictions },
    parts.length > 0 && {
      kind: 'unreadableParts',
      parts,
      linkedItemMissing: union(plans.map(({ linkedItemMissing }) => linkedItemMissing)),
    },
    unknown.length > 0 && { kind: 'unknownSections', parts: unknown },
    otherKind !== undefined && { kind: 'otherKind', sentAs: otherKind },
    newerDraft !== null && { kind: 'draftNewer', ...newerDraft },
  ];
}

/** Review, end, dates to come, and whether the clock can be trusted: by the service's day, not by this computer's. */
function aboutTime({ plans, clockAhead }: Found, { now }: Seen): readonly Perhaps[] {
  const today = dayAt(now - (clockAhead ?? 0));
  // Of everything that was to be reviewed, the one that has waited longest.
  const [overdue] = plans
    .flatMap(reviewsDue)
    .filter(({ due }) => due.slice(0, 10) < today)
    .sort((one, other) => one.due.localeCompare(other.due));
  const [expired] = plans
    .flatMap(({ provenance }) => provenance.expires ?? [])
    .filter((expires) => expires.slice(0, 10) < today)
    .sort();
  const toCome = union(plans.map(datesIn)).filter((date) => date > today);
  return [
    expired !== undefined && { kind: 'expired', on: expired },
    overdue !== undefined && { kind: 'overdue', ...overdue },
    toCome.length > 0 && { kind: 'datedInFuture', dates: [...toCome].sort() },
    clockAhead !== null &&
      Math.abs(clockAhead) > CLOCK_WRONG_MS && {
        kind: 'clockWrong',
        minutes: Math.round(Math.abs(clockAhead) / MINUTE_MS),
        is: clockAhead > 0 ? 'ahead' : 'behind',
      },
  ];
}

/** Why a plan is on the screen that would not be without it: a copy, an emergency. */
function aboutAccess({ savedBecause, fetchedAt }: Found, { given }: Seen): readonly Perhaps[] {
  return [
    savedBecause !== null && { kind: 'savedCopy', at: fetchedAt, cause: savedBecause },
    given?.reason === 'emergency' && { kind: 'emergencyAccess', alerted: given.alerts },
  ];
}

function aboutChange({ changes: { sinceLooked, sinceShown }, notChecked }: Seen): readonly Perhaps[] {
  return [
    notChecked !== null && { kind: 'notCheckedSince', ...notChecked },
    sinceShown !== null && { kind: 'newerVersion', parts: sinceShown.parts },
    sinceLooked !== null && { kind: 'changed', lastLooked: sinceLooked.at, parts: sinceLooked.parts },
  ];
}

function aboutPerson({ plans: [plan, ...others] }: Found, { page, givenNamesDiffer }: Seen): readonly Perhaps[] {
  const isRestricted = [plan, ...others].some(({ patient }) => patient.restricted);
  return [
    givenNamesDiffer && { kind: 'givenNameDiffers', page: page.givenNames, plan: plan.patient.givenNames },
    isRestricted && { kind: 'restricted' },
    isTestNhsNumber(plan.patient.nhsNumber) && { kind: 'testPatient' },
  ];
}

/** When the plan, or a statement on CPR in it, was to be reviewed, and when it last was. */
function reviewsDue({
  provenance,
  cprDecision,
}: Plan): readonly { readonly due: string; readonly reviewed?: string }[] {
  const all = [
    { due: provenance.reviewDue, reviewed: provenance.reviewed?.date },
    ...statementsOf(cprDecision).map(({ reviewDue, source }) => ({ due: reviewDue, reviewed: source.date })),
  ];
  return all.flatMap(({ due, reviewed }) => (due ? [{ due, ...(reviewed ? { reviewed } : {}) }] : []));
}

function statementsOf(decision: Plan['cprDecision']): readonly CprStatement[] {
  if ('statements' in decision) return decision.statements;
  return 'statement' in decision ? [decision.statement] : [];
}

/** Days on which something in a plan is said to have been decided, issued, changed or reviewed. */
function datesIn(plan: Plan): readonly string[] {
  const { provenance, cprDecision, anticipatoryMedicines } = plan;
  const statements = statementsOf(cprDecision);
  const told = Object.values(plan).flatMap((item) => (isSaid(item) ? [item.source.date] : []));
  const issued = anticipatoryMedicines.state === 'recorded' ? anticipatoryMedicines.value.issued : undefined;
  const all = [
    provenance.lastUpdated,
    provenance.reviewed?.date,
    ...statements.map(({ source }) => source.date),
    issued,
    ...told,
  ];
  return all.flatMap((date) => (date ? [date.slice(0, 10)] : []));
}

function isSaid(item: unknown): item is { readonly source: { readonly date?: string } } {
  return typeof item === 'object' && item !== null && 'source' in item && typeof item.source === 'object';
}

/** The day in London, where the plans are written, ISO. */
export function dayAt(time: number): string {
  // Swedish dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(time);
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
