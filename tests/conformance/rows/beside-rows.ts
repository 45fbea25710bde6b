import { CARE_PLAN_CATEGORY, SNOMED } from '../../../utils/plan/codes.ts';
import type { LookupFailure } from '../../../utils/plan/plan-lookup.ts';
import { search } from '../../../utils/plan/service/fhir-request.ts';
import { judgeSearchset } from '../../../utils/plan/service/judge-searchset.ts';
import { type Finding, fail, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding, sayFailure } from '../words.ts';

export const besideRows: readonly Row[] = [
  { id: 'pointers', title: 'Pointers to plans held elsewhere', required: false, check: checkPointers },
  { id: 'pointers-about', title: 'Each pointer names the patient', required: true, check: checkAbout },
];

async function checkPointers(run: Run): Promise<Finding> {
  const { documents, capability } = run;
  const found = await documents.pointers();
  if (found.ok) {
    if (found.value.length === 0 && (await areThereOthers(run))) {
      return fail(
        '“subject:identifier” finds none, and “subject” finds some of the same patient: plans are missed. Where they are stored documents, Planside says “no plan found” of somebody who has one.',
      );
    }
    return found.value.length > 0
      ? pass('A search by the NHS number in “subject:identifier” finds them.')
      : notChecked(
          'A valid empty result came. Try a patient for whom there are pointers: a service that does not know “subject:identifier” may answer the same.',
        );
  }
  const { mayStoreDocuments } = await capability();
  const then = mayStoreDocuments
    ? 'Planside says that it could not ask for plans elsewhere, and never “no plan found”, since a stored document could be missed.'
    : 'Planside says that it could not ask for plans held elsewhere.';
  return isUnknown(found.failure)
    ? notOffered(`${sayFailure(found.failure)} ${then}`)
    : { ...failureFinding(found.failure), reason: `${sayFailure(found.failure)} ${then}` };
}

/** Whether a search by the record of the patient finds pointers; a service need not know it, and Planside does not ask it. */
async function areThereOthers(run: Run): Promise<boolean> {
  const patientId = await run.patientId().catch(() => null);
  if (patientId === null) return false;
  const parameters = [
    ['subject', `Patient/${patientId}`],
    ['category', `${SNOMED}|${CARE_PLAN_CATEGORY}`],
  ] as const;
  const found = judgeSearchset(await search(await run.asking(), 'DocumentReference', parameters));
  return found.ok && found.value.matches.length > 0;
}

async function checkAbout({ documents }: Run): Promise<Finding> {
  const found = await documents.pointers();
  if (!found.ok || found.value.length === 0) return notChecked('No pointer came.');
  const sorted = await documents.sorted();
  return sorted.ok
    ? pass('“subject” of each is the patient who was asked for.')
    : fail('“subject” of one is somebody else, or nobody that can be named. Planside then believes none of them.');
}

/** The service says that it does not know the request, or the resource; it has not failed at it. */
export function isUnknown(failure: LookupFailure): boolean {
  return failure.kind === 'couldNotCheck' && ['refusedRequest', 'notFound'].includes(failure.cause);
}
