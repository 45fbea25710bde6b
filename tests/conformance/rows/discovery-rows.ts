import { type Finding, fail, NotCheckable, notOffered, pass, type Row } from '../row.ts';
import { type Run, signInServer } from '../run.ts';
import { isProtected, type Wanted } from '../wanted.ts';
import { sayAnswer } from '../words.ts';

const NEEDED = ['issuer', 'jwks_uri', 'authorization_endpoint', 'token_endpoint'] as const;
const FOR_SIGNING_OUT = ['revocation_endpoint', 'end_session_endpoint'] as const;
/** Judged as a whole with the audit rows. */
const KEYS = 'audit_encryption_jwks_uri';

type Described = Readonly<Record<string, unknown>>;

/** Whether anything may be sent to this address at all; the run ends after it where not. */
export const addressRow: Row = {
  id: 'https',
  title: 'Address begins with https',
  required: true,
  check: ({ wanted }) => checkAddress(wanted),
};

export const discoveryRows: readonly Row[] = [
  { id: 'discovery', title: 'Sign-in is described', required: true, check: checkDescription },
  { id: 'pkce', title: 'PKCE with S256 is offered', required: true, check: checkPkce },
  { id: 'endpoint-origins', title: 'Sign-in stays on known origins', required: true, check: checkOrigins },
  { id: 'sign-out-endpoints', title: 'Signing out is described', required: false, check: checkSignOut },
];

function checkAddress({ base }: Wanted): Finding {
  const address = new URL(base);
  if (!isProtected(address)) {
    return fail('It is not https. No token and no NHS number goes there, so nothing else was asked.');
  }
  return address.protocol === 'https:'
    ? pass('Everything goes over TLS.')
    : pass('It is http on this computer itself, which is for trying things out; Planside as shipped asks https only.');
}

async function checkDescription({ smart }: Run): Promise<Finding> {
  const answer = await smart();
  const unread = sayAnswer(answer);
  if (unread) return fail(`{base}/.well-known/smart-configuration cannot be read. ${unread}`);
  const described = objectIn(answer.kind === 'body' ? answer.body : null);
  if (!described) return fail('{base}/.well-known/smart-configuration is no JSON object.');
  const missing = NEEDED.filter((name) => !isAddress(described[name]));
  return missing.length > 0
    ? fail(`It lacks ${missing.join(', ')}, or they are no addresses; Planside cannot sign anybody in.`)
    : pass('It names issuer, keys, authorization and token endpoints.');
}

async function checkPkce(run: Run): Promise<Finding> {
  const { code_challenge_methods_supported: methods } = await described(run);
  return Array.isArray(methods) && methods.includes('S256')
    ? pass('code_challenge_methods_supported has S256.')
    : fail('code_challenge_methods_supported does not have S256; Planside signs nobody in without it.');
}

async function checkOrigins(run: Run): Promise<Finding> {
  const { wanted } = run;
  const configuration = await described(run);
  const addresses = [...NEEDED, ...FOR_SIGNING_OUT, KEYS].flatMap((name) => addressIn(configuration[name]));
  const bare = addresses.filter((address) => !isProtected(address));
  if (bare.length > 0) return fail('An endpoint is not https.');
  const known = [wanted.base, ...wanted.signInOrigins].map((address) => new URL(address).origin);
  const others = [...new Set(addresses.map(({ origin }) => origin))].filter((origin) => !known.includes(origin));
  if (others.length > 0) {
    return fail(
      `Endpoints lie on ${others.join(', ')}. Where that is right, name each with --sign-in-origin here, and under “Other sign-in addresses” in Planside’s settings; Planside refuses them otherwise.`,
    );
  }
  return signInServer(configuration, wanted)
    ? pass('Every endpoint lies on an origin that was named.')
    : fail('Planside does not accept the description; see the rows above.');
}

async function checkSignOut(run: Run): Promise<Finding> {
  const configuration = await described(run);
  const missing = FOR_SIGNING_OUT.filter((name) => !isAddress(configuration[name]));
  return missing.length > 0
    ? notOffered(
        `It does not name ${missing.join(' and ')}. Signing out then forgets the tokens on the computer; the service’s own session lives until it expires.`,
      )
    : pass('It names where tokens are revoked and where the session ends.');
}

async function described({ smart }: Run): Promise<Described> {
  const answer = await smart();
  const found = answer.kind === 'body' && answer.status === 200 ? objectIn(answer.body) : null;
  if (!found) throw new NotCheckable('The sign-in description cannot be read.');
  return found;
}

function objectIn(body: unknown): Described | null {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body))
    : null;
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

function addressIn(value: unknown): readonly URL[] {
  const address = typeof value === 'string' ? URL.parse(value) : null;
  return address ? [address] : [];
}
