import { z } from 'zod';

/** The parts of the plan service that can be broken, by what a request asks of it (`step-of.ts`). */
export const STEPS = [
  'all',
  'discover',
  'metadata',
  /** The pages of signing in; they also break when everything does. */
  'signIn',
  'token',
  'patient',
  'plans',
  /** Any page of a search for plans but the first. */
  'nextPage',
  'document',
  'elsewhere',
  'group',
  'audit',
  'auditKeys',
] as const;

export type Step = (typeof STEPS)[number];

const milliseconds = z.number().int().min(0).max(600_000);
const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind) });

export const faultSchema = z.discriminatedUnion('kind', [
  /** Answers later: after so many milliseconds, or after a random time between the two. */
  z.strictObject({ kind: z.literal('slow'), ms: z.union([milliseconds, z.tuple([milliseconds, milliseconds])]) }),
  /** The connection breaks off before there is an answer. */
  plain('down'),
  /** Bytes that are no HTTP, and the end: what TLS says when it refuses. */
  plain('notHttp'),
  /** The connection breaks off in the middle of the body. */
  plain('reset'),
  /** The body comes one byte at a time, one every second or every so many milliseconds. */
  z.strictObject({ kind: z.literal('drip'), ms: milliseconds.optional() }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    retryAfter: z.string().optional(),
    body: z.enum(['outcome', 'html', 'empty']).optional(),
  }),
  /** Answers about another person. */
  plain('wrongPatient'),
  /** A search has each of its results twice. */
  plain('duplicate'),
  /** The body ends in the middle of the JSON, with an honest length. */
  plain('truncated'),
  /** 200 with the sign-in page of a captive portal. */
  plain('html'),
  /** The right answer under a wrong name: `text/plain`. */
  plain('contentType'),
  /** The right answer in other bytes: UTF-8 behind a byte order mark, Latin-1, UTF-16. */
  z.strictObject({ kind: z.literal('charset'), as: z.enum(['bom', 'latin1', 'utf16']).optional() }),
  /** A body of 100 MB. */
  plain('large'),
  /** A body of 100 MB that is small as long as it is packed. */
  plain('gzipBomb'),
  /** JSON of 100,000 lists in each other. */
  plain('deep'),
  /** To another origin, or wherever it is told. */
  z.strictObject({ kind: z.literal('redirect'), to: z.url().optional() }),
  /** 304, whatever version the client holds. */
  plain('staleEtag'),
  /** The clock of the service is wrong: ahead by so many milliseconds, an hour unless told. */
  z.strictObject({ kind: z.literal('clock'), ms: z.number().int().optional() }),
  /** The answer mirrors the id of another request. */
  plain('otherAnswer'),
  /** No answer for as long as the client waits. */
  plain('never'),
]);

export type Fault = Readonly<z.infer<typeof faultSchema>>;

export type Switches = {
  /** Breaks every request of a step until cleared; replaces what was set for that step. */
  readonly set: (step: Step, fault: Fault | readonly Fault[]) => void;
  /** Breaks one request of a step; several calls queue up. Goes before what is `set`. */
  readonly next: (step: Step, fault: Fault | readonly Fault[]) => void;
  /** Mends everything. */
  readonly clear: () => void;
  /** What is set and what waits, for the page of switches. */
  readonly state: () => {
    readonly set: readonly (readonly [Step, readonly Fault[]])[];
    readonly next: readonly (readonly [Step, readonly Fault[]])[];
  };
};

/** The switches, and the side that the plan service sees: `take` gives the faults of one request and uses them up. */
export type SwitchBoard = Switches & { readonly take: (step: Exclude<Step, 'all'> | undefined) => readonly Fault[] };

/** Everything mended. A fault for one step goes before a fault for all of them. */
export function switchBoard(): SwitchBoard {
  const set = new Map<Step, readonly Fault[]>();
  const next: (readonly [Step, readonly Fault[]])[] = [];
  const list = (fault: Fault | readonly Fault[]): readonly Fault[] => ('kind' in fault ? [fault] : [...fault]);
  return {
    set: (step, fault) => {
      set.set(step, list(fault));
    },
    next: (step, fault) => {
      next.push([step, list(fault)]);
    },
    clear: () => {
      set.clear();
      next.length = 0;
    },
    state: () => ({ set: [...set], next: [...next] }),
    take: (step) => {
      const own = next.findIndex(([waiting]) => waiting === step);
      const place = own === -1 ? next.findIndex(([waiting]) => waiting === 'all') : own;
      const [waiting] = place === -1 ? [] : next.splice(place, 1);
      return waiting?.[1] ?? (step === undefined ? undefined : set.get(step)) ?? set.get('all') ?? [];
    },
  };
}
