import * as z from 'zod/mini';
import { NARROWEST, type Place, WIDEST } from './place.ts';

/** A place from outside: storage, or a command. */
export const placeSchema: z.ZodMiniType<Place> = z.strictObject({
  side: z.enum(['left', 'right']),
  width: z.int().check(z.minimum(NARROWEST), z.maximum(WIDEST)),
  covers: z.boolean(),
  folded: z.boolean(),
});
