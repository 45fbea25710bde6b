import { browser } from '../browser.ts';
import { type PlanServiceSettings, parseSettings } from '../settings/settings.ts';

const KEY = 'sessionService';

/**
 * With which plan service somebody has signed in. A session is with that one, whatever the settings say by now: its
 * tokens go to no other, not even to be revoked. In memory only (`storage.session`), as long as the session.
 */
export async function writeServiceOfSession(planService: PlanServiceSettings): Promise<void> {
  await browser.storage.session.set({ [KEY]: planService });
}

/** The plan service of the session that is open, or being ended; `null`: nobody knows, so nobody may be sent its tokens. */
export async function serviceOfSession(): Promise<PlanServiceSettings | null> {
  const parsed = parseSettings({ planService: (await browser.storage.session.get(KEY))[KEY] });
  return parsed.ok ? (parsed.settings.planService ?? null) : null;
}

/** Forgets it, once nothing of the session is left to be told to anybody. */
export async function forgetServiceOfSession(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** Whether a session is with the plan service of the settings, in every part of it. */
export function isSameService(known: PlanServiceSettings | null, set: PlanServiceSettings | undefined): boolean {
  return known !== null && JSON.stringify(known) === JSON.stringify(set);
}
