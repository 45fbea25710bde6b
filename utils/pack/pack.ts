import * as z from 'zod/mini';
import { adapterSchema } from '../page/adapter-schema.ts';
import { hostPattern, systemId } from '../settings/names.ts';

/** On one line: it stands on the screen as the organisation wrote it. */
const sentence = z.string().check(z.regex(/^[^\p{Cc}]{1,200}$/u, 'must be one line of at most 200 characters'));

/** Why a system is not read: a sentence for whoever is at the screen, in both languages, or a code for the helpdesk. */
const reasonSchema = z.union([
  z.strictObject({ en: sentence, cy: sentence }),
  z.strictObject({ code: z.string().check(z.regex(/^[A-Z][A-Z0-9-]{1,39}$/)) }),
]);

const adapterEntrySchema = z.strictObject({
  system: systemId,
  adapter: adapterSchema,
  /** What it was written for: each must be an origin that settings or policy name for this system. Left out: those. */
  origins: z.exactOptional(z.array(hostPattern).check(z.minLength(1))),
});

const switchOffSchema = z.strictObject({ system: systemId, switchedOff: reasonSchema });

const packSchema = z.strictObject({
  /** Another number is another format, which this Planside cannot read. */
  format: z.literal(1),
  id: systemId,
  /** Higher in each pack that is published under this id. */
  sequence: z.int().check(z.minimum(1)),
  issuedAt: z.iso.datetime(),
  entries: z
    .array(z.union([adapterEntrySchema, switchOffSchema]))
    .check(z.maxLength(1_000), z.refine(namesEachOnce, 'must name each clinical system once')),
});

/** What an organisation publishes on how clinical systems are read: data, never code (docs/adapter-packs.md). */
export type Pack = z.infer<typeof packSchema>;
export type AdapterEntry = z.infer<typeof adapterEntrySchema>;
export type Reason = z.infer<typeof reasonSchema>;

/**
 * Why a pack is not taken, for the helpdesk. `PACK-SPOILED`: what was kept here is not what was taken; `PACK-OTHER`: it
 * is a good pack, and another one than this address has had.
 */
export type PackCode =
  | 'PACK-UNREACHABLE'
  | 'PACK-REDIRECT'
  | 'PACK-TYPE'
  | 'PACK-TOO-BIG'
  | 'PACK-UNREADABLE'
  | 'PACK-SIGNATURE'
  | 'PACK-OTHER'
  | 'PACK-OLDER'
  | 'PACK-ORIGINS'
  | 'PACK-SPOILED';

/** Parses what was signed; `null`: it is no pack. */
export function parsePack(text: string): Pack | null {
  try {
    const parsed = packSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Where what would be signed is wrong, in words; none: it is a pack. */
export function faultsInPack(raw: unknown): readonly string[] {
  const parsed = packSchema.safeParse(raw);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'pack'}: ${message}`);
}

function namesEachOnce(entries: readonly { readonly system: string }[]): boolean {
  return new Set(entries.map(({ system }) => system)).size === entries.length;
}
