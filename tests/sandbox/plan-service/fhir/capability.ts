import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import type { Offers } from '../offers.ts';
import { PART_TYPES } from './part-routes.ts';
import { INCLUDES, REV_INCLUDES, SEARCHES, type SearchedType, type SearchParameter } from './searches.ts';

type Interaction = NonNullable<CapabilityStatementRestResource['interaction']>;

const search: Interaction = [{ code: 'search-type' }];
const readAndSearch: Interaction = [{ code: 'read' }, ...search];

function searchParam(type: SearchedType): NonNullable<CapabilityStatementRestResource['searchParam']> {
  const parameters: readonly SearchParameter[] = SEARCHES[type];
  return parameters.map(({ name, type: kind, modifier }) => ({
    name,
    type: kind,
    ...(modifier === undefined ? {} : { documentation: `Only as ${name}:${modifier}` }),
  }));
}

function searched(type: SearchedType, interaction: Interaction): CapabilityStatementRestResource {
  return { type, interaction, versioning: 'no-version', searchParam: searchParam(type) };
}

const DOCUMENT = { name: 'document', definition: 'http://hl7.org/fhir/OperationDefinition/Composition-document' };

const readable = (type: CapabilityStatementRestResource['type']): CapabilityStatementRestResource => ({
  type,
  interaction: [{ code: 'read' }],
  versioning: 'no-version',
  conditionalRead: 'not-match',
});

/** What is said of Compositions, and what else is read, by the way in which documents are given. */
function documentResources(offers: Offers): readonly CapabilityStatementRestResource[] {
  const composition = { ...searched('Composition', readAndSearch), conditionalRead: 'not-match' } as const;
  if (offers === 'operation') return [{ ...composition, operation: [DOCUMENT] }];
  if (offers === 'stored') return [composition, readable('Bundle')];
  const searchParam = [...(composition.searchParam ?? []), { name: '_id', type: 'token' as const }];
  return [{ ...composition, searchParam, searchInclude: [...INCLUDES] }, ...PART_TYPES.map(readable)];
}

/**
 * What this server offers and nothing more (FHIR R4 CapabilityStatement); searches are listed from the same table
 * that the routes check.
 *
 * @param date ISO date on which the server was started
 */
export function capabilityStatement(fhirBase: string, date: string, offers: Offers): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'Planside sandbox' },
    implementation: { description: 'Plan service of the sandbox: synthetic people only', url: fhirBase },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
        },
        resource: [
          { ...searched('Patient', readAndSearch), conditionalRead: 'not-match', searchRevInclude: REV_INCLUDES },
          ...documentResources(offers),
          searched('DocumentReference', search),
          searched('Group', search),
          { type: 'AuditEvent', interaction: [{ code: 'update' }], versioning: 'no-version', updateCreate: true },
        ],
      },
    ],
  };
}
