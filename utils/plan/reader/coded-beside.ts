import type { Resource } from '../fhir-schemas.ts';
import { asCoded } from './as-coded.ts';
import type { PlanDocument } from './document.ts';
import { isStopWord, textWords } from './text-words.ts';
import { whoSaid } from './who-said.ts';

/**
 * What entries say that a text beside them does not, each line once, with who said it and when.
 *
 * @param paragraphs the text
 */
export function codedBeside(
  document: PlanDocument,
  resources: readonly Resource[],
  paragraphs: readonly string[],
): readonly string[] {
  const known = new Set(textWords(paragraphs.join('\n')));
  const isKnown = (words: string) => textWords(words).every((word) => known.has(word) || isStopWord(word));
  return [...new Set(resources.flatMap((resource) => linesOf(document, resource, isKnown)))];
}

function linesOf(document: PlanDocument, resource: Resource, isKnown: (words: string) => boolean): readonly string[] {
  const all = asCoded(document, resource);
  const who = whoSaid(document, resource);
  const lines = all.filter((line) => !isKnown(line));
  if (all.length === 0 || who === '' || (lines.length === 0 && isKnown(who))) return lines;
  const [only, ...others] = lines;
  // A form has many answers, and one who gave them.
  return only !== undefined && others.length === 0 ? [`${only} (${who})`] : [...lines, `(${who})`];
}
