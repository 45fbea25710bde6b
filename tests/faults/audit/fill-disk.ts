import { inExtensionPage } from '../../browser/access/session-storage.ts';
import type { Launched } from '../../browser/harness/launch.ts';

/**
 * Makes the disk full for the extension's background, or as large as it was: its database takes nothing any more, as
 * browsers say it. A background that is killed finds room again.
 *
 * @returns whether there was a background to be told so
 */
export async function fillDisk(launched: Launched, full: boolean): Promise<boolean> {
  if (launched.family === 'firefox') {
    await inExtensionPage(launched, (page) => page.evaluate(fillInBackgroundPage, full));
    return true;
  }
  try {
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    await (await target.worker())?.evaluate(fill, full);
    return true;
  } catch {
    // It was killed just now.
    return false;
  }
}

/** Runs in the background. */
function fill(full: boolean): void {
  type Methods = Record<'add' | 'put', unknown>;
  const store = IDBObjectStore.prototype as unknown as Methods & { room?: Methods };
  store.room ??= { add: store.add, put: store.put };
  const refuse = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  Object.assign(store, full ? { add: refuse, put: refuse } : store.room);
}

/** The same, from another page of the extension, of which nothing may stay behind but a function that fails. */
async function fillInBackgroundPage(full: boolean): Promise<void> {
  type Store = Record<'add' | 'put' | 'addWithRoom' | 'putWithRoom', unknown>;
  type Background = { IDBObjectStore: { prototype: Store }; DOMException: typeof DOMException };
  const api = Reflect.get(globalThis, 'browser') as { runtime: { getBackgroundPage(): Promise<Background> } };
  const background = await api.runtime.getBackgroundPage();
  const store = background.IDBObjectStore.prototype;
  store.addWithRoom ??= store.add;
  store.putWithRoom ??= store.put;
  const refuse = () => {
    throw new background.DOMException('The disk is full.', 'QuotaExceededError');
  };
  store.add = full ? refuse : store.addWithRoom;
  store.put = full ? refuse : store.putWithRoom;
}
