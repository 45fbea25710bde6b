import type { FhirAnswer } from '../../../utils/plan/service/asking.ts';
import { searchForNobody } from '../nobody.ts';
import { type Finding, fail, notChecked, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { sayAnswer } from '../words.ts';

export const accessRows: readonly Row[] = [
  { id: 'no-token', title: 'No token, no answer', required: true, check: checkNoToken },
  { id: 'wrong-token', title: 'Wrong token, no answer', required: true, check: checkWrongToken },
];

/** Nobody has this token. */
const WRONG = 'planside-conformance-check';

async function checkNoToken({ withoutToken }: Run): Promise<Finding> {
  return judge(await withoutToken(), 'without a token');
}

async function checkWrongToken({ wanted, askingWith }: Run): Promise<Finding> {
  return judge(await searchForNobody(askingWith(WRONG), wanted.nhsNumber), 'with a token that nobody has');
}

function judge(answer: FhirAnswer, how: string): Finding {
  if (answer.kind === 'failed') return notChecked(sayAnswer(answer) ?? '');
  const { status } = answer;
  if (status === 401) return pass(`A search ${how} is answered with 401.`);
  return status === 200
    ? fail(`A search ${how} is answered as if it had one: anybody can read plans.`)
    : fail(
        `A search ${how} is answered with ${status} in place of 401; Planside then says something else than “signed out”.`,
      );
}
