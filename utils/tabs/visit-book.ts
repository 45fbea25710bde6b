import * as z from 'zod/mini';
import { ACCESS_REASONS } from '../access/reasons.ts';
import { browser } from '../browser.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { AccessGiven } from '../view/decide-view.ts';

const visitSchema = z.strictObject({
  id: z.uuid(),
  /** Digest of session and patient. */
  who: z.string(),
  given: z.nullable(z.strictObject({ reason: z.enum(ACCESS_REASONS), alerts: z.nullable(z.string()) })),
});
const bookSchema = z.record(z.string(), visitSchema);

/** One patient open in one tab for one session, from when the page names them until it names somebody else. */
export type OpenVisit = { readonly id: string; readonly given: AccessGiven | null };

export type VisitBook = {
  /** The visit of this patient in this tab: the one that is open, or a new one that ends it. */
  readonly open: (tabId: number, patient: PatientIdentity, sessionId: string) => Promise<OpenVisit>;
  /** The service has acknowledged a reason in this visit. */
  readonly give: (tabId: number, visitId: string, given: AccessGiven) => Promise<void>;
  /** Nobody is open in this tab any more, or somebody else. */
  readonly end: (tabId: number) => Promise<void>;
  readonly endAll: () => Promise<void>;
};

const KEY = 'visits';

/**
 * Names the visits, in memory only (`storage.session`), so that a background that was killed goes on with the visit it
 * was in: one view is audited once, and an emergency access lasts as long as the visit and no longer.
 */
export function visitBook(): VisitBook {
  let writing: Promise<unknown> = Promise.resolve();

  /** One after the other, so that two tabs do not lose each other's visits. */
  function change<T>(step: (book: z.infer<typeof bookSchema>) => { book: z.infer<typeof bookSchema>; gives: T }) {
    const changed = writing.then(async () => {
      const stored = bookSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
      const before = stored.success ? stored.data : {};
      const { book, gives } = step(before);
      if (book !== before) await browser.storage.session.set({ [KEY]: book });
      return gives;
    });
    writing = changed.catch(() => undefined);
    return changed;
  }

  return {
    async open(tabId, { nhsNumber, birthDate }, sessionId) {
      const who = await digest(`${sessionId} ${nhsNumber} ${birthDate}`);
      return change((book) => {
        const known = book[tabId];
        if (known?.who === who) return { book, gives: { id: known.id, given: known.given } };
        const visit = { id: crypto.randomUUID(), who, given: null };
        return { book: { ...book, [tabId]: visit }, gives: { id: visit.id, given: visit.given } };
      });
    },
    give: (tabId, visitId, given) =>
      change((book) => {
        const visit = book[tabId];
        return { book: visit?.id === visitId ? { ...book, [tabId]: { ...visit, given } } : book, gives: undefined };
      }),
    end: (tabId) =>
      change((book) => {
        const { [tabId]: over, ...others } = book;
        return { book: over ? others : book, gives: undefined };
      }),
    endAll: () => change(() => ({ book: {}, gives: undefined })),
  };
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
