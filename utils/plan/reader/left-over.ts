import { isApproved } from '../composition.ts';
import type { Resource } from '../fhir-schemas.ts';
import { isLabel, stringsIn } from './against-text.ts';
import { answersOf, asWorded } from './as-coded.ts';
import type { PlanDocument } from './document.ts';
import { textWords } from './text-words.ts';

/**
 * What entries say beside what was taken from them: a note, a route, a reason, an answer to another question. Whoever
 * takes a resource apart reads some of its fields; what stands in the others must not be lost (S11).
 *
 * @param drawn everything that is drawn of them already
 * @returns each entry of which some word is not drawn, whole, in its author's words; of a form, each such answer
 */
export function leftOver(document: PlanDocument, resources: readonly Resource[], drawn: unknown): readonly string[] {
  // That a draft is one is said of the whole plan.
  const status = isApproved(document.composition) ? [] : ['draft', 'preliminary'];
  const known = new Set(textWords([...stringsIn(drawn), ...status].join('\n')));
  const isDrawn = (words: string) => textWords(words).every((word) => known.has(word) || isLabel(word));
  return resources.flatMap((resource) =>
    resource.resourceType === 'QuestionnaireResponse'
      ? answersOf(document, resource).flatMap(({ question, answer }) =>
          isDrawn(answer) ? [] : [`${question}: ${answer}`],
        )
      : asWorded(document, resource).filter((line) => !isDrawn(line)),
  );
}
