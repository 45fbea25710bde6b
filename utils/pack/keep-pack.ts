import { browser } from '../browser.ts';
import { onSettingsChanged, readSettings } from '../settings/settings.ts';
import { askForPack } from './ask-pack.ts';
import { onHeldPackChanged, readHeldPack } from './held-pack.ts';
import { readPackNote } from './pack-note.ts';
import { LONGEST_SILENCE_MS, ringing } from './ringing.ts';

const ALARM = 'pack';

/**
 * Keeps the pack that the policy names as new as it is published, while it names one: asks at the start of the browser,
 * when the policy has changed, and every few minutes, if this computer is on the network then. Registers its listeners at
 * once, so that they wake the background; what they would have said while it was gone is looked at in each new life.
 */
export function keepPack(): void {
  let asking: Promise<void> | null = null;
  let looking: Promise<void> = Promise.resolve();
  /** What the policy said of it when it was last asked for, in this life. */
  let askedFor = '';

  /** One at a time: whoever wants it meanwhile is answered by the same. */
  function ask(): Promise<void> {
    if (!navigator.onLine) return Promise.resolve();
    asking ??= askForPack()
      .catch(notNow)
      .finally(() => {
        asking = null;
      });
    return asking;
  }

  /**
   * Sees to the alarm; and asks, if nobody has for as long as the alarm lets pass.
   *
   * @param isNew the policy may name another one, or the browser has just started: asks if this life has not done so yet
   */
  function look(isNew: boolean): Promise<void> {
    looking = looking.then(async () => {
      const { adapterPack } = await readSettings();
      if (!adapterPack) return void (await browser.alarms.clear(ALARM));
      if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, ringing(Math.random));
      const note = await readPackNote(adapterPack.url);
      const named = JSON.stringify(adapterPack);
      if (!((isNew && named !== askedFor) || note === null || isLongAgo(note.askedAt))) return;
      askedFor = named;
      await ask();
    });
    looking = looking.catch(notNow);
    return looking;
  }

  /** What was done to it from outside is undone. */
  async function mend(): Promise<void> {
    const { adapterPack } = await readSettings();
    if (adapterPack && (await readHeldPack(adapterPack.keys)).kind !== 'held') await ask();
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void ask();
  });
  browser.runtime.onStartup.addListener(() => void look(true));
  onSettingsChanged(() => void look(true));
  onHeldPackChanged(() => void mend().catch(notNow));
  void look(false);
}

/** A clock that was set back has not asked yet, either. */
function isLongAgo(askedAt: number): boolean {
  const ago = Date.now() - askedAt;
  return ago < 0 || ago >= LONGEST_SILENCE_MS;
}

/** Storage that does not answer: the next alarm tries again, and what is held holds. */
function notNow(): void {}
