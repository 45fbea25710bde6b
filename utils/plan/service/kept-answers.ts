/** An answer as it came, and the name of its version. */
export type KeptAnswer = { readonly etag: string; readonly body: unknown };

/** Answers had before, by address; in memory only, for as long as one patient context and one session. */
export type KeptAnswers = {
  readonly get: (address: string) => KeptAnswer | undefined;
  readonly set: (address: string, answer: KeptAnswer) => void;
  readonly forget: (address: string) => void;
};

/**
 * An empty memory for one patient context (`If-None-Match`, docs/plan-service.md). It holds clinical content: whoever
 * makes it drops it when the context changes, somebody else signs in, or nobody does; it is never stored.
 */
export function keptAnswers(): KeptAnswers {
  const byAddress = new Map<string, KeptAnswer>();
  return {
    get: (address) => byAddress.get(address),
    set: (address, answer) => {
      byAddress.set(address, answer);
    },
    forget: (address) => {
      byAddress.delete(address);
    },
  };
}
