import type { Composition } from 'fhir/r4';
import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound, notUnderstood } from './outcome.ts';
import type { Rest } from './paging.ts';
import { needScope, permit, permitRole } from './permit.ts';
import { planToAnswerWith } from './plan-to-answer-with.ts';
import { countIn, readSearch, type SearchValues, tokensIn, totalIn } from './read-search.ts';
import { searchById } from './search-by-id.ts';
import { notTooMany, permittedOf, WITH_REVIEWS, withReview } from './search-several.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';
import { withholdFromComposition, withholdFromDocument } from './withhold.ts';

/** FHIR R4 CompositionStatus. */
const STATUSES = ['preliminary', 'final', 'amended', 'entered-in-error'];

/** Each of several, with commas between. */
function subjectsIn(values: SearchValues, fhirBase: string): readonly string[] {
  const name = values.has('patient') ? 'patient' : 'subject';
  const [one = '', ...others] = (values.get(name) ?? '').split(',');
  if (others.length === 0) return [subjectIn(values, fhirBase)];
  return notTooMany([one, ...others]).map((value) => subjectIn(new Map([...values, [name, value]]), fhirBase));
}

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

/** @throws Refusal 400 for anything else that is to come along */
function isWithReviews(values: SearchValues): boolean {
  const include = values.get('_include');
  if (include !== undefined && include !== WITH_REVIEWS) throw notUnderstood('not-supported', 'Unknown _include');
  return include !== undefined;
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
  const { self, ids, patientIds, reviews, count, total } = search;
  const { withheld } = c.get('role');
  const now = ids.slice(0, count);
  const found = reviews
    ? now.flatMap((id) => withReview(c, around, id))
    : now.flatMap((id) => store.composition(id) ?? []);
  const resources = found.filter((resource) => resource.resourceType === 'Composition');
  const left = count === 0 ? [] : ids.slice(count);
  const rest = { holder: holderName(c), patientIds, reviews, ids: left, count, total };
  const key = left.length === 0 ? undefined : paging.keep(rest);
  const answer = searchset({
    fhirBase,
    self,
    resources: resources.map((composition) => withholdFromComposition(composition, withheld)),
    included: found.filter(({ resourceType }) => resourceType !== 'Composition'),
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
  const count = countIn(values, around.paging);
  const total = totalIn(values);
  const asked = subjectsIn(values, fhirBase).map((subject) => store.patient(subject));
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) permit(c, around, only);
  const permitted = permittedOf(c, around, asked);
  const reviews = isWithReviews(values);
  const search = {
    ...(types === undefined ? {} : { types }),
    ...(statuses === undefined ? {} : { statuses }),
    newestFirst,
  };
  const about = permitted.map((patient) => patientToAnswerAbout(c, store, patient).id);
  const ids = store.searchPlans({ patientIds: about, ...search });
  const self = selfLink(fhirBase, 'Composition', values);
  const patientIds = permitted.map(({ id: one }) => one);
  return page(c, around, { self, ids, patientIds, reviews, count, total: total ? ids.length : undefined });
}

function nextPage(c: FhirContext, around: Surroundings, key: string): Response {
  needScope(c, 'user/Composition.rs');
  if ([...new URL(c.req.url).searchParams].length > 1) {
    throw notUnderstood('not-supported', 'A further page takes no other parameter');
  }
  const rest = around.paging.resume(key, holderName(c));
  if (rest === undefined) throw notFound('page');
  // What opened the first page may no longer do so.
  for (const id of rest.patientIds) {
    const asked = around.store.patient(id);
    if (asked !== undefined) permit(c, around, asked);
  }
  const ids = rest.ids.map((id) => planToAnswerWith(c, around, id));
  return page(c, around, { self: `${around.fhirBase}/Composition?_page=${key}`, ...rest, ids });
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
