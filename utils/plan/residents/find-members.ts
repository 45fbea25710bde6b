import * as z from 'zod/mini';
import { parseNhsNumber } from '../../patient/nhs-number.ts';
import { NHS_NUMBER_SYSTEM, ODS_CODE_SYSTEM } from '../codes.ts';
import { opt, periodSchema, type Reference, referenceSchema, text } from '../fhir-types.ts';
import type { Asking } from '../service/asking.ts';
import { search } from '../service/fhir-request.ts';
import { couldNotCheck, failed, type Judged, parseAll } from '../service/judge.ts';
import { judgeSearchset } from '../service/judge-searchset.ts';
import { ownReference } from '../service/own-reference.ts';

/** One member of the home's list: the NHS number, and the record at the service where the list names one. */
export type Member = { readonly nhsNumber: string; readonly patientId: string | null };

/** A list of people (FHIR R4 Group), as far as it is read. */
const groupSchema = z.object({
  resourceType: z.literal('Group'),
  active: opt(z.boolean()),
  type: text,
  actual: z.boolean(),
  managingEntity: opt(referenceSchema),
  member: opt(z.array(z.object({ entity: referenceSchema, inactive: opt(z.boolean()), period: opt(periodSchema) }))),
});

/** More residents than any home has are a mistake. */
const MOST_MEMBERS = 1_000;

/**
 * Who lives in the home of the role that acts: the members of its Group.
 *
 * @returns `null`: the service knows no such list
 */
export async function findMembers(asking: Asking, today: string): Promise<Judged<readonly Member[] | null>> {
  const home = `${ODS_CODE_SYSTEM}|${asking.odsCode}`;
  const judged = judgeSearchset(await search(asking, 'Group', [['managing-entity:identifier', home]]));
  if (!judged.ok) return judged;
  const { matches, empty, next } = judged.value;
  if (empty) return { ok: true, value: null };
  const groups = parseAll(matches, groupSchema, 'PLN-GROUP-SHAPE');
  if (!groups.ok) return groups;
  const [group, second] = groups.value;
  const unexpected = (code: string) => failed<readonly Member[]>(couldNotCheck('unexpectedAnswer', code));
  if (!group || second || next !== undefined) return unexpected('PLN-SEVERAL-GROUPS');
  const { system, value } = group.managingEntity?.identifier ?? {};
  if (system !== ODS_CODE_SYSTEM || value !== asking.odsCode) return unexpected('PLN-OTHER-GROUP');
  if (group.type !== 'person' || !group.actual || group.active === false) return unexpected('PLN-GROUP-KIND');
  const living = (group.member ?? []).filter(
    ({ inactive, period }) => inactive !== true && (period?.end === undefined || period.end.slice(0, 10) >= today),
  );
  const members = living.map(({ entity }) => memberOf(entity, asking.fhirBase));
  const named = members.filter((member) => member !== null);
  if (named.length < members.length || named.length > MOST_MEMBERS) return unexpected('PLN-GROUP-MEMBER');
  return { ok: true, value: [...new Map(named.map((member) => [member.nhsNumber, member])).values()] };
}

/** @returns `null`: nobody can be looked up by it */
function memberOf({ reference, identifier }: Reference, fhirBase: string): Member | null {
  if (identifier?.system !== NHS_NUMBER_SYSTEM) return null;
  const nhsNumber = parseNhsNumber(identifier.value ?? '');
  if (nhsNumber === null) return null;
  const record = reference === undefined ? undefined : ownReference(reference, fhirBase);
  return { nhsNumber, patientId: record?.type === 'Patient' ? record.id : null };
}
