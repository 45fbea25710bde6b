import { vi } from 'vitest';

type Area = 'local' | 'session' | 'managed';
type Listener = (changes: Record<string, unknown>, area: Area) => void;

/** The browser's storage as far as a policy goes, with whatever has to happen to it. */
export function storageBed() {
  const held: Record<Area, Record<string, unknown>> = { local: {}, session: {}, managed: {} };
  let listeners: Listener[] = [];
  let managedError: Error | null = null;

  function tell(area: Area, keys: readonly string[]): void {
    const changes = Object.fromEntries(keys.map((key) => [key, {}]));
    for (const listener of [...listeners]) listener(changes, area);
  }

  function area(name: Area) {
    return {
      get: async (key?: string) => {
        if (name === 'managed' && managedError) throw managedError;
        return structuredClone(key === undefined ? held[name] : { [key]: held[name][key] });
      },
      set: async (items: Record<string, unknown>) => {
        Object.assign(held[name], structuredClone(items));
        tell(name, Object.keys(items));
      },
    };
  }

  const storage = {
    local: area('local'),
    session: area('session'),
    managed: area('managed') as ReturnType<typeof area> | undefined,
    onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
  };

  return {
    browser: { storage, i18n: { getUILanguage: () => 'en-GB' } },
    held,
    /** The browser hands over what the organisation has set. */
    hand(managed: Record<string, unknown>) {
      const keys = [...Object.keys(held.managed), ...Object.keys(managed)];
      held.managed = managed;
      tell('managed', keys);
    },
    /** Reading what the organisation has set ends with this error. */
    refuse(error: Error | null) {
      managedError = error;
    },
    /** The browser ends and starts again, and has not handed anything over yet. */
    restart() {
      listeners = [];
      held.session = {};
      held.managed = {};
    },
    /** The background ends, and with it its listeners; the browser goes on. */
    endBackground() {
      listeners = [];
    },
    /** Everything that waits for a promise has been done. */
    settled: () => vi.advanceTimersByTimeAsync(0),
  };
}
