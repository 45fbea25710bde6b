import type { HttpBindings } from '@hono/node-server';
import type { Resource } from 'fhir/r4';
import type { Context } from 'hono';
import type { Account, Role } from '../accounts.ts';
import type { AuditKeys } from '../audit/audit-keys.ts';
import type { FaultsOf } from '../front.ts';
import type { Offers } from '../offers.ts';
import type { Store, StoredPatient } from '../store.ts';
import type { Fault } from '../switches.ts';
import type { Paging } from './paging.ts';

/** What every FHIR route works with. */
export type Surroundings = {
  readonly store: Store;
  /** `http://127.0.0.1:PORT/fhir/R4` */
  readonly fhirBase: string;
  readonly origin: string;
  readonly issuer: string;
  readonly paging: Paging;
  readonly offers: Offers;
  readonly accounts: readonly Account[];
  readonly auditKeys: AuditKeys;
  readonly faultsOf: FaultsOf;
  /** Who holds an access token; `undefined` for one that is unknown, expired or revoked. */
  readonly holderOf: (accessToken: string) => Promise<TokenHolder | undefined>;
};

export type TokenHolder = { readonly account: Account; readonly scopes: ReadonlySet<string> };

export type FhirEnv = {
  Bindings: HttpBindings;
  /** `role`: the one that acts. */
  Variables: { holder: TokenHolder; role: Role; faults: readonly Fault[] };
};

export type FhirContext = Context<FhirEnv>;

/** Whether this request is to be answered about another person. */
export function isAboutSomebodyElse(c: FhirContext): boolean {
  return c.get('faults').some(({ kind }) => kind === 'wrongPatient');
}

/** The patient to answer about: the one asked for, or somebody else where that fault is switched on. */
export function patientToAnswerAbout(c: FhirContext, store: Store, asked: StoredPatient): StoredPatient {
  return (isAboutSomebodyElse(c) ? store.somebodyElse(asked.id) : undefined) ?? asked;
}

export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** A resource as an answer. */
export function fhirJson(c: FhirContext, resource: Resource, status: 200 | 201 = 200): Response {
  return c.body(JSON.stringify(resource), status, { 'content-type': FHIR_JSON });
}
