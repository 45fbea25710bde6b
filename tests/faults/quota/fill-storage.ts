import { inExtensionPage } from '../../browser/access/session-storage.ts';
import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';

/** Leaves no room in a part of the extension's storage, for its background, until that is killed. */
export async function fillStorage(launched: Launched, area: 'local' | 'session'): Promise<void> {
  if (launched.family === 'firefox') {
    await inExtensionPage(launched, (page) => page.evaluate(fillInBackgroundPage, area));
    return;
  }
  const refuse = `Promise.reject(new Error('QUOTA_BYTES quota exceeded'))`;
  await inWorker(launched, `void (chrome.storage.${area}.set = () => ${refuse})`);
}

/** Runs in another page of the extension: once that has gone, its function fails by itself. */
async function fillInBackgroundPage(area: 'local' | 'session'): Promise<void> {
  type Background = { browser: { storage: Record<string, { set: unknown }> } };
  const api = Reflect.get(globalThis, 'browser') as { runtime: { getBackgroundPage(): Promise<Background> } };
  const { storage } = (await api.runtime.getBackgroundPage()).browser;
  const part = storage[area];
  if (!part) throw new Error('There is no such part of the storage.');
  part.set = () => Promise.reject(new Error('QuotaExceededError'));
}
