import * as z from 'zod/mini';
import { ACCESS_REASONS } from '../access/reasons.ts';
import { browser } from '../browser.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { actingRole, type Session } from '../session/session.ts';
import type { AccessGiven } from '../view/decide-view.ts';

const visitSchema = z.strictObject({
  id: z.uuid(),
  /** Digest of session, role and patient. */
  who: z.string(),
  /** Digest of visit and NHS number. */
  patient: z.string(),
  given: z.nullable(z.strictObject({ reason: z.enum(ACCESS_REASONS), alerts: z.nullable(z.string()) })),
});
const bookSchema = z.record(z.string(), visitSchema);
type Book = z.infer<typeof bookSchema>;

/** One patient open in one tab for one person in one role, from when the page names them until it names somebody else. */
export type OpenVisit = { readonly id: string; readonly given: AccessGiven | null };

export type VisitBook = {
  /** The visit of this patient in this tab: the one that is open, or a new one that ends it. */
  readonly open: (tabId: number, patient: PatientIdentity, session: Session) => Promise<OpenVisit>;
  /**
   * The same for whoever is signed in, asked when it is this visit's turn: nothing that is called later can come
   * before it. `null`: nobody is.
   */
  readonly openNow: (
    tabId: number,
    patient: PatientIdentity,
    signedIn: () => Promise<Session | null>,
  ) => Promise<OpenVisit | null>;
  /** A reason is on its way to the service in this visit, or (`null`) has been refused; nothing if it is over. */
  readonly give: (tabId: number, visitId: string, given: AccessGiven | null) => Promise<void>;
  /** The visit in this tab is over, unless it is of this patient; `null`: nobody is open in it. */
  readonly end: (tabId: number, unless: PatientIdentity | null) => Promise<void>;
  readonly endAll: () => Promise<void>;
};

const KEY = 'visits';

/**
 * Names the visits, in memory only (`storage.session`), so that a background that was killed goes on with the visit it
 * was in: one view is audited once, and an emergency access lasts as long as the visit and no longer.
 */
export function visitBook(): VisitBook {
  const change = bookInTurn();
  return {
    open: (tabId, patient, session) => change((book) => opened(book, tabId, patient, session)),
    openNow: (tabId, patient, signedIn) =>
      change(async (book) => {
        const session = await signedIn();
        return session ? opened(book, tabId, patient, session) : { book, gives: null };
      }),
    give: (tabId, visitId, given) =>
      change(async (book) => {
        const visit = book[tabId];
        return { book: visit?.id === visitId ? { ...book, [tabId]: { ...visit, given } } : book, gives: undefined };
      }),
    end: (tabId, unless) =>
      change(async (book) => {
        const { [tabId]: open, ...others } = book;
        const stays = !open || (unless && open.patient === (await patientIn(open.id, unless)));
        return { book: stays ? book : others, gives: undefined };
      }),
    endAll: () => change(async () => ({ book: {}, gives: undefined })),
  };
}

type Changed<T> = { readonly book: Book; readonly gives: T };

/** Changes the book step by step, in the order of the calls, so that two tabs do not lose each other's visits. */
function bookInTurn(): <T>(step: (book: Book) => Promise<Changed<T>>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const changed = last.then(async () => {
      const stored = bookSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
      const before = stored.success ? stored.data : {};
      const { book, gives } = await step(before);
      if (book !== before) await browser.storage.session.set({ [KEY]: book });
      return gives;
    });
    last = changed.catch(() => undefined);
    return changed;
  };
}

async function opened(
  book: Book,
  tabId: number,
  patient: PatientIdentity,
  session: Session,
): Promise<Changed<OpenVisit>> {
  const { nhsNumber, birthDate } = patient;
  // What a reason opens, it opens in the role it was given in.
  const who = await digest([session.id, actingRole(session), nhsNumber, birthDate]);
  const known = book[tabId];
  if (known?.who === who) return { book, gives: { id: known.id, given: known.given } };
  const id = crypto.randomUUID();
  const visit = { id, who, patient: await patientIn(id, patient), given: null };
  return { book: { ...book, [tabId]: visit }, gives: { id, given: null } };
}

/** The page may show no birth date for a moment: it is the same patient then. */
function patientIn(visitId: string, { nhsNumber }: PatientIdentity): Promise<string> {
  return digest([visitId, nhsNumber]);
}

async function digest(parts: readonly unknown[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
