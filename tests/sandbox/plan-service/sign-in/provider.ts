import { randomBytes } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Configuration, KoaContextWithOIDC, Provider as OidcProvider, RefreshToken } from 'oidc-provider';
import type { Account } from '../accounts.ts';
import { LOG_IN_PATH } from '../faults/step-of.ts';
import { CLAIMS, claimsOf } from './claims.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { errors, Provider } from './oidc-provider.ts';
import { page } from './pages.ts';
import { SCOPES } from './scopes.ts';
import { signingKeys } from './signing-keys.ts';

export type SignInOptions = {
  readonly issuer: string;
  readonly fhirBase: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly accounts: readonly Account[];
  readonly accessTokenSeconds: number;
};

const TWELVE_HOURS = 12 * 60 * 60;

/** OAuth has no refresh for ever: a rotated token ends when the first one would have. */
function refreshSeconds(ctx: KoaContextWithOIDC | undefined): number {
  const rotated: RefreshToken | undefined = ctx?.oidc?.entities.RotatedRefreshToken;
  return rotated === undefined ? TWELVE_HOURS : rotated.remainingTTL;
}

function lifetimes(accessTokenSeconds: number): Configuration['ttl'] {
  return {
    AccessToken: accessTokenSeconds,
    AuthorizationCode: 60,
    IdToken: 60 * 60,
    Interaction: 10 * 60,
    Session: TWELVE_HOURS,
    Grant: TWELVE_HOURS,
    RefreshToken: refreshSeconds,
  };
}

/** The client is our own, so signing in is consent: the grant covers whatever it asks for. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { provider, client, session, params, result } = ctx.oidc;
  const clientId = client?.clientId;
  const accountId = session?.accountId;
  if (clientId === undefined || accountId === undefined) return undefined;
  const grantId = result?.consent?.grantId ?? session?.grantIdFor(clientId);
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known?.accountId === accountId ? known : new provider.Grant({ clientId, accountId });
  grant.addOIDCScope(String(params?.scope ?? ''));
  await grant.save();
  return grant;
}

/** Asked by our own client, whether or not it shows an id token, signing out needs no second question. */
async function logOutPage(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const asked = ctx.oidc.client !== undefined;
  const submit = html`<script>document.getElementById('sign-out').click()</script>`;
  ctx.body = String(
    await page(
      'Sign out of the sandbox’s plan service',
      html`${raw(form)}
<button id="sign-out" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
${asked ? submit : ''}`,
    ),
  );
}

async function showError(
  ctx: KoaContextWithOIDC,
  { error, error_description: words }: { error?: unknown; error_description?: unknown },
) {
  ctx.type = 'html';
  ctx.body = String(
    await page(
      'Signing in did not work',
      html`<p role="alert">${String(error)}: ${String(words ?? 'no more is known')}</p>`,
    ),
  );
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    resourceIndicators: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: logOutPage,
      postLogoutSuccessSource: async (ctx) => {
        ctx.body = String(await page('Signed out', html`<p>You can close this window.</p>`));
      },
    },
  };
}

function accountFinder({ accounts, fhirBase }: SignInOptions): Configuration['findAccount'] {
  return (_ctx, sub) => {
    const account = accounts.find(({ username }) => username === sub);
    if (account === undefined) return undefined;
    const fhirUser = `${fhirBase}/Practitioner/${sub}`;
    return { accountId: sub, claims: () => ({ sub, ...claimsOf(account), fhirUser }) };
  };
}

/** SMART clients say which FHIR server they mean; another one than ours is a mistake worth telling. */
function checkAudience(fhirBase: string) {
  return (_ctx: KoaContextWithOIDC, aud: string | undefined) => {
    if (aud !== undefined && aud !== fhirBase) throw new errors.InvalidRequest('aud is not this FHIR server');
  };
}

/**
 * The authorization server: code flow with PKCE S256 for one public client, rotated refresh tokens (used twice,
 * all tokens of the sign-in end), revocation, and sign-out started by the client.
 */
export async function signInProvider(options: SignInOptions): Promise<OidcProvider> {
  const { issuer, fhirBase, clientId, redirectUris, accessTokenSeconds } = options;
  return new Provider(issuer, {
    adapter: memoryAdapter(),
    jwks: await signingKeys(),
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: [
      {
        client_id: clientId,
        client_name: 'Planside',
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...redirectUris],
      },
    ],
    scopes: SCOPES,
    claims: { openid: ['sub', ...CLAIMS], fhirUser: ['fhirUser'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    extraParams: { aud: checkAudience(fhirBase) },
    features: features(),
    ttl: lifetimes(accessTokenSeconds),
    findAccount: accountFinder(options),
    loadExistingGrant: grantAll,
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    clientBasedCORS: () => true,
    interactions: { url: (_ctx, interaction) => `${LOG_IN_PATH}/${interaction.uid}` },
    renderError: showError,
  });
}
