import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/**
 * Where oidc-provider keeps sessions, grants and tokens: one map in memory for each provider, gone with it.
 * Its own in-memory store is shared by all providers of the process, so two sandboxes would mix.
 */
export function memoryAdapter(): (name: string) => Adapter {
  const models = new Map<string, Map<string, Kept>>();
  return (name) => {
    const kept = models.get(name) ?? new Map<string, Kept>();
    models.set(name, kept);
    const alive = (id: string): AdapterPayload | undefined => {
      const found = kept.get(id);
      if (found !== undefined && found.until > Date.now()) return found.payload;
      kept.delete(id);
      return undefined;
    };
    const aliveWhere = (belongs: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...kept.keys()].map(alive).find((payload) => payload !== undefined && belongs(payload));
    return {
      upsert: async (id, payload, expiresIn) => {
        kept.set(id, { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
      },
      find: async (id) => alive(id),
      findByUid: async (uid) => aliveWhere((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => aliveWhere((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = alive(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(id);
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}
