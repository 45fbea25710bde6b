import type { Hono } from 'hono';
import { Refusal } from './outcome.ts';
import { needScope, permitRole } from './permit.ts';
import { identifierIn, readSearch } from './read-search.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, isAboutSomebodyElse, type Surroundings } from './surroundings.ts';
import { ODS_CODE_SYSTEM } from './write-group.ts';

async function searchGroups(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/Group.rs');
  permitRole(c);
  const values = await readSearch(c, 'Group');
  const odsCode = identifierIn(values, 'managing-entity:identifier', ODS_CODE_SYSTEM);
  const role = c.get('role');
  if (role.reach !== 'ownHome' || role.odsCode !== odsCode) {
    throw new Refusal(403, 'forbidden', 'Only for the home you work at');
  }
  const { store, fhirBase } = around;
  const group = isAboutSomebodyElse(c) ? store.otherGroup(odsCode) : store.group(odsCode);
  const resources = group === undefined ? [] : [group];
  const self = selfLink(fhirBase, 'Group', values);
  return fhirJson(c, searchset({ fhirBase, self, resources, total: resources.length }));
}

/** The residents of the signed-in person's own home. */
export function groupRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.get('/Group', (c) => searchGroups(c, around));
  app.post('/Group/_search', (c) => searchGroups(c, around));
}
