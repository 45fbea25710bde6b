import type { Asking, FhirAnswer } from '../asking.ts';
import { readDocumentAt } from '../fhir-request.ts';
import { issueCodes, judgeBody } from '../judge.ts';
import type { Fetched } from './fetched.ts';

/** How servers answer an operation that they do not have. */
const NO_SUCH_OPERATION: ReadonlySet<number> = new Set([400, 404, 405, 501]);

/**
 * Has the service put the document together (FHIR R4, operation `$document` of Composition).
 *
 * @param isNamed whether the service says itself that it offers this: then 404 is said of the plan, not of the operation
 */
export async function fetchByOperation(asking: Asking, compositionId: string, isNamed: boolean): Promise<Fetched> {
  const address = `${asking.fhirBase}/Composition/${encodeURIComponent(compositionId)}/$document`;
  const answer = await readDocumentAt(asking, address);
  if (isNotOffered(answer, isNamed)) return { kind: 'notOffered' };
  const judged = judgeBody(answer);
  return judged.ok ? { kind: 'document', document: judged.value } : { kind: 'failed', failure: judged.failure };
}

function isNotOffered(answer: FhirAnswer, isNamed: boolean): boolean {
  if (answer.kind !== 'body' || !NO_SUCH_OPERATION.has(answer.status)) return false;
  const { status, body } = answer;
  return !isNamed || status === 405 || status === 501 || issueCodes(body).includes('not-supported');
}
