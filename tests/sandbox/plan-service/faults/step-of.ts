import type { Step } from '../switches.ts';

/** What a request is about: a step that can be broken, or nothing the service knows. */
export type RequestStep = Exclude<Step, 'all'> | 'other';

export const FHIR_PATH = '/fhir/R4';
export const SIGN_IN_PATH = '/sign-in';
export const LOG_IN_PATH = '/log-in';

const FHIR_STEPS: readonly (readonly [RegExp, RequestStep])[] = [
  [/^\/\.well-known\/smart-configuration$/, 'discover'],
  [/^\/metadata$/, 'metadata'],
  [/^\/Patient(\/|$)/, 'patient'],
  [/^\/Composition(\/_search)?$/, 'plans'],
  [/^\/Composition\//, 'document'],
  [/^\/DocumentReference(\/|$)/, 'elsewhere'],
  [/^\/Group(\/|$)/, 'group'],
  [/^\/AuditEvent(\/|$)/, 'audit'],
  [/^\/audit-keys$/, 'auditKeys'],
  // A document that is stored whole, or what one is put together from.
  [/^\/[A-Z][A-Za-z]+\/[^/]+$/, 'document'],
];

const SIGN_IN_STEPS: readonly (readonly [RegExp, RequestStep])[] = [
  [/^\/token$/, 'token'],
  [/^\/(jwks|\.well-known\/.*)$/, 'discover'],
];

function within(path: string, root: string): string | undefined {
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
}

/**
 * The step that a path on the plan service's origin belongs to.
 *
 * @param path without query
 * @param query what stands behind it: a further page of a search is known by that alone
 * @returns `undefined` for the sandbox's own pages (switches, audit), which no fault touches
 */
export function stepOf(path: string, query = ''): RequestStep | undefined {
  const fhir = within(path, FHIR_PATH);
  if (fhir === '/Composition' && new URLSearchParams(query).has('_page')) return 'nextPage';
  if (fhir !== undefined) return FHIR_STEPS.find(([pattern]) => pattern.test(fhir))?.[1] ?? 'other';
  const signIn = within(path, SIGN_IN_PATH);
  if (signIn !== undefined) return SIGN_IN_STEPS.find(([pattern]) => pattern.test(signIn))?.[1] ?? 'signIn';
  return within(path, LOG_IN_PATH) === undefined ? undefined : 'signIn';
}
