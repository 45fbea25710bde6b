import { findMembers, type Member } from '../../../utils/plan/residents/find-members.ts';
import { findPeople } from '../../../utils/plan/residents/find-people.ts';
import { findPlansOf } from '../../../utils/plan/residents/find-plans-of.ts';
import { type Finding, fail, NotCheckable, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding, isRightful, sayFailure } from '../words.ts';
import { isUnknown } from './beside-rows.ts';

export const residentsRows: readonly Row[] = [
  { id: 'residents', title: 'Residents of a care home', required: false, check: checkResidents },
  { id: 'residents-people', title: 'Several residents in one search', required: false, check: checkPeople },
  { id: 'residents-plans', title: 'Plans of several residents in one search', required: false, check: checkPlans },
];

/** So many show whether a search takes several. */
const SOME = 5;

async function checkResidents(run: Run): Promise<Finding> {
  const asking = await run.asking();
  if (asking.odsCode === '')
    return notChecked('Give --ods with the code of a care home whose staff this account belongs to.');
  const members = await findMembers(asking, run.startedAt.slice(0, 10));
  if (members.ok) {
    return members.value === null
      ? notChecked('A valid empty result came: the organisation is no care home here.')
      : pass('A Group of the organisation came, and each member has an NHS number.');
  }
  const { failure } = members;
  if (isRightful(failure)) return notChecked('The service gives no list to this account; try one of a care home.');
  return isUnknown(failure)
    ? notOffered(`${sayFailure(failure)} Planside then has no list of residents; each is looked up from the page.`)
    : failureFinding(failure);
}

async function checkPeople(run: Run): Promise<Finding> {
  const members = await someMembers(run);
  const found = await findPeople(await run.asking(), members);
  if (!found.ok) return failureFinding(found.failure);
  const known = found.value.filter(({ patientId }) => patientId !== null).length;
  if (known === members.length) return pass(`A search for ${members.length} NHS numbers finds the record of each.`);
  return known > 1
    ? notChecked(`A search for ${members.length} NHS numbers finds ${known}: others may not be for this account.`)
    : fail(
        'A search for several NHS numbers, with commas between, finds one at most: “could not check” of the others.',
      );
}

async function checkPlans(run: Run): Promise<Finding> {
  const asking = await run.asking();
  const people = await findPeople(asking, await someMembers(run));
  if (!people.ok) return failureFinding(people.failure);
  const recorded = people.value.flatMap(({ identity: { nhsNumber }, patientId }) =>
    patientId === null ? [] : [{ nhsNumber, patientId }],
  );
  if (recorded.length < 2) return notChecked('Fewer than two residents were found.');
  const found = await findPlansOf(asking, recorded);
  if (!found.ok) return failureFinding(found.failure);
  return found.value.compositions.size > 1
    ? pass('A search for the plans of several patients, with commas between, finds those of more than one.')
    : notChecked(
        'Plans of one of them came, or of nobody: they may have none, or the service reads the first alone. Planside then asks about each, and about no more than twenty.',
      );
}

async function someMembers(run: Run): Promise<readonly Member[]> {
  const members = await findMembers(await run.asking(), run.startedAt.slice(0, 10));
  const some = members.ok ? (members.value ?? []).slice(0, SOME) : [];
  if (some.length < 2) throw new NotCheckable('No list of residents came, or fewer than two are in it.');
  return some;
}
