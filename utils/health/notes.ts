import * as z from 'zod/mini';
import { browser } from '../browser.ts';

/** Names of states and causes, and codes for the helpdesk: no text of a page, a service or a person fits into them. */
const name = z.string().check(z.regex(/^[A-Za-z]{1,40}$/));
const code = z.string().check(z.regex(/^[A-Z][A-Z0-9-]{1,39}$/));

const faultSchema = z.object({
  /** The kind of view it was shown as, and the cause and the code it was shown with. */
  kind: name,
  cause: z.nullable(name),
  code: z.nullable(code),
});
const shownSchema = z.extend(faultSchema, { at: z.number() });
const sessionSchema = z.object({ at: z.number(), kind: name, cause: z.nullable(name), code: z.nullable(code) });

/** Something that went wrong, as the person at the screen was told of it. */
export type Fault = z.infer<typeof faultSchema>;
/** When it was shown, milliseconds since 1970. */
export type ShownFault = z.infer<typeof shownSchema>;
/** The state of the session and since when, without anybody's name. */
export type SessionNote = z.infer<typeof sessionSchema>;

const FAULTS = 'shownFaults';
const SESSION = 'sessionNote';
const MOST = 20;

let last: Promise<unknown> = Promise.resolve();

/** Notes what somebody was shown; the last twenty are kept, in memory only. Nothing waits for it. */
export function noteFault(fault: Fault, at = Date.now()): void {
  last = last.then(() => add({ ...fault, at })).catch(() => undefined);
}

/** Notes who may be signed in: whether, not who. */
export function noteSession(note: Fault, at = Date.now()): void {
  last = last.then(() => browser.storage.session.set({ [SESSION]: { ...note, at } })).catch(() => undefined);
}

/** What was noted, newest first; what is not of this form is left out. */
export async function readNotes(): Promise<{
  readonly faults: readonly ShownFault[];
  readonly session: SessionNote | null;
}> {
  const stored = await browser.storage.session.get([FAULTS, SESSION]);
  const session = sessionSchema.safeParse(stored[SESSION]);
  return { faults: faultsIn(stored[FAULTS]), session: session.success ? session.data : null };
}

async function add(fault: ShownFault): Promise<void> {
  if (!shownSchema.safeParse(fault).success) return;
  const before = faultsIn((await browser.storage.session.get(FAULTS))[FAULTS]);
  await browser.storage.session.set({ [FAULTS]: [fault, ...before].slice(0, MOST) });
}

function faultsIn(raw: unknown): readonly ShownFault[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((each) => {
    const parsed = shownSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}
