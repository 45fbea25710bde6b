import { PLAN_TYPES, REVOKED_EXTENSION, SNOMED } from './codes.ts';
import { type Asking, read, search } from './fhir-request.ts';
import { type Composition, compositionSchema } from './fhir-schemas.ts';
import { couldNotCheck, failed, type Judged, judgeSearchset, parseAll } from './judge.ts';

const PAGE_SIZE = '20';
/** More pages than this for one person is a server going round in circles. */
const MOST_PAGES = 10;

/** All plans the service knows of one patient, page by page, on the service's own origin only. */
export async function findCompositions(asking: Asking, patientId: string): Promise<Judged<readonly Composition[]>> {
  const found: Composition[] = [];
  let claimed = 0;
  let answer = await search(asking, 'Composition', {
    subject: `Patient/${patientId}`,
    type: PLAN_TYPES.map((code) => `${SNOMED}|${code}`).join(','),
    _sort: '-date',
    _count: PAGE_SIZE,
  });
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const judged = judgeSearchset(answer);
    if (!judged.ok) return judged;
    const compositions = parseAll(judged.value.matches, compositionSchema, 'PLN-PLAN-SHAPE');
    if (!compositions.ok) return compositions;
    if (compositions.value.some(({ subject }) => subject.reference !== `Patient/${patientId}`)) {
      return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
    }
    found.push(...compositions.value);
    claimed = Math.max(claimed, judged.value.bundle.total ?? 0);
    const next = judged.value.bundle.link?.find(({ relation }) => relation === 'next');
    if (!next) {
      // One that is claimed and not sent may be the newest.
      const complete = found.length >= claimed;
      return complete ? { ok: true, value: found } : failed(couldNotCheck('unexpectedAnswer', 'PLN-MISSING-PLANS'));
    }
    answer = await read(asking, next.url);
  }
  return failed(couldNotCheck('unexpectedAnswer', 'PLN-PAGES'));
}

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
  const replaced = new Set(alive.filter(isApproved).flatMap(replacedBy));
  const inForce = (one: Composition) => isApproved(one) && !isRevoked(one) && !replaced.has(one.id ?? '');
  const newestFirst = [...alive].sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
  const current = newestFirst.filter(inForce);
  const latest = current[0] ? Date.parse(current[0].date) : Number.NEGATIVE_INFINITY;
  const newerDrafts = newestFirst.filter(
    (one) => one.status === 'preliminary' && !isRevoked(one) && Date.parse(one.date) > latest,
  );
  const withdrawn = compositions.filter((one) => one.status !== 'preliminary' && !inForce(one));
  return { current, newerDrafts, withdrawn };
}

export function isApproved({ status }: Composition): boolean {
  return status === 'final' || status === 'amended';
}

export function isRevoked({ extension }: Composition): boolean {
  return (extension ?? []).some(({ url }) => url === REVOKED_EXTENSION);
}

/** The ids of the plans that one replaces; a reference may name a version (FHIR R4 References, `_history`). */
function replacedBy({ relatesTo }: Composition): string[] {
  return (relatesTo ?? []).flatMap(({ code, targetReference }) => {
    const target = code === 'replaces' ? targetReference?.reference : undefined;
    const id = /^(?:.*\/)?Composition\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(target ?? '')?.[1];
    return id ? [id] : [];
  });
}
