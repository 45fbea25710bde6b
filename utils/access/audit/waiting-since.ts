import * as z from 'zod/mini';
import type { LocalArea } from './mark.ts';

const KEY = 'auditWaitingSince';

/** Since when there has always been an event that waits (milliseconds since 1970): none is older. `null`: not known. */
export async function readWaitingSince(area: LocalArea): Promise<number | null> {
  const parsed = z.number().safeParse((await area.get(KEY))[KEY]);
  return parsed.success ? parsed.data : null;
}

/** Notes whether events wait; for the helpdesk, which asks for how long. */
export async function noteWaiting(area: LocalArea, waiting: number, now: number): Promise<void> {
  const since = await readWaitingSince(area);
  if (waiting === 0 && since !== null) await area.set({ [KEY]: null });
  if (waiting > 0 && since === null) await area.set({ [KEY]: now });
}
