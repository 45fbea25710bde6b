import { browser } from '../../../utils/browser.ts';

/** In place of the browser's own in test builds: a test says what it holds, in `storage.local`; else it is the browser's. */
export function managedStorage(): { readonly get: () => Promise<unknown> } | undefined {
  const { managed, local } = browser.storage;
  return {
    async get() {
      const { sandboxPolicy } = await local.get('sandboxPolicy');
      return sandboxPolicy ?? managed.get();
    },
  };
}
