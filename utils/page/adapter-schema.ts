import * as z from 'zod/mini';
import type { Adapter } from './adapter.ts';

const selector = z.string().check(z.minLength(1), z.maxLength(500));

/**
 * So many parts of a pattern may be of any length, one more where it is tried at the start only; so many may vary at
 * all. More may take too long on a text made to hurt.
 */
const MOST_OPEN_ENDS = 2;
const MOST_VARIABLE = 6;

const pattern = z
  .string()
  .check(
    z.maxLength(200),
    z.refine(hasOneGroup, 'must be a regular expression with exactly one group'),
    z.refine(
      isQuick,
      'must not repeat a group, nor have more than 2 of * + {n,}, nor more than 6 of these and ? together',
    ),
  );

function hasOneGroup(source: string): boolean {
  try {
    return new RegExp(`${source}|`, 'u').exec('')?.length === 2;
  } catch {
    return false;
  }
}

/** No repeated group and few open ends: such a pattern takes no more than some milliseconds on 200 characters. */
function isQuick(source: string): boolean {
  const bare = source
    .replace(/\\./gs, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?[:=!<]*/g, '(');
  const openEnds = bare.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  const variable = openEnds.length + (bare.match(/\?/g) ?? []).length;
  return (
    !/\)[*+{]/.test(bare) &&
    openEnds.length <= (bare.startsWith('^') ? MOST_OPEN_ENDS + 1 : MOST_OPEN_ENDS) &&
    variable <= MOST_VARIABLE
  );
}

const from = z.union([z.enum(['text', 'value']), z.strictObject({ attribute: z.string().check(z.minLength(1)) })]);
const bySelector = { selector, from: z.exactOptional(from), pattern: z.exactOptional(pattern) };
const byLabel = { label: z.string().check(z.minLength(1), z.maxLength(60)), pattern: z.exactOptional(pattern) };
const order = { order: z.exactOptional(z.enum(['dayFirst', 'monthFirst', 'yearFirst'])) };

const field = z.union([z.strictObject(bySelector), z.strictObject(byLabel)]);
const dateField = z.union([z.strictObject({ ...bySelector, ...order }), z.strictObject({ ...byLabel, ...order })]);

/** Checks an adapter from settings, policy or a pack: nothing unknown, nothing missing, patterns that compile. */
export const adapterSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  region: selector,
  fields: z.strictObject({
    nhsNumber: field,
    birthDate: dateField,
    name: z.union([z.strictObject({ whole: field }), z.strictObject({ family: field, given: field })]),
  }),
  proves: z.readonly(z.array(selector)),
  forbids: z.readonly(z.array(selector)),
  framePaths: z.exactOptional(z.readonly(z.array(z.string()))),
  selfTest: z.exactOptional(
    z.readonly(
      z.array(
        z.strictObject({
          screen: z.string().check(z.minLength(1), z.maxLength(100)),
          shows: selector,
          sees: z.enum(['patient', 'nobody']),
        }),
      ),
    ),
  ),
  careful: z.exactOptional(z.literal(true)),
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
