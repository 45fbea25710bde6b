import type { QuestionnaireItem } from './fhir-schemas.ts';

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

/** Whether a form still counts; one that was stopped or entered in error does not. */
export function isFormInForce({ status }: { readonly status: string }): boolean {
  return status !== 'entered-in-error' && status !== 'stopped';
}
