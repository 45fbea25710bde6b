import { createContext, Script } from 'node:vm';

/** Longer than any of this takes, were it linear; a pattern that goes astray would take years. */
const MOST_MS = 5_000;
const script = new Script('run()');

/**
 * Runs something that might not come back, so that it fails instead of blocking all tests: no time is asserted, only
 * that there is an end.
 */
export function thatEnds<T>(run: () => T): T {
  let result: T | undefined;
  const context = createContext({
    run: () => {
      result = run();
    },
  });
  script.runInContext(context, { timeout: MOST_MS });
  return result as T;
}
