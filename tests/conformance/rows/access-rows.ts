import { NHS_NUMBER_SYSTEM } from '../../../utils/plan/codes.ts';
import type { FhirAnswer } from '../../../utils/plan/service/asking.ts';
import { LIMITS } from '../../../utils/plan/service/asking.ts';
import { search } from '../../../utils/plan/service/fhir-request.ts';
import { tryRequest } from '../../../utils/plan/service/try-request.ts';
import { numbersOfNobody } from '../nobody.ts';
import { type Finding, fail, notChecked, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { sayAnswer } from '../words.ts';

export const accessRows: readonly Row[] = [
  { id: 'no-token', title: 'No token, no answer', required: true, check: checkNoToken },
  { id: 'wrong-token', title: 'Wrong token, no answer', required: true, check: checkWrongToken },
];

/** Nobody has this token. */
const WRONG = 'planside-conformance-check';

async function checkNoToken({ wanted, askingWith }: Run): Promise<Finding> {
  const { base, limits = LIMITS } = wanted;
  const request = {
    address: `${base}/Patient/_search`,
    method: 'POST' as const,
    headers: {
      accept: 'application/fhir+json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-correlation-id': askingWith('').correlationId,
    },
    body: new URLSearchParams({ identifier: someone(wanted.nhsNumber) }).toString(),
    requestId: crypto.randomUUID(),
  };
  const { answer } = await tryRequest(request, AbortSignal.timeout(limits.tryMs), limits);
  return judge(answer, 'without a token');
}

async function checkWrongToken({ wanted, askingWith }: Run): Promise<Finding> {
  const parameters = [['identifier', someone(wanted.nhsNumber)]] as const;
  return judge(await search(askingWith(WRONG), 'Patient', parameters), 'with a token that nobody has');
}

/** A search for nobody: should it be answered, it tells nothing. */
function someone(except: string): string {
  return `${NHS_NUMBER_SYSTEM}|${numbersOfNobody(except, 1)[0] ?? ''}`;
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
