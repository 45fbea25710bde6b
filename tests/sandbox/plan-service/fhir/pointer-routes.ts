import type { CodeableConcept, DocumentReference } from 'fhir/r4';
import type { Hono } from 'hono';
import { needScope, permit, permitRole } from './permit.ts';
import { identifierIn, nhsNumberIn, readSearch, type SearchValues, tokensIn } from './read-search.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, type FhirEnv, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';
import { ODS_CODE_SYSTEM } from './write-group.ts';

function hasToken(concepts: readonly CodeableConcept[], tokens: readonly string[] | undefined): boolean {
  if (tokens === undefined) return true;
  const codings = concepts.flatMap(({ coding }) => coding ?? []);
  return codings.some(({ system, code }) => tokens.includes(`${system ?? ''}|${code ?? ''}`));
}

function filterFrom(values: SearchValues): (pointer: DocumentReference) => boolean {
  const categories = tokensIn(values, 'category');
  const types = tokensIn(values, 'type');
  const custodian = values.has('custodian:identifier')
    ? identifierIn(values, 'custodian:identifier', ODS_CODE_SYSTEM)
    : undefined;
  return (pointer) =>
    hasToken(pointer.category ?? [], categories) &&
    hasToken(pointer.type === undefined ? [] : [pointer.type], types) &&
    (custodian === undefined || pointer.custodian?.identifier?.value === custodian);
}

async function searchPointers(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/DocumentReference.rs');
  permitRole(c);
  const values = await readSearch(c, 'DocumentReference');
  const nhsNumber = nhsNumberIn(values, 'subject:identifier');
  const wanted = filterFrom(values);
  const { store, fhirBase } = around;
  const asked = store.patientByNhsNumber(nhsNumber);
  if (asked !== undefined) permit(c, around, asked);
  const pointers = asked === undefined ? [] : store.pointers(patientToAnswerAbout(c, store, asked).id);
  const resources = pointers.filter(wanted);
  const self = selfLink(fhirBase, 'DocumentReference', values);
  return fhirJson(c, searchset({ fhirBase, self, resources, total: resources.length }));
}

/** Pointers to plans held elsewhere, searched as on the National Record Locator. */
export function pointerRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.get('/DocumentReference', (c) => searchPointers(c, around));
  app.post('/DocumentReference/_search', (c) => searchPointers(c, around));
}
