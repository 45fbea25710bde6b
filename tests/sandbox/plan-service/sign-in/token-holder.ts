import type { Provider } from 'oidc-provider';
import type { Account } from '../accounts.ts';
import type { TokenHolder } from '../fhir/surroundings.ts';

/**
 * Looks an access token up where it was issued. It is good while it has not expired or been revoked, its grant
 * stands, and, where it was issued for the length of a session, that session goes on.
 */
export async function tokenHolder(
  provider: Provider,
  accounts: readonly Account[],
  accessToken: string,
): Promise<TokenHolder | undefined> {
  const token = await provider.AccessToken.find(accessToken);
  if (token === undefined || token.isExpired) return undefined;
  if ((await provider.Grant.find(token.grantId)) === undefined) return undefined;
  if (token.expiresWithSession && token.sessionUid !== undefined) {
    const session = await provider.Session.findByUid(token.sessionUid);
    if (session?.accountId !== token.accountId) return undefined;
  }
  const account = accounts.find(({ username }) => username === token.accountId);
  return account === undefined ? undefined : { account, scopes: new Set(token.scope?.split(' ')) };
}
