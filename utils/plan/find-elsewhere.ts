import { CARE_PLAN_CATEGORY, NHS_NUMBER_SYSTEM, SNOMED } from './codes.ts';
import { conceptText } from './concepts.ts';
import { type Asking, search } from './fhir-request.ts';
import { documentReferenceSchema } from './fhir-schemas.ts';
import { judgeSearchset, parseAll } from './judge.ts';
import type { Elsewhere } from './plan-lookup.ts';

/** Pointers to plans held elsewhere: title, custodian and date; never fetched, and no address is kept. */
export async function findElsewhere(asking: Asking, nhsNumber: string): Promise<Elsewhere> {
  const answer = await search(asking, 'DocumentReference', {
    'subject:identifier': `${NHS_NUMBER_SYSTEM}|${nhsNumber}`,
    category: `${SNOMED}|${CARE_PLAN_CATEGORY}`,
  });
  const judged = judgeSearchset(answer);
  // A list that goes on is no whole list.
  if (!judged.ok || judged.value.bundle.link?.some(({ relation }) => relation === 'next')) return null;
  const pointers = parseAll(judged.value.matches, documentReferenceSchema, 'PLN-POINTER-SHAPE');
  if (!pointers.ok) return null;
  return pointers.value
    .filter(({ status }) => status === 'current')
    .map(({ type, custodian, date, content }) => {
      const attachment = content?.[0]?.attachment;
      const heldBy = custodian?.display ?? custodian?.identifier?.value;
      const when = date ?? attachment?.creation;
      return {
        title: attachment?.title ?? conceptText(type) ?? 'Plan',
        ...(heldBy ? { custodian: heldBy } : {}),
        ...(when ? { date: when } : {}),
      };
    });
}
