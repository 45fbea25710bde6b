import { PLAN_TYPES, SNOMED } from '../../utils/plan/codes.ts';
import type { LookupFailure } from '../../utils/plan/plan-lookup.ts';
import { read, search } from '../../utils/plan/service/fhir-request.ts';
import { judgeSearchset } from '../../utils/plan/service/judge-searchset.ts';
import type { Run } from './run.ts';

/** As many pages as the product reads. */
const MOST_PAGES = 10;

/** A search for plans with one on each page, page by page. */
export type WalkedPages = {
  /** Addresses of the further pages. */
  readonly addresses: readonly string[];
  /** Results on each page that was read. */
  readonly sizes: readonly number[];
  readonly failure: LookupFailure | null;
  /** Why it went no further: the last page, ten pages, an address elsewhere, one that was there before, a failure. */
  readonly endedBy: 'last' | 'many' | 'elsewhere' | 'circle' | 'failure';
};

/** Walks through the pages; one on another origin is not asked, and none that was there before. */
export async function walkPages(run: Run): Promise<WalkedPages> {
  const asking = await run.asking();
  const addresses: string[] = [];
  const sizes: number[] = [];
  let answer = await search(asking, 'Composition', [
    ['subject', `Patient/${await run.patientId()}`],
    ['type', PLAN_TYPES.map((code) => `${SNOMED}|${code}`).join(',')],
    ['_sort', '-date'],
    ['_count', '1'],
  ]);
  const ended = (endedBy: WalkedPages['endedBy'], failure: LookupFailure | null = null): WalkedPages => ({
    addresses,
    sizes,
    failure,
    endedBy,
  });
  while (sizes.length < MOST_PAGES) {
    const judged = judgeSearchset(answer);
    if (!judged.ok) return ended('failure', judged.failure);
    const { matches, next } = judged.value;
    sizes.push(matches.length);
    if (next === undefined) return ended('last');
    const isKnown = addresses.includes(next);
    addresses.push(next);
    if (isKnown) return ended('circle');
    if (URL.parse(next)?.origin !== new URL(run.wanted.base).origin) return ended('elsewhere');
    answer = await read(asking, next);
  }
  return ended('many');
}
