import * as z from 'zod/mini';
import { ACCESS_REASONS, MOST_WORDS } from './access/reasons.ts';
import { HUB_FAULTS } from './fhircast/hub-link.ts';
import { COMMAND, type MessageName, type ToBackground } from './messages.ts';
import { placeSchema } from './page/place-schema.ts';
import { systemId } from './settings/names.ts';

const nhsNumber = z.string().check(z.regex(/^\d{10}$/));
const identity = z.strictObject({
  nhsNumber,
  birthDate: z.nullable(z.iso.date()),
  familyName: z.nullable(z.string().check(z.minLength(1), z.maxLength(300))),
  givenNames: z.string().check(z.maxLength(300)),
});

/** Scheme, host and port, as browsers write them; with anything behind it, it is none. */
const webOrigin = z.url().check(
  z.maxLength(300),
  z.refine((text) => /^https?:[^*]+$/.test(text) && URL.parse(text)?.origin === text),
);

export const sighting = z.discriminatedUnion('kind', [
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

const hubText = z.string().check(z.minLength(1), z.maxLength(300));
const hubSays = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('connecting'), since: z.number() }),
  z.strictObject({
    is: z.literal('lost'),
    since: z.number(),
    cause: z.enum(HUB_FAULTS),
    nextAt: z.nullable(z.number()),
  }),
  z.strictObject({ is: z.enum(['asking', 'nobody', 'unusable']) }),
  z.strictObject({ is: z.literal('patient'), identity }),
]);

/**
 * What may come over a line or as a command, by the names of `messages.ts`; everything else is dropped (S6). Who may
 * say it is written in `tabs/allowed.ts`.
 */
export const messageSchemas: { readonly [Name in MessageName]: z.ZodMiniType<ToBackground[Name]> } = {
  'page.open': z.null(),
  'page.report': z.strictObject({ sequence: z.int().check(z.nonnegative()), sighting }),
  'page.need': z.strictObject({ needs: z.literal('reader') }),
  /** Hosts, not addresses: an address may hold an identifier (S7). */
  'page.note': z.strictObject({
    unread: z.array(z.string().check(z.regex(/^[\w.:[\]-]{0,255}$/))).check(z.maxLength(50)),
  }),
  'guard.open': z.null(),
  'guard.report': z.strictObject({ sight: z.enum(['inSight', 'behind', 'hidden']) }),
  'panel.open': z.null(),
  'panel.beside': z.strictObject({ beside: z.int().check(z.nonnegative()) }),
  'hub.open': z.null(),
  'hub.report': z.strictObject({ sequence: z.int().check(z.nonnegative()), says: hubSays }),
  'hub.nextTo': z.strictObject({ nextTo: z.int().check(z.nonnegative()) }),
  'hub.ask': z.discriminatedUnion('asks', [
    z.strictObject({ asks: z.literal('subscribe'), asked: z.int() }),
    z.strictObject({ asks: z.literal('read'), asked: z.int() }),
    z.strictObject({ asks: z.literal('renew'), endpoint: z.string().check(z.maxLength(2_000)) }),
    z.strictObject({ asks: z.literal('refuse'), id: hubText, name: hubText }),
  ]),
  'sidebar.open': z.null(),
  'sidebar.hello': z.strictObject({ generation: z.int(), ticket: z.uuid() }),
  'sidebar.sight': z.strictObject({ inSight: z.boolean() }),
  'find.open': z.null(),
  'find.report': z.strictObject({
    sequence: z.int().check(z.nonnegative()),
    wants: z.discriminatedUnion('who', [
      z.strictObject({ who: z.literal('nobody') }),
      z.strictObject({ who: z.literal('person'), nhsNumber, birthDate: z.iso.date() }),
      z.strictObject({
        who: z.literal('resident'),
        list: z.int().check(z.nonnegative()),
        place: z.int().check(z.nonnegative()),
      }),
    ]),
  }),
  'find.list': z.strictObject({ list: z.literal('residents') }),
  'command.signIn': z.strictObject({ do: z.literal('signIn') }),
  'command.signOut': z.strictObject({ do: z.literal('signOut') }),
  'command.lock': z.strictObject({ do: z.literal('lock') }),
  'command.chooseRole': z.strictObject({ do: z.literal('chooseRole'), index: z.int().check(z.nonnegative()) }),
  'command.switchRole': z.strictObject({ do: z.literal('switchRole') }),
  'command.giveReason': z.strictObject({
    do: z.literal('giveReason'),
    reason: z.enum(ACCESS_REASONS),
    words: z.string().check(z.maxLength(MOST_WORDS)),
  }),
  'command.follow': z.strictObject({ do: z.literal('follow'), what: z.enum(['page', 'hub']) }),
  'command.find': z.strictObject({ do: z.literal('find') }),
  'command.enableHere': z.strictObject({ do: z.literal('enableHere'), origin: webOrigin }),
  'command.health': z.strictObject({ do: z.literal('health') }),
  'command.teach': z.strictObject({ do: z.literal('teach'), system: systemId }),
  'command.copied': z.strictObject({ do: z.literal('copied') }),
  'command.printed': z.strictObject({ do: z.literal('printed') }),
  'command.copy': z.strictObject({ do: z.literal('copy'), of: z.enum(['summary', 'number']), ask: z.int() }),
  'command.print': z.strictObject({ do: z.literal('print'), ask: z.int() }),
  'command.showAgain': z.strictObject({ do: z.literal('showAgain') }),
  'command.hideNow': z.strictObject({ do: z.literal('hideNow') }),
  'command.retry': z.strictObject({ do: z.literal('retry') }),
  'command.cancel': z.strictObject({ do: z.literal('cancel') }),
  'command.revalidate': z.strictObject({ do: z.literal('revalidate') }),
  'command.confirmBirthDate': z.strictObject({ do: z.literal('confirmBirthDate'), birthDate: z.iso.date() }),
  'command.arrange': z.strictObject({ do: z.literal('arrange'), place: placeSchema }),
};

/** How a command travels (`commands.ts`); what it holds has still to be judged. */
export const commandEnvelope = z.object({ type: z.literal(COMMAND), timestamp: z.number(), data: z.unknown() });
