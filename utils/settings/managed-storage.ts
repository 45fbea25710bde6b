import { browser } from '../browser.ts';

/** Where the browser holds an organisation's policy; `undefined`: it has no such place. Test builds put theirs in its place. */
export function managedStorage(): { readonly get: () => Promise<unknown> } | undefined {
  const { managed } = browser.storage;
  return managed && { get: () => managed.get() };
}
