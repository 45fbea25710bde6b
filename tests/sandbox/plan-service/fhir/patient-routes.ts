import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound } from './outcome.ts';
import { needScope, permit, permitRole } from './permit.ts';
import { countIn, nhsNumbersIn, readSearch, totalIn } from './read-search.ts';
import { searchSeveralPatients } from './search-several.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';

async function searchPatient(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/Patient.rs');
  const values = await readSearch(c, 'Patient');
  const [nhsNumber = '', ...others] = nhsNumbersIn(values, 'identifier');
  const count = countIn(values, around.paging);
  const total = totalIn(values);
  permitRole(c);
  if (others.length > 0) return searchSeveralPatients(c, around, values, [nhsNumber, ...others]);
  const asked = around.store.patientByNhsNumber(nhsNumber);
  if (asked !== undefined) permit(c, around, asked);
  const found = asked === undefined ? [] : [patientToAnswerAbout(c, around.store, asked).resource];
  const { fhirBase } = around;
  const answer = searchset({
    fhirBase,
    self: selfLink(fhirBase, 'Patient', values),
    resources: found.slice(0, count),
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
