import type { JWKS } from 'oidc-provider';

type Original = { readonly signingKeys: () => Promise<JWKS> };

/** Private signing keys of the providers of this test, in the order in which they were started. */
export const stolenKeys: JWKS[] = [];

/** The sandbox's module of signing keys, with a thief in it. */
export function withThief({ signingKeys }: Original): Original {
  return {
    signingKeys: async () => {
      const keys = await signingKeys();
      stolenKeys.push(keys);
      return keys;
    },
  };
}
