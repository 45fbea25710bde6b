import { parseArgs } from 'node:util';
import { parseBirthDate } from '../../utils/patient/birth-date.ts';
import { parseNhsNumber } from '../../utils/patient/nhs-number.ts';
import type { Wanted } from './wanted.ts';

/** What a command line asks for. `why` never repeats what was typed: it may be a number, or a token (S7). */
export type Usage =
  | { readonly kind: 'service'; readonly wanted: Wanted; readonly json: string | null }
  | { readonly kind: 'documents'; readonly folder: string; readonly json: string | null }
  | { readonly kind: 'wrong'; readonly why: string };

export const USAGE: readonly string[] = [
  'npm run conformance -- --base URL --nhs-number N [--birth-date D] [--token T | --client-id C] [--json FILE]',
  '  N, D       of a patient who has a plan at the service; D as 1938-07-14',
  '  T          an access token; or C, the client id, to sign in with a browser (--port P, --scopes S)',
  '  --ods CODE                of the organisation that asks, where a token is given',
  '  --role ID                 of the role that acts, where the account has several',
  '  --sign-in-origin ORIGIN   where people sign in, if not at the service itself; may be repeated',
  '  --write-audit             has one audit event written, which names no patient and stays there',
  '  Number, date and token may come from PLANSIDE_NHS_NUMBER, PLANSIDE_BIRTH_DATE and PLANSIDE_TOKEN.',
  'npm run conformance -- --documents DIR [--json FILE]',
];

/** As the product asks for them unless its settings say otherwise (utils/settings/settings.ts). */
const SCOPES =
  'openid fhirUser offline_access user/Patient.rs user/Composition.rs user/DocumentReference.rs user/Group.rs user/AuditEvent.c';

const CALLBACK_PORT = '8199';

const OPTIONS = {
  base: { type: 'string' },
  'nhs-number': { type: 'string' },
  'birth-date': { type: 'string' },
  token: { type: 'string' },
  'client-id': { type: 'string' },
  scopes: { type: 'string', default: SCOPES },
  port: { type: 'string', default: CALLBACK_PORT },
  ods: { type: 'string' },
  role: { type: 'string' },
  'sign-in-origin': { type: 'string', multiple: true },
  'write-audit': { type: 'boolean', default: false },
  documents: { type: 'string' },
  json: { type: 'string' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a command line. */
export function usageFrom(words: readonly string[], env: Environment, say: Wanted['say']): Usage {
  const values = parsed(words);
  if (values === null) return { kind: 'wrong', why: 'There is an option that is not known, or lacks its value.' };
  const { documents, json = null } = values;
  if (documents === undefined) return serviceFrom(values, env, say, json);
  return values.base === undefined
    ? { kind: 'documents', folder: documents, json }
    : { kind: 'wrong', why: 'Give --base or --documents, not both.' };
}

type Values = NonNullable<ReturnType<typeof parsed>>;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, strict: true }).values;
  } catch {
    return null;
  }
}

/** Values as they were given and as they are understood; `null`: not understood, or not given. */
function understood(values: Values, env: Environment) {
  const date = values['birth-date'] ?? env.PLANSIDE_BIRTH_DATE ?? null;
  const clientId = values['client-id'] ?? null;
  return {
    base: baseIn(values.base ?? ''),
    nhsNumber: parseNhsNumber(values['nhs-number'] ?? env.PLANSIDE_NHS_NUMBER ?? ''),
    birthDate: date === null ? null : parseBirthDate(date),
    isDateWrong: date !== null && parseBirthDate(date) === null,
    clientId,
    // One in the surroundings is for runs that name neither.
    token: values.token ?? (clientId === null ? (env.PLANSIDE_TOKEN ?? null) : null),
    signInOrigins: (values['sign-in-origin'] ?? []).map((address) => originIn(address)),
    odsCode: values.ods ?? null,
    roleId: values.role ?? null,
    callbackPort: /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN,
  };
}

/** What is wrong, in the order of the usage. */
function faultsIn(given: ReturnType<typeof understood>): readonly string[] {
  const { base, nhsNumber, isDateWrong, clientId, token, signInOrigins, odsCode, roleId, callbackPort } = given;
  const faults: Readonly<Record<string, boolean>> = {
    '--base must be the FHIR address of a plan service, without user name, query or #.': base === null,
    '--nhs-number must be a valid NHS number.': nhsNumber === null,
    '--base must not hold the NHS number.': base !== null && nhsNumber !== null && base.includes(nhsNumber),
    '--birth-date must be a date, such as 1938-07-14.': isDateWrong,
    'Give --token or --client-id, not both.': token !== null && clientId !== null,
    '--token must be an access token.': token !== null && !/^[\w.~+/=-]+$/.test(token),
    '--ods must be an ODS code.': odsCode !== null && !/^[A-Za-z0-9]{1,12}$/.test(odsCode),
    '--role must be the id of a role.': roleId !== null && !/^[\w.-]{1,64}$/.test(roleId),
    '--sign-in-origin must be an address.': signInOrigins.includes(null),
    '--port must be a port.': !(callbackPort <= 65_535),
  };
  return Object.entries(faults).flatMap(([fault, isSo]) => (isSo ? [fault] : []));
}

function serviceFrom(values: Values, env: Environment, say: Wanted['say'], json: string | null): Usage {
  const given = understood(values, env);
  const [why] = faultsIn(given);
  const { base, nhsNumber, birthDate, clientId, token, odsCode, roleId, callbackPort } = given;
  if (why !== undefined || base === null || nhsNumber === null) return { kind: 'wrong', why: why ?? '' };
  const signInOrigins = given.signInOrigins.filter((origin) => origin !== null);
  const { scopes, 'write-audit': writeAudit } = values;
  const wanted = {
    base,
    nhsNumber,
    birthDate,
    clientId,
    token,
    odsCode,
    roleId,
    callbackPort,
    signInOrigins,
    scopes,
    writeAudit,
    say,
  };
  return { kind: 'service', wanted, json };
}

/** An address that requests can be put below; without a slash at the end. */
function baseIn(text: string): string | null {
  const url = URL.parse(text);
  const isBase =
    url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  return isBase ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : null;
}

function originIn(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}
