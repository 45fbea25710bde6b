import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound, notUnderstood } from './outcome.ts';
import { needScope, permit, permitRole } from './permit.ts';
import { countIn, nhsNumbersIn, readSearch, type SearchValues, totalIn } from './read-search.ts';
import { searchSeveralPatients } from './search-several.ts';
import { REV_INCLUDES } from './searches.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';
import { withholdFromComposition } from './withhold.ts';

/** @throws Refusal 400 for anything else that is to come along */
function isWithPlans(c: FhirContext, values: SearchValues): boolean {
  const along = values.get('_revinclude');
  if (along === undefined) return false;
  if (!REV_INCLUDES.includes(along)) throw notUnderstood('not-supported', 'Unknown _revinclude');
  needScope(c, 'user/Composition.rs');
  return true;
}

async function searchPatient(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/Patient.rs');
  const values = await readSearch(c, 'Patient');
  const [nhsNumber = '', ...others] = nhsNumbersIn(values, 'identifier');
  const count = countIn(values, around.paging);
  const total = totalIn(values);
  const withPlans = isWithPlans(c, values);
  permitRole(c);
  if (others.length > 0) return searchSeveralPatients(c, around, values, [nhsNumber, ...others]);
  const asked = around.store.patientByNhsNumber(nhsNumber);
  if (asked !== undefined) permit(c, around, asked);
  const { fhirBase, store } = around;
  const about = asked === undefined ? [] : [patientToAnswerAbout(c, store, asked)];
  const found = about.map(({ resource }) => resource);
  const plans = withPlans ? store.searchPlans({ patientIds: about.map(({ id }) => id), newestFirst: true }) : [];
  const { withheld } = c.get('role');
  const answer = searchset({
    fhirBase,
    self: selfLink(fhirBase, 'Patient', values),
    resources: found.slice(0, count),
    included: plans.flatMap((id) => store.composition(id) ?? []).map((one) => withholdFromComposition(one, withheld)),
    ...(total ? { total: found.length } : {}),
  });
  return fhirJson(c, answer);
}

/** Patient search by NHS number, present or replaced, and read by id. */
export function patientRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.get('/Patient', (c) => searchPatient(c, around));
  app.post('/Patient/_search', (c) => searchPatient(c, around));
  app.get('/Patient/:id{[A-Za-z0-9.-]+}', (c) => {
    needScope(c, 'user/Patient.rs');
    permitRole(c);
    const asked = around.store.patient(c.req.param('id'));
    if (asked === undefined) throw notFound('Patient');
    permit(c, around, asked);
    return withEtag(c, patientToAnswerAbout(c, around.store, asked).resource);
  });
}
