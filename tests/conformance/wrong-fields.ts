import type * as z from 'zod/mini';
import { plainName } from './safe-words.ts';

/**
 * Names of the fields in which resources do not fit a schema, each once (`status`, `section.text`). Names alone, since
 * what stands in a field may name somebody.
 */
export function fieldsIn(resources: readonly unknown[], schema: z.ZodMiniType): readonly string[] {
  const paths = resources.flatMap((resource) => {
    const parsed = schema.safeParse(resource);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path);
  });
  const named = paths.map((path) =>
    path
      .filter((step) => typeof step === 'string')
      .map(plainName)
      .join('.'),
  );
  return [...new Set(named)].filter((name) => name !== '').map((name) => `“${name}”`);
}
