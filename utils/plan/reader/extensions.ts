import { conceptText } from '../concepts.ts';
import { codingSchema, conceptSchema } from '../fhir-types.ts';

/** The words in FHIR extensions, however deep; whatever else they hold, nobody here knows what it is about. */
export function wordsInExtensions(extensions: unknown): readonly string[] {
  if (!Array.isArray(extensions)) return [];
  return extensions.flatMap((extension: unknown) => {
    if (typeof extension !== 'object' || extension === null) return [];
    return Object.entries(extension).flatMap(([field, value]) =>
      field === 'extension' ? wordsInExtensions(value) : wordsIn(field, value),
    );
  });
}

function wordsIn(field: string, value: unknown): readonly string[] {
  switch (field) {
    case 'valueString':
    case 'valueMarkdown':
    case 'valueCode':
      return typeof value === 'string' ? [value] : [];
    case 'valueCodeableConcept': {
      const concept = conceptSchema.safeParse(value);
      return concept.success ? [conceptText(concept.data) ?? ''].filter((words) => words !== '') : [];
    }
    case 'valueCoding': {
      const coding = codingSchema.safeParse(value);
      return coding.success ? [coding.data.display ?? coding.data.code ?? ''].filter((words) => words !== '') : [];
    }
    default:
      return [];
  }
}
