import * as z from 'zod/mini';
import { ACCESS_REASONS, MOST_WORDS } from './access/reasons.ts';

/** What may come over a line or as a command; everything else is dropped (S6). The types are in `messages.ts`. */

const identity = z.strictObject({
  nhsNumber: z.string().check(z.regex(/^\d{10}$/)),
  birthDate: z.nullable(z.iso.date()),
  familyName: z.nullable(z.string().check(z.minLength(1), z.maxLength(300))),
  givenNames: z.string().check(z.maxLength(300)),
});

const sighting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('patient'), identity }),
  z.strictObject({ kind: z.literal('several') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unsettled') }),
  z.strictObject({
    kind: z.literal('unreadable'),
    cause: z.enum([
      'pageChanged',
      'declarationDiffers',
      'declarationUnreadable',
      'nhsNumberInvalid',
      'birthDateUnreadable',
      'incomplete',
      'tooMuch',
      'frameNotEnabled',
    ]),
  }),
]);

export const pageReportSchema = z.strictObject({ sequence: z.int().check(z.nonnegative()), sighting });

export const pageNeedSchema = z.strictObject({ needs: z.literal('reader') });

/** Hosts, not addresses: an address may hold an identifier (S7). */
export const pageNoteSchema = z.strictObject({
  unread: z.array(z.string().check(z.regex(/^[\w.:[\]-]{0,255}$/))).check(z.maxLength(50)),
});

export const sidebarHelloSchema = z.strictObject({ generation: z.int(), ticket: z.uuid() });

export const sidebarCommandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('signIn') }),
  z.strictObject({ do: z.literal('signOut') }),
  z.strictObject({ do: z.literal('lock') }),
  z.strictObject({ do: z.literal('chooseRole'), index: z.int().check(z.nonnegative()) }),
  z.strictObject({ do: z.literal('switchRole') }),
  z.strictObject({
    do: z.literal('giveReason'),
    reason: z.enum(ACCESS_REASONS),
    words: z.string().check(z.maxLength(MOST_WORDS)),
  }),
  z.strictObject({ do: z.literal('copied') }),
  z.strictObject({ do: z.literal('printed') }),
  z.strictObject({ do: z.literal('retry') }),
  z.strictObject({ do: z.literal('revalidate') }),
  z.strictObject({ do: z.literal('confirmBirthDate'), birthDate: z.iso.date() }),
]);
