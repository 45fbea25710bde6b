import * as z from 'zod/mini';
import type { Elsewhere, NewerDraft } from '../plan/plan-lookup.ts';

/** A FHIR document as the service sent it. It is read anew whenever it is used, like any answer of a stranger. */
export type SavedDocument = {
  /** As the plan read from it says (`provenance`). */
  readonly planId: string;
  /** Empty where the document names none. */
  readonly version: string;
  readonly document: unknown;
};

/** What the service said of a patient who has a plan. That somebody has none cannot be written down here (S4). */
export type SavedCopy = {
  readonly nhsNumber: string;
  /** Newest first; never empty. */
  readonly documents: readonly [SavedDocument, ...SavedDocument[]];
  readonly newerDraft: NewerDraft | null;
  readonly elsewhere: Elsewhere;
  /** When the service answered, milliseconds since 1970. */
  readonly fetchedAt: number;
  /** By how much this computer's clock was ahead of the service's then, in milliseconds; `null`: nobody knows. */
  readonly clockAhead: number | null;
};

/** A document is an object, whatever is in it; a value that JSON leaves out would be lost. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const savedDocument = z.strictObject({
  planId: z.string(),
  version: z.string(),
  document: z.unknown().check(z.refine(isObject)),
});

const contentSchema = z.strictObject({
  documents: z.tuple([savedDocument], savedDocument),
  newerDraft: z.nullable(z.strictObject({ startedAt: z.exactOptional(z.string()), by: z.exactOptional(z.string()) })),
  elsewhere: z.nullable(
    z.array(
      z.strictObject({
        title: z.string(),
        custodian: z.exactOptional(z.string()),
        date: z.exactOptional(z.string()),
      }),
    ),
  ),
  clockAhead: z.nullable(z.number()),
});

/**
 * What of a copy is encrypted, as UTF-8; number and time are authenticated beside it (`sealed-copy.ts`).
 *
 * @throws if it could not be read back
 */
export function writeContent({ documents, newerDraft, elsewhere, clockAhead }: SavedCopy): Uint8Array {
  const content = contentSchema.parse({ documents, newerDraft, elsewhere, clockAhead });
  return new TextEncoder().encode(JSON.stringify(content));
}

/**
 * Makes a copy of what was decrypted, and of the number and time it was authenticated with.
 *
 * @throws if it is not what `writeContent` writes
 */
export function readContent(content: Uint8Array, nhsNumber: string, fetchedAt: number): SavedCopy {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  return { nhsNumber, fetchedAt, ...contentSchema.parse(JSON.parse(text)) };
}
