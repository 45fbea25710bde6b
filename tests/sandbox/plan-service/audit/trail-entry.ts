import { z } from 'zod';
import { type Range, rangesIn } from './ranges.ts';

/** Name of the entity by which an event says where it stands in the trail of one installation. */
export const TRAIL_ENTITY = 'Planside audit trail';

/** Where an event stands in the trail of the installation that recorded it. */
export type TrailEntry = {
  readonly installation: string;
  /** Counted from 1 in each installation. */
  readonly sequence: number;
  /** SHA-256, hex, of what was sent with the number before; empty for the first. */
  readonly previous: string;
  /** What this event reports as lost. */
  readonly reported: readonly Range[];
  /** It reports that the installation no longer knew what it had counted: more may be lost than anybody can name. */
  readonly countLost: boolean;
};

/** The parts of an AuditEvent that are read here. */
type WithEntities = {
  readonly entity?:
    | readonly {
        readonly name?: string | undefined;
        readonly detail?: readonly { readonly type: string; readonly valueString?: string | undefined }[] | undefined;
      }[]
    | undefined;
};

const entrySchema = z.object({
  installation: z.string().regex(/^[\w-]{1,64}$/),
  sequence: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  // FHIR has no empty strings, so the first may leave it out.
  previous: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default(''),
});

/**
 * Reads where an event stands in its trail.
 *
 * @returns `none`: it says nothing of a trail; `wrong`: what it says cannot be read
 */
export function trailEntryIn({ entity = [] }: WithEntities): TrailEntry | 'none' | 'wrong' {
  const [own, ...others] = entity.filter(({ name }) => name === TRAIL_ENTITY);
  if (own === undefined) return 'none';
  const said = (own.detail ?? []).map(({ type, valueString }) => [type, valueString] as const);
  const entry = entrySchema.safeParse(Object.fromEntries(said));
  if (others.length > 0 || !entry.success) return 'wrong';
  const details = entity.flatMap(({ detail = [] }) => detail);
  const missing = details.flatMap(({ type, valueString = '' }) => (type === 'missing' ? rangesIn(valueString) : []));
  const countLost = details.some(({ type, valueString }) => type === 'mark' && valueString === 'lost');
  return { ...entry.data, reported: missing, countLost };
}
