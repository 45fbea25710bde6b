import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import type { PackCode } from './pack.ts';

const KEY = 'packNote';

const noteSchema = z.strictObject({
  /** Of which address this is. */
  url: z.string(),
  askedAt: z.number(),
  /** When what is published there was last taken, or was what is held; `null`: never. */
  goodAt: z.nullable(z.number()),
  /** Why what came last was not taken; `null`: it was. */
  code: z.nullable(z.string().check(z.regex(/^PACK-[A-Z-]{1,30}$/))),
});

/** How the last fetch went, for the helpdesk; times in milliseconds since 1970. */
export type PackNote = z.infer<typeof noteSchema>;

/** How the last fetch from this address went; `null`: there was none. */
export async function readPackNote(url: string): Promise<PackNote | null> {
  const { [KEY]: raw } = await browser.storage.local.get(KEY);
  const note = noteSchema.safeParse(raw);
  return note.success && note.data.url === url ? note.data : null;
}

/** Notes how a fetch went. It outlives the browser: the helpdesk may ask in the morning. */
export async function notePack(url: string, code: PackCode | null, now: number): Promise<void> {
  const before = await readPackNote(url);
  const note: PackNote = { url, askedAt: now, goodAt: code === null ? now : (before?.goodAt ?? null), code };
  await browser.storage.local.set({ [KEY]: note });
}
