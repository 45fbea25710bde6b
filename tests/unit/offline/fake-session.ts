/** The browser as far as copies may know it: `storage.session`, and no storage on disk at all. */
const kept = new Map<string, unknown>();
/** What happened, in order; a test may add to it. */
export const happened: string[] = [];
/** What goes wrong with `storage.session`. */
export const faults = { get: false, set: false, remove: false };

const fail = () => {
  throw new Error('storage.session does not answer');
};

export const browser = {
  storage: {
    session: {
      get: async (names: string | readonly string[]) => {
        if (faults.get) fail();
        const found = [names].flat().flatMap((name) => (kept.has(name) ? [[name, kept.get(name)] as const] : []));
        return structuredClone(Object.fromEntries(found));
      },
      set: async (values: Readonly<Record<string, unknown>>) => {
        if (faults.set) fail();
        for (const [name, value] of Object.entries(structuredClone(values))) kept.set(name, value);
      },
      remove: async (names: readonly string[]) => {
        if (faults.remove) fail();
        happened.push('keys dropped');
        for (const name of names) kept.delete(name);
      },
    },
  },
};

/** What is in `storage.session` now. */
export function inSession(): Readonly<Record<string, unknown>> {
  return structuredClone(Object.fromEntries(kept));
}

/** Puts something there, as it may have been left. */
export function leaveInSession(name: string, value: unknown): void {
  kept.set(name, value);
}

/** The browser has been closed, or the extension updated. */
export function emptySession(): void {
  kept.clear();
  happened.length = 0;
  Object.assign(faults, { get: false, set: false, remove: false });
}
