import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import type { PlanTrace } from '../plan/plan-trace.ts';

const digest = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const lookSchema = z.strictObject({
  key: digest,
  version: digest,
  sections: z.record(digest, digest),
  /** Milliseconds since 1970. */
  at: z.number(),
});

/** A plan as somebody last saw it, and when. */
export type Look = z.infer<typeof lookSchema>;

const KEY = 'looks';
/** The oldest are forgotten first; a plan nobody opened for half a year is read as a new one. */
const MOST_LOOKS = 500;
const KEPT_MS = 180 * 24 * 3_600_000;

/** What was written before is waited for, so that two tabs do not lose each other's looks. */
let writing: Promise<void> = Promise.resolve();

/** When and how these plans were last looked at, by the keys of their traces; plans never looked at are missing. */
export async function lastLooks(traces: readonly Pick<PlanTrace, 'key'>[]): Promise<ReadonlyMap<string, Look>> {
  await writing;
  const keys = new Set(traces.map(({ key }) => key));
  const looks = await storedLooks();
  return new Map(looks.filter(({ key }) => keys.has(key)).map((look) => [look.key, look]));
}

/** Remembers that these plans have been drawn. Digests only, in `storage.local`; never a plan, a person or an address. */
export function rememberLooks(traces: readonly PlanTrace[], now = Date.now()): Promise<void> {
  const keys = new Set(traces.map(({ key }) => key));
  writing = writing
    .then(async () => {
      const others = (await storedLooks()).filter(({ key, at }) => !keys.has(key) && now - at < KEPT_MS);
      const all = [...traces.map(({ key, version, sections }) => ({ key, version, sections, at: now })), ...others];
      await browser.storage.local.set({ [KEY]: all.slice(0, MOST_LOOKS) });
    })
    // A full disk must not keep anybody from a plan; next time it is read as a new one.
    .catch(() => undefined);
  return writing;
}

async function storedLooks(): Promise<readonly Look[]> {
  const stored = z.array(z.unknown()).safeParse((await browser.storage.local.get(KEY))[KEY]);
  if (!stored.success) return [];
  return stored.data.flatMap((raw) => {
    const look = lookSchema.safeParse(raw);
    return look.success ? [look.data] : [];
  });
}
