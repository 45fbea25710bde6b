import * as oauth from 'oauth4webapi';
import { type Finding, fail, NotCheckable, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { rolesIn } from '../sign-in/acting-role.ts';
import { callOptions, publicClient, type SignInResult, sayOAuthError } from '../sign-in/terminal-sign-in.ts';
import { sayAnswer } from '../words.ts';

export const signInRows: readonly Row[] = [
  { id: 'sign-in', title: 'Signing in', required: true, check: checkSignIn },
  { id: 'id-token-name', title: 'Id token says who it is', required: true, check: checkName },
  { id: 'id-token-role', title: 'Id token says role and organisation', required: false, check: checkRole },
  { id: 'renewal', title: 'Session is renewed silently', required: false, check: checkRenewal },
  { id: 'token-accepted', title: 'Access token is accepted', required: true, check: checkAccepted },
];

/** Comes last: nothing can be asked after it. */
export const revocationRow: Row = {
  id: 'revocation',
  title: 'Signing out revokes the tokens',
  required: false,
  check: checkRevocation,
};

const TOKEN_GIVEN = 'A token was given, so nobody signed in here. Run it once more with --client-id.';
const NOT_TRIED = 'Neither --token nor --client-id was given.';
const WITHOUT_TOKEN = 'The service answers without a token, so the rest was asked without one.';

async function checkSignIn({ wanted, signIn }: Run): Promise<Finding> {
  if (wanted.token !== null) return notChecked(TOKEN_GIVEN);
  const result = await signIn();
  if (result === null) return notChecked(NOT_TRIED);
  return result.ok
    ? pass('Authorization code with PKCE S256 by a public client; the id token is signed by a key of the service.')
    : fail(result.why);
}

async function checkName(run: Run): Promise<Finding> {
  const { claims } = (await session(run)).signedIn;
  return isText(claims.name)
    ? pass('It has “name”.')
    : fail('It has no “name”; Planside ends such a sign-in, because nobody would know who is signed in.');
}

async function checkRole(run: Run): Promise<Finding> {
  const { claims } = (await session(run)).signedIn;
  const missing = ['role', 'organisation', 'ods_code'].filter((name) => !isText(claims[name]));
  const roles = rolesIn(claims);
  if (roles === null) {
    return fail(
      'A role in “nhsid_nrbac_roles” lacks “person_roleid”, “role_name” or “org_code”; Planside ends such a sign-in.',
    );
  }
  if (roles.length > 0) {
    const several = roles.length > 1 ? `${roles.length} roles` : 'one role';
    return pass(`It lists ${several} in “nhsid_nrbac_roles”; every request says which one acts.`);
  }
  return missing.length === 0
    ? pass('It has “role”, “organisation” and “ods_code”.')
    : notOffered(
        `It lacks ${missing.map((name) => `“${name}”`).join(', ')}. Planside leaves them out; without “ods_code” the header NHSD-End-User-Organisation-ODS is empty.`,
      );
}

async function checkRenewal(run: Run): Promise<Finding> {
  const { signedIn, server, client } = await session(run);
  if (signedIn.refreshToken === null) {
    return notOffered('There is no refresh token. Everybody signs in again whenever the access token expires.');
  }
  try {
    const { refreshToken } = signedIn;
    const answer = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refreshToken,
      callOptions(server),
    );
    const renewed = await oauth.processRefreshTokenResponse(server, client, answer);
    // The old ones may be worth nothing from here on.
    signedIn.accessToken = renewed.access_token;
    signedIn.refreshToken = renewed.refresh_token ?? refreshToken;
    return signedIn.refreshToken === refreshToken
      ? fail('The refresh token stays the same after use; one that is stolen then works for as long as the session.')
      : pass('A refresh token is used once and brings the next one.');
  } catch (error) {
    return fail(sayOAuthError(error));
  }
}

async function checkAccepted({ wanted, patientAnswer }: Run): Promise<Finding> {
  const answer = await patientAnswer();
  // Only a service that asks for no token gets this far without one.
  if (wanted.token === null && wanted.clientId === null) return notChecked(`${NOT_TRIED} ${WITHOUT_TOKEN}`);
  if (answer.kind === 'failed') return notChecked(`It could not be tried. ${sayAnswer(answer) ?? ''}`);
  return answer.status === 401
    ? fail('A search with the token is answered with 401: it has expired, or is not for this service.')
    : pass('A search with the token is not answered with 401.');
}

async function checkRevocation(run: Run): Promise<Finding> {
  const { signedIn, server, client } = await session(run);
  const { refreshToken } = signedIn;
  if (!server.revocation_endpoint || refreshToken === null) {
    return notOffered('There is nothing to revoke, or nowhere to. Tokens live on until they expire.');
  }
  try {
    const answer = await oauth.revocationRequest(server, client, oauth.None(), refreshToken, callOptions(server));
    await oauth.processRevocationResponse(answer);
    const again = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, callOptions(server));
    return again.ok
      ? fail('A refresh token that was revoked still brings an access token.')
      : pass('A refresh token that was revoked is refused.');
  } catch (error) {
    return fail(sayOAuthError(error));
  }
}

type Session = Extract<SignInResult, { ok: true }> & { readonly client: oauth.Client };

async function session({ wanted, signIn }: Run): Promise<Session> {
  if (wanted.token !== null) throw new NotCheckable('Nobody signed in here: a token was given.');
  const result = await signIn();
  if (result === null || wanted.clientId === null) throw new NotCheckable('Nobody signed in.');
  if (!result.ok) throw new NotCheckable('Nobody is signed in.');
  return { ...result, client: publicClient(wanted.clientId) };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
