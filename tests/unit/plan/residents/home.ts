import { PLAN_TYPES } from '../../../../utils/plan/codes.ts';
import { lookUpResidents } from '../../../../utils/plan/residents/look-up-residents.ts';
import { withCheckDigit } from '../../../sandbox/people/nhs-number.ts';
import { type Json, NHS_NUMBER_SYSTEM, patientResource, searchsetOf, snomed } from '../documents.ts';
import { answeringService } from '../service/answering-service.ts';
import { anAsking, freshBase, OFFERS_OPERATION } from '../service/asking.ts';
import type { SentRequest } from '../service/scripted-service.ts';

const ODS = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const TODAY = '2026-11-26';

/** Valid numbers, as many as are wanted. */
export function numbers(count: number): readonly string[] {
  const all = Array.from({ length: count * 2 }, (_, at) => withCheckDigit(String(999_000_100 + at)));
  return all.filter((number) => number !== undefined).slice(0, count);
}

export const member = (nhsNumber: string, changes: Json = {}): Json => ({
  entity: { reference: `Patient/p${nhsNumber}`, identifier: { system: NHS_NUMBER_SYSTEM, value: nhsNumber } },
  ...changes,
});

export const group = (members: readonly Json[], changes: Json = {}): Json => ({
  resourceType: 'Group',
  id: 'home',
  active: true,
  type: 'person',
  actual: true,
  managingEntity: { identifier: { system: ODS, value: 'X26' } },
  member: members,
  ...changes,
});

export const person = (nhsNumber: string, changes: Json = {}): Json =>
  patientResource({
    id: `p${nhsNumber}`,
    identifier: [{ system: NHS_NUMBER_SYSTEM, value: nhsNumber }],
    ...changes,
  });

export const planOf = (nhsNumber: string, changes: Json = {}): Json => ({
  resourceType: 'Composition',
  id: `c${nhsNumber}`,
  status: 'final',
  type: snomed(PLAN_TYPES[0]),
  subject: { reference: `Patient/p${nhsNumber}` },
  date: '2026-05-01T10:00:00Z',
  ...changes,
});

/** The values of one parameter of a posted search. */
export const asked = ({ body }: Pick<SentRequest, 'body'>, name: string): readonly string[] =>
  (new URLSearchParams(body).get(name) ?? '').split(',').map((value) => value.replace(/^.*[|/]p?/, ''));

type Home = {
  readonly group?: unknown;
  readonly people?: (request: SentRequest) => unknown;
  readonly plans?: (request: SentRequest) => unknown;
  readonly metadata?: Json;
};

/** Asks a service for a home in which everybody has a plan, but for what is said otherwise. */
export async function residentsOf(all: readonly string[], home: Home = {}) {
  const base = freshBase();
  const requests = answeringService(base, {
    metadata: home.metadata ?? OFFERS_OPERATION,
    'Group/_search': home.group ?? searchsetOf([group(all.map((number) => member(number)))]),
    'Patient/_search':
      home.people ??
      ((request: SentRequest) => Response.json(searchsetOf(asked(request, 'identifier').map((n) => person(n))))),
    'Composition/_search':
      home.plans ??
      ((request: SentRequest) => Response.json(searchsetOf(asked(request, 'subject').map((n) => planOf(n))))),
  });
  const lookup = await lookUpResidents(anAsking({ fhirBase: base }), TODAY);
  const kinds =
    lookup.kind === 'list'
      ? Object.fromEntries(lookup.residents.map(({ identity, plan }) => [identity.nhsNumber, plan.kind]))
      : null;
  return { lookup, kinds, requests };
}
