import * as z from 'zod/mini';
import type { Adapter } from './adapter.ts';

const selector = z.string().check(z.minLength(1), z.maxLength(500));

const pattern = z.string().check(
  z.maxLength(200),
  z.refine((source) => {
    try {
      return new RegExp(`${source}|`, 'u').exec('')?.length === 2;
    } catch {
      return false;
    }
  }, 'must be a regular expression with exactly one group'),
);

const fieldSource = { selector, attribute: z.exactOptional(z.string()), pattern: z.exactOptional(pattern) };

const field = z.strictObject(fieldSource);

/** Checks an adapter from settings, policy or a pack: nothing unknown, nothing missing, patterns that compile. */
export const adapterSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  region: selector,
  fields: z.strictObject({
    nhsNumber: field,
    birthDate: z.strictObject({
      ...fieldSource,
      order: z.exactOptional(z.enum(['dayFirst', 'monthFirst', 'yearFirst'])),
    }),
    name: z.union([z.strictObject({ whole: field }), z.strictObject({ family: field, given: field })]),
  }),
  proves: z.readonly(z.array(selector)),
  forbids: z.readonly(z.array(selector)),
  expects: z.exactOptional(selector),
  framePaths: z.exactOptional(z.readonly(z.array(z.string()))),
});

/**
 * Parses an adapter from outside.
 *
 * @returns the adapter
 * @throws z.core.$ZodError naming the field that is wrong
 */
export function parseAdapter(raw: unknown): Adapter {
  return adapterSchema.parse(raw);
}
