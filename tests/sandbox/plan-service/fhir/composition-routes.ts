import type { Composition } from 'fhir/r4';
import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound, notUnderstood } from './outcome.ts';
import type { Rest } from './paging.ts';
import { needScope, permit, permitRole } from './permit.ts';
import { planToAnswerWith } from './plan-to-answer-with.ts';
import { countIn, readSearch, type SearchValues, tokensIn, totalIn } from './read-search.ts';
import { searchById } from './search-by-id.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';
import { withholdFromComposition, withholdFromDocument } from './withhold.ts';

/** FHIR R4 CompositionStatus. */
const STATUSES = ['preliminary', 'final', 'amended', 'entered-in-error'];

/** `Patient/id`, the same as a URL of this server, or for `patient` the bare id; one of the two must be given. */
function subjectIn(values: SearchValues, fhirBase: string): string {
  const subject = values.get('subject');
  const patient = values.get('patient');
  if (subject !== undefined && patient !== undefined)
    throw notUnderstood('invalid', 'Give subject or patient, not both');
  const reference = subject ?? patient;
  if (reference === undefined) throw notUnderstood('required', 'subject is missing');
  const relative = reference.startsWith(`${fhirBase}/`) ? reference.slice(fhirBase.length + 1) : reference;
  const id = /^Patient\/([A-Za-z0-9.-]{1,64})$/.exec(relative)?.[1];
  if (id !== undefined) return id;
  if (patient !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(patient)) return patient;
  throw notUnderstood('value', 'subject must be Patient/id');
}

function statusesIn(values: SearchValues): readonly string[] | undefined {
  const statuses = values.get('status')?.split(',');
  if (statuses?.some((status) => !STATUSES.includes(status))) throw notUnderstood('value', 'Unknown status');
  return statuses;
}

function newestFirstIn(values: SearchValues): boolean {
  const sort = values.get('_sort') ?? '-date';
  if (sort !== '-date' && sort !== 'date') throw notUnderstood('not-supported', '_sort must be date or -date');
  return sort === '-date';
}

/** Whoever asks, in the role that acts: another role of the same person may be shown less. */
function holderName(c: FhirContext): string {
  return `${c.get('holder').account.username} ${c.get('role').id}`;
}

/** One page of a search, with a link to the rest of it. */
function page(
  c: FhirContext,
  around: Surroundings,
  search: Omit<Rest, 'holder'> & { readonly self: string },
): Response {
  const { store, fhirBase, paging } = around;
  const { self, ids, patientId, count, total } = search;
  const { withheld } = c.get('role');
  const resources = ids.slice(0, count).flatMap((id) => store.composition(id) ?? []);
  const left = count === 0 ? [] : ids.slice(count);
  const rest = { holder: holderName(c), patientId, ids: left, count, total };
  const key = left.length === 0 ? undefined : paging.keep(rest);
  const answer = searchset({
    fhirBase,
    self,
    resources: resources.map((composition) => withholdFromComposition(composition, withheld)),
    ...(total === undefined ? {} : { total }),
    ...(key === undefined ? {} : { next: `${fhirBase}/Composition?_page=${key}` }),
  });
  return fhirJson(c, answer);
}

async function searchCompositions(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/Composition.rs');
  permitRole(c);
  const { store, fhirBase } = around;
  const values = await readSearch(c, 'Composition', around.offers);
  const id = values.get('_id');
  if (id !== undefined) return searchById(c, around, id, values);
  const types = tokensIn(values, 'type');
  const statuses = statusesIn(values);
  const newestFirst = newestFirstIn(values);
  const count = countIn(values);
  const total = totalIn(values);
  const asked = store.patient(subjectIn(values, fhirBase));
  if (asked !== undefined) permit(c, around, asked);
  const about = asked === undefined ? undefined : patientToAnswerAbout(c, store, asked).id;
  const search = {
    ...(types === undefined ? {} : { types }),
    ...(statuses === undefined ? {} : { statuses }),
    newestFirst,
  };
  const ids = about === undefined ? [] : store.searchPlans({ patientId: about, ...search });
  const self = selfLink(fhirBase, 'Composition', values);
  return page(c, around, { self, ids, patientId: asked?.id ?? '', count, total: total ? ids.length : undefined });
}

function nextPage(c: FhirContext, around: Surroundings, key: string): Response {
  needScope(c, 'user/Composition.rs');
  if ([...new URL(c.req.url).searchParams].length > 1) {
    throw notUnderstood('not-supported', 'A further page takes no other parameter');
  }
  const rest = around.paging.resume(key, holderName(c));
  const asked = around.store.patient(rest?.patientId ?? '');
  if (rest === undefined || asked === undefined) throw notFound('page');
  // What opened the first page may no longer do so.
  permit(c, around, asked);
  return page(c, around, { self: `${around.fhirBase}/Composition?_page=${key}`, ...rest });
}

function readComposition(c: FhirContext, around: Surroundings): Composition {
  const composition = around.store.composition(planToAnswerWith(c, around, c.req.param('id') ?? ''));
  if (composition === undefined) throw notFound('Composition');
  return withholdFromComposition(composition, c.get('role').withheld);
}

/** Composition search with paging, read, and the whole document where that is offered. */
export function compositionRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.get('/Composition', (c) => {
    const key = new URL(c.req.url).searchParams.get('_page');
    return key === null ? searchCompositions(c, around) : nextPage(c, around, key);
  });
  app.post('/Composition/_search', (c) => searchCompositions(c, around));
  app.get('/Composition/:id{[A-Za-z0-9.-]+}', (c) => {
    needScope(c, 'user/Composition.rs');
    return withEtag(c, readComposition(c, around));
  });
  if (around.offers !== 'operation') return;
  app.get('/Composition/:id{[A-Za-z0-9.-]+}/$document', (c) => {
    needScope(c, 'user/Composition.rs');
    const document = around.store.document(planToAnswerWith(c, around, c.req.param('id') ?? ''));
    if (document === undefined) throw notFound('document');
    return withEtag(c, withholdFromDocument(document, c.get('role').withheld));
  });
}
