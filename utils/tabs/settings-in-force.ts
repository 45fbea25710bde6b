import { onInForceChanged, readInForce } from '../pack/in-force.ts';
import type { WithPack } from '../pack/with-pack.ts';

/** Settings that have just come into force. `before`: those that held until now, `null`: they could not be read. */
export type SettingsChange = { readonly before: WithPack | null; readonly next: WithPack };

export type InForceOptions = {
  /** Called with what is about to be in force, and waited for: a session with another plan service ends first. */
  readonly coming: (next: WithPack) => Promise<void>;
  /** Called once it is. */
  readonly changed: (change: SettingsChange) => Promise<void>;
};

export type SettingsInForce = {
  /** Those in force at this moment. */
  readonly now: () => Promise<WithPack>;
  /** The same, once whatever has changed by now is in force. */
  readonly newest: () => Promise<WithPack>;
};

/** Keeps the settings that are in force, and follows every change of them. Registers its listener at once. */
export function settingsInForce({ coming, changed }: InForceOptions): SettingsInForce {
  let settings = readInForce();
  let taking: Promise<unknown> = Promise.resolve();
  let reading = 0;

  async function take(): Promise<void> {
    const mine = ++reading;
    const [before, next] = await Promise.all([settings.catch(() => null), readInForce()]);
    // A policy that cannot be used, while the last good one holds, changes nothing that anybody sees.
    if (JSON.stringify(before) === JSON.stringify(next)) return;
    await coming(next);
    if (mine !== reading) return;
    settings = Promise.resolve(next);
    void changed({ before, next }).catch(notNow);
  }

  async function newest(): Promise<WithPack> {
    const awaited = taking;
    await awaited;
    return awaited === taking ? settings : newest();
  }

  onInForceChanged(() => {
    taking = take().catch(notNow);
  });
  return { now: () => settings, newest };
}

/** Storage that does not answer: the next change tries again, and until then what holds is what held. */
function notNow(): void {}
