import { CARE_PLAN_CATEGORY, NHS_NUMBER_SYSTEM, SNOMED } from '../../../utils/plan/codes.ts';
import type { Resource } from '../../../utils/plan/fhir-schemas.ts';
import type { LookupFailure } from '../../../utils/plan/plan-lookup.ts';
import { read, search } from '../../../utils/plan/service/fhir-request.ts';
import { judgeSearchset } from '../../../utils/plan/service/judge-searchset.ts';
import { type Finding, fail, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding, isRightful, sayFailure } from '../words.ts';

export const besideRows: readonly Row[] = [
  { id: 'pointers', title: 'Pointers to plans held elsewhere', required: false, check: checkPointers },
  { id: 'pointers-about', title: 'Each pointer names the patient', required: true, check: checkAbout },
  { id: 'residents', title: 'Residents of a care home', required: false, check: checkResidents },
];

const ODS_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

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

async function checkResidents(run: Run): Promise<Finding> {
  const asking = await run.asking();
  if (asking.odsCode === '')
    return notChecked('Give --ods with the code of a care home whose staff this account belongs to.');
  const home = encodeURIComponent(`${ODS_SYSTEM}|${asking.odsCode}`);
  const judged = judgeSearchset(await read(asking, `${asking.fhirBase}/Group?managing-entity:identifier=${home}`));
  if (!judged.ok) return withoutResidents(judged.failure);
  const groups = judged.value.matches.filter(({ resourceType }) => resourceType === 'Group');
  if (groups.length === 0) return notChecked('A valid empty result came: the organisation is no care home here.');
  if (!groups.every((group) => isOf(group.managingEntity, asking.odsCode))) {
    return fail('A Group of another organisation came than was asked for.');
  }
  return groups.flatMap(membersOf).every(hasNumber)
    ? pass('A Group of the organisation came, and each member has an NHS number.')
    : fail('A member has no NHS number; nobody could be looked up from the list.');
}

function withoutResidents(failure: LookupFailure): Finding {
  if (isRightful(failure)) {
    return notChecked('The service gives no list to this account; try one of a care home.');
  }
  return isUnknown(failure)
    ? notOffered(`${sayFailure(failure)} Planside then has no list of residents; each is looked up from the page.`)
    : failureFinding(failure);
}

/** The service says that it does not know the request, or the resource; it has not failed at it. */
function isUnknown(failure: LookupFailure): boolean {
  return failure.kind === 'couldNotCheck' && ['refusedRequest', 'notFound'].includes(failure.cause);
}

function isOf(managingEntity: unknown, odsCode: string): boolean {
  const { system, value } = identifierIn(managingEntity);
  return system === ODS_SYSTEM && value === odsCode;
}

function membersOf({ member }: Resource): readonly unknown[] {
  return Array.isArray(member) ? member : [];
}

function hasNumber(member: unknown): boolean {
  const entity = typeof member === 'object' && member !== null && 'entity' in member ? member.entity : null;
  const { system, value } = identifierIn(entity);
  return system === NHS_NUMBER_SYSTEM && typeof value === 'string';
}

/** The identifier in a reference. */
function identifierIn(reference: unknown): { readonly system?: unknown; readonly value?: unknown } {
  const isThere = typeof reference === 'object' && reference !== null && 'identifier' in reference;
  const identifier = isThere ? reference.identifier : null;
  return typeof identifier === 'object' && identifier !== null ? identifier : {};
}
