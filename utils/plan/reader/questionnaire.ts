import type { QuestionnaireAnswer, QuestionnaireItem } from '../fhir-schemas.ts';

/** Every item of a questionnaire response with this linkId, however deep. */
export function itemsOf(items: readonly QuestionnaireItem[] | undefined, linkId: string): readonly QuestionnaireItem[] {
  return (items ?? []).flatMap((item) => [
    ...(item.linkId === linkId ? [item] : []),
    ...itemsOf(item.item, linkId),
    ...(item.answer ?? []).flatMap((answer) => itemsOf(answer.item, linkId)),
  ]);
}

/** The first answer to an item, or `undefined`. */
export function answerTo(items: readonly QuestionnaireItem[] | undefined, linkId: string) {
  return itemsOf(items, linkId)[0]?.answer?.[0];
}

/** The first answer to an item in words: as written, or the display of what was chosen. */
export function wordsTo(items: readonly QuestionnaireItem[] | undefined, linkId: string): string | undefined {
  const answer = answerTo(items, linkId);
  return answer?.valueString ?? answer?.valueCoding?.display ?? answer?.valueCoding?.code;
}

/**
 * Whether a form holds an answer that its reader does not read: to another question, a second one where one is read,
 * or one without anything that could be said. It must not be dropped without a word (S11).
 *
 * @param read linkIds that the reader reads, each once in its group
 */
export function hasUnread(items: readonly QuestionnaireItem[] | undefined, read: readonly string[]): boolean {
  const all = items ?? [];
  const isTwice = all.some(
    ({ linkId }, at) => read.includes(linkId) && all.slice(0, at).some((one) => one.linkId === linkId),
  );
  return (
    isTwice ||
    all.some(({ linkId, answer = [], item }) => {
      const within = [...(item ?? []), ...answer.flatMap((one) => one.item ?? [])];
      const isRead = answer.length === 0 || (answer.length === 1 && read.includes(linkId) && isSaid(answer[0]));
      return !isRead || hasUnread(within, read);
    })
  );
}

function isSaid(answer: QuestionnaireAnswer | undefined): boolean {
  const { valueString, valueCoding, valueInteger, valueReference, valueDateTime } = answer ?? {};
  const words = valueString || valueCoding?.display || valueCoding?.code || valueDateTime || valueReference?.reference;
  return Boolean(words) || valueInteger !== undefined;
}

/** Whether a form still counts; one that was stopped or entered in error does not. */
export function isFormInForce({ status }: { readonly status: string }): boolean {
  return status !== 'entered-in-error' && status !== 'stopped';
}

/** Whether somebody has finished a form (FHIR R4 QuestionnaireResponse.status). */
export function isAnswered({ status }: { readonly status: string }): boolean {
  return status === 'completed' || status === 'amended';
}
