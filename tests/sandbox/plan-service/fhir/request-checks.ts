import { createMiddleware } from 'hono/factory';
import type { Role } from '../accounts.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import type { FhirEnv, Surroundings } from './surroundings.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const JSON_RANGES = ['*/*', 'application/*', 'application/json', 'application/fhir+json'];

/** Whether one member of an Accept header lets FHIR R4 JSON pass (RFC 9110 §12.5.1; FHIR R4 `fhirVersion`). */
function allowsJson(member: string): boolean {
  const [range = '', ...parameters] = member.split(';').map((part) => part.trim().toLowerCase());
  if (!JSON_RANGES.includes(range)) return false;
  return parameters.every((parameter) => {
    const [name, value] = parameter.split('=');
    if (name === 'q') return Number(value) > 0;
    return name !== 'fhirversion' || value === '4.0';
  });
}

/** Refuses with 406 what cannot be answered in JSON. */
export const acceptsJson = createMiddleware<FhirEnv>(async (c, next) => {
  const accept = c.req.header('accept') ?? '*/*';
  if (!accept.split(',').some(allowsJson))
    throw new Refusal(406, 'not-supported', 'Only application/fhir+json is spoken');
  await next();
});

/** Refuses with 400 a request without a UUID to know it by, as the NHS's own APIs do. */
export const hasRequestId = createMiddleware<FhirEnv>(async (c, next) => {
  const requestId = c.req.header('x-request-id');
  if (requestId === undefined) throw notUnderstood('required', 'X-Request-ID is missing');
  if (!UUID.test(requestId)) throw notUnderstood('value', 'X-Request-ID is not a UUID');
  await next();
});

/** Finds out who holds the bearer token (RFC 6750); 401 where there is none or it is good for nothing. */
export function bearer({ holderOf }: Pick<Surroundings, 'holderOf'>) {
  return createMiddleware<FhirEnv>(async (c, next) => {
    const realm = 'Bearer realm="plan-service"';
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) {
      throw new Refusal(401, 'login', 'Sign in first', { 'www-authenticate': realm });
    }
    const holder = await holderOf(token);
    if (holder === undefined) {
      const challenge = `${realm}, error="invalid_token"`;
      throw new Refusal(401, 'expired', 'The access token is unknown, expired or revoked', {
        'www-authenticate': challenge,
      });
    }
    c.set('holder', holder);
    await next();
  });
}

function roleNamed(roles: readonly [Role, ...Role[]], id: string): Role {
  if (id === '') {
    const [only, ...others] = roles;
    if (others.length > 0)
      throw notUnderstood('required', 'NHSD-Session-URID is missing: this person has several roles');
    return only;
  }
  const named = roles.find((role) => role.id === id);
  if (named === undefined)
    throw new Refusal(403, 'forbidden', 'This person does not have the role of NHSD-Session-URID');
  return named;
}

/**
 * Finds out which role acts: the one that `NHSD-Session-URID` names, or the only one there is. An organisation that is
 * named too must be that of the role.
 */
export const actingRole = createMiddleware<FhirEnv>(async (c, next) => {
  const role = roleNamed(c.get('holder').account.roles, c.req.header('nhsd-session-urid') ?? '');
  const odsCode = c.req.header('nhsd-end-user-organisation-ods') ?? '';
  if (odsCode !== '' && odsCode !== role.odsCode) {
    throw new Refusal(403, 'forbidden', 'NHSD-End-User-Organisation-ODS is not the organisation of the role');
  }
  c.set('role', role);
  await next();
});
