import { inExtensionPage } from '../access/session-storage.ts';
import type { Launched } from '../harness/launch.ts';

/** When the pack is next asked for of its own accord, and how often, in minutes. */
export function packAlarm(
  launched: Launched,
): Promise<{ readonly periodInMinutes: number; readonly inMinutes: number }> {
  return inExtensionPage(launched, (page) =>
    page.evaluate(async () => {
      const { alarms } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const { periodInMinutes, scheduledTime } = await alarms.get('pack');
      return { periodInMinutes, inMinutes: (scheduledTime - Date.now()) / 60_000 };
    }),
  );
}

/** The alarm rings now, as it would within four minutes. */
export async function ringNow(launched: Launched): Promise<void> {
  await inExtensionPage(launched, (page) =>
    page.evaluate(async () => {
      const { alarms } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      await alarms.create('pack', { when: Date.now(), periodInMinutes: 4 });
    }),
  );
}
