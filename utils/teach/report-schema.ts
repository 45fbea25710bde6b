import * as z from 'zod/mini';
import { sighting } from '../message-schemas.ts';
import type { TeachReport } from '../messages.ts';
import type { Reading, Sighting } from '../page/sighting.ts';
import { recordedFrameSchema } from './recorded-schema.ts';

const isReading = (read: Sighting): read is Reading => read.kind !== 'unsettled';
const reading = z.pipe(
  sighting,
  z.transform((read, context): Reading => {
    const one = read as Sighting;
    if (isReading(one)) return one;
    context.issues.push({ code: 'custom', message: 'is no reading', input: read });
    return z.NEVER;
  }),
);

/** What a script in a clinical page may say. */
export const reportSchema: z.ZodMiniType<TeachReport> = z.union([
  z.strictObject({ saw: z.nullable(recordedFrameSchema), reads: reading, standard: reading }),
  z.strictObject({ pointedAt: z.nullable(z.int()) }),
  z.strictObject({ below: z.literal('loaded') }),
]);
