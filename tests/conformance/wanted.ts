import type { Limits } from '../../utils/plan/service/asking.ts';

/** What is to be checked, and with what. */
export type Wanted = {
  /** FHIR base, without a slash at the end. */
  readonly base: string;
  /** Of a patient who has a plan there; valid, ten digits. */
  readonly nhsNumber: string;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly token: string | null;
  readonly clientId: string | null;
  readonly scopes: string;
  /** Port of the callback address on this computer, as it is registered at the sign-in service. */
  readonly callbackPort: number;
  /** Origins besides the service's own that its sign-in may use. */
  readonly signInOrigins: readonly string[];
  /** ODS code of the organisation that asks; with `clientId` the id token says it. */
  readonly odsCode: string | null;
  /** Of the role that acts (`NHSD-Session-URID`), where the account has several. */
  readonly roleId: string | null;
  readonly writeAudit: boolean;
  /** Other limits than the product's: for tests, which do not wait. */
  readonly limits?: Limits;
  /** Tells the person at the terminal what to do. */
  readonly say: (line: string) => void;
};

/** Whether this computer itself is meant. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(hostname);
}

/** Whether a token and an NHS number may be sent to this address at all. */
export function isProtected(address: URL): boolean {
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}
