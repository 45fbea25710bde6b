import type { Way } from '../../../utils/plan/service/capability.ts';
import { judgeCapability } from '../../../utils/plan/service/capability.ts';
import { type Finding, fail, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { sayAnswer } from '../words.ts';

export const capabilityRows: readonly Row[] = [
  { id: 'capability', title: 'CapabilityStatement', required: false, check: checkStatement },
  { id: 'fhir-version', title: 'FHIR R4', required: true, check: checkVersion },
];

const WITHOUT =
  'Planside then tries the ways to a document one after the other. It says “no plan found” only if a search for DocumentReference is answered too, since a stored document could be missed.';

const NAMES: Readonly<Record<Way, string>> = {
  operation: '$document',
  storedBundle: 'stored Bundles',
  include: '_include',
};

async function checkStatement({ metadata }: Run): Promise<Finding> {
  const answer = await metadata();
  if (answer.kind === 'body' && answer.status === 401) {
    return notOffered(`{base}/metadata asks for a token, which Planside does not send there. ${WITHOUT}`);
  }
  const unread = sayAnswer(answer);
  if (unread) return notOffered(`{base}/metadata cannot be read. ${unread} ${WITHOUT}`);
  if (!isStatement(answer.kind === 'body' ? answer.body : null)) {
    return notOffered(`{base}/metadata is no CapabilityStatement. ${WITHOUT}`);
  }
  const judged = judgeCapability(answer);
  const offers = judged.ok ? judged.value.offers : [];
  return offers.length > 0
    ? pass(`It names ways to a document: ${offers.map((way) => NAMES[way]).join(', ')}.`)
    : pass('It is there and names no way to a document; Planside tries them one after the other.');
}

async function checkVersion({ metadata }: Run): Promise<Finding> {
  const answer = await metadata();
  const body = answer.kind === 'body' && answer.status === 200 ? answer.body : null;
  if (!isStatement(body) || !('fhirVersion' in body)) {
    return notChecked('The service does not say which version of FHIR it speaks; Planside then takes it for R4.');
  }
  return judgeCapability(answer).ok
    ? pass('fhirVersion is 4.0.')
    : fail('fhirVersion is another than 4.0; Planside asks such a service nothing.');
}

function isStatement(body: unknown): body is { readonly resourceType: 'CapabilityStatement' } {
  return (
    typeof body === 'object' && body !== null && 'resourceType' in body && body.resourceType === 'CapabilityStatement'
  );
}
