import type { Provider } from 'oidc-provider';
import type { Account } from '../accounts.ts';
import type { TokenHolder } from '../fhir/surroundings.ts';

/** Looks an access token up where it was issued; it is not found there once it has expired or been revoked. */
export async function tokenHolder(
  provider: Provider,
  accounts: readonly Account[],
  accessToken: string,
): Promise<TokenHolder | undefined> {
  const token = await provider.AccessToken.find(accessToken);
  const account = accounts.find(({ username }) => username === token?.accountId);
  return account === undefined ? undefined : { account, scopes: new Set(token?.scope?.split(' ')) };
}
