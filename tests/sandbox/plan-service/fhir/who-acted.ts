import { alertedBy } from '../access.ts';
import type { Account, Role } from '../accounts.ts';
import type { ReadAuditEvent } from './audit-event.ts';
import { ODS_CODE_SYSTEM } from './write-group.ts';

/** Who was signed in when an event was recorded, as far as this service knows them. */
export type Acting = {
  readonly account: Account;
  /** Of the organisation that the event names; `undefined`: this person has no role there. */
  readonly role: Role | undefined;
};

type Signer = { readonly issuer: string; readonly accounts: readonly Account[] };

/** The ODS code of the organisation that an event names; `undefined`: it names none. */
function organisationIn({ agent }: ReadAuditEvent): string | undefined {
  return agent.find(({ who }) => who?.identifier?.system === ODS_CODE_SYSTEM)?.who?.identifier?.value;
}

/**
 * The account that acted: the one agent who is the requestor, by issuer and subject of a sign-in of this service.
 *
 * @param acting the role of whoever delivers the event; it is taken for the actor's where it fits
 * @returns `undefined`: somebody whom this service does not know
 */
export function whoActed(event: ReadAuditEvent, { issuer, accounts }: Signer, acting: Role): Acting | undefined {
  const [requestor, ...others] = event.agent.filter((agent) => agent.requestor);
  const identifier = others.length === 0 ? requestor?.who?.identifier : undefined;
  const account = accounts.find(({ username }) => identifier?.system === issuer && identifier.value === username);
  if (account === undefined) return undefined;
  const odsCode = organisationIn(event);
  const fitting = account.roles.filter((role) => odsCode === undefined || role.odsCode === odsCode);
  return { account, role: fitting.find(({ id }) => id === acting.id) ?? fitting[0] };
}

/** Whom an emergency access alerts: at the organisation where it happened, or else where it was delivered. */
export function whomItAlerts(acted: Acting | undefined, acting: Role): string {
  return alertedBy(acted?.role ?? acting);
}
