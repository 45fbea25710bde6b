import type { Resource } from '../fhir-schemas.ts';
import type { Asking } from './asking.ts';
import { read, type SearchParameters, search } from './fhir-request.ts';
import { couldNotCheck, failed, type Judged } from './judge.ts';
import { type EmptyAnswer, judgeSearchset } from './judge-searchset.ts';

/** More pages than this for one person is a server going round in circles. */
const MOST_PAGES = 10;

/** All results of a search. */
export type Found = {
  readonly resources: readonly Resource[];
  /** What they name, where that was asked for (`_include`). */
  readonly included: readonly Resource[];
  /** The service's word that there is none; `null` where there is one. */
  readonly empty: EmptyAnswer | null;
};

/**
 * Searches, page by page, on the service's own origin only. A result that comes twice, as it can where a page was added
 * to in between, counts once.
 *
 * @param nhsNumbers the address of a page that holds one of them is not asked: an NHS number stands in no address (S7)
 * @returns failed if the service announces more results than it sends: the missing one may be the one that counts
 */
export async function searchPages(
  asking: Asking,
  type: string,
  parameters: SearchParameters,
  ...nhsNumbers: readonly string[]
): Promise<Judged<Found>> {
  const found = new Map<string, Resource>();
  const brought: Resource[] = [];
  let claimed = 0;
  let answer = await search(asking, type, parameters);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const judged = judgeSearchset(answer);
    if (!judged.ok) return judged;
    const { matches, included, total = 0, next, empty } = judged.value;
    for (const one of included) brought.push(one);
    for (const match of matches) {
      const name = nameOf(match, found.size);
      if (isOther(found.get(name), match)) {
        return failed(couldNotCheck('unexpectedAnswer', 'PLN-TWO-VERSIONS', answer.tries));
      }
      found.set(name, match);
    }
    claimed = Math.max(claimed, total);
    if (next === undefined) {
      const resources = [...found.values()];
      const missing = resources.length < claimed;
      return missing
        ? failed(couldNotCheck('unexpectedAnswer', 'PLN-MISSING-RESULTS', answer.tries))
        : { ok: true, value: { resources, included: brought, empty: resources.length === 0 ? empty : null } };
    }
    if (nhsNumbers.some((digits) => holds(next, digits))) {
      return failed(couldNotCheck('unexpectedAnswer', 'PLN-NUMBER-IN-ADDRESS', answer.tries));
    }
    answer = await read(asking, next);
  }
  return failed(couldNotCheck('unexpectedAnswer', 'PLN-PAGES'));
}

/** What tells a result from the others; one without an id is like no other. */
function nameOf({ resourceType, id }: Resource, place: number): string {
  return typeof id === 'string' ? `${resourceType}/${id}` : `${place}`;
}

function isOther(known: Resource | undefined, match: Resource): boolean {
  return known !== undefined && JSON.stringify(known) !== JSON.stringify(match);
}

/** Whether an address holds a number, written out or as percent signs. */
function holds(address: string, digits: string): boolean {
  return address.replace(/%3(\d)/g, '$1').includes(digits);
}
