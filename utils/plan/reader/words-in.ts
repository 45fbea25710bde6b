/** Fields of FHIR resources that hold an author's own words. */
const WORDS: ReadonlySet<string> = new Set(['text', 'description', 'valueString', 'title', 'valueMarkdown']);

/** Every text somebody wrote into a resource, in its order; its narrative is not among them. */
export function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null || 'div' in value) return [];
  // The question of a form is nobody's statement.
  const isQuestion = 'linkId' in value;
  return Object.entries(value).flatMap(([key, inner]) =>
    isQuestion && key === 'text'
      ? []
      : typeof inner === 'string'
        ? WORDS.has(key) && inner.trim() !== ''
          ? [inner]
          : []
        : wordsIn(inner),
  );
}
