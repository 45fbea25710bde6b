import type { LookupFailure } from '../../../utils/plan/plan-lookup.ts';
import { readDocument } from '../../../utils/plan/reader/read-document.ts';
import { WAYS, type Way } from '../../../utils/plan/service/capability.ts';
import type { WayTried } from '../found-documents.ts';
import { type Finding, fail, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding, isRightful, listed, REFUSALS, sayFailure } from '../words.ts';

export const wayRows: readonly Row[] = [
  { id: 'document-operation', title: 'Document by $document', required: false, check: checkOperation },
  { id: 'document-stored', title: 'Document as a stored Bundle', required: false, check: checkStored },
  { id: 'document-include', title: 'Document by _include', required: false, check: checkInclude },
  { id: 'document', title: 'One way leads to a document', required: true, check: checkAny },
];

const OTHER_WAY = 'Planside then goes another way.';

async function checkOperation({ documents, wanted }: Run): Promise<Finding> {
  const { fetched } = await documents.by.operation();
  if (fetched.kind === 'notOffered') return notOffered(`Composition/{id}/$document is not known here. ${OTHER_WAY}`);
  if (fetched.kind === 'failed') return failedWay(fetched.failure);
  return readable(fetched.document, wanted.nhsNumber, 'The service puts the document together.');
}

async function checkStored({ documents, wanted }: Run): Promise<Finding> {
  const pointers = await documents.pointers();
  if (!pointers.ok || !(await documents.sorted()).ok)
    return notOffered(`No DocumentReference could be had that would name one. ${OTHER_WAY}`);
  const { fetched } = await documents.by.storedBundle();
  if (fetched.kind === 'notOffered') {
    return notOffered(`No current DocumentReference of this patient names a Bundle of the service. ${OTHER_WAY}`);
  }
  if (fetched.kind === 'failed') return failedWay(fetched.failure);
  return readable(fetched.document, wanted.nhsNumber, 'DocumentReference names it, and it is read as it is stored.');
}

async function checkInclude({ capability, documents, wanted }: Run): Promise<Finding> {
  const tried = await documents.by.include();
  const isNamed = (await capability()).offers.includes('include');
  const short = shortOf(tried);
  if (short !== null)
    return isNamed ? fail(`The CapabilityStatement names it. ${short}`) : notOffered(`${short} ${OTHER_WAY}`);
  const how = tried.refused
    ? 'A search with _include is refused, but every resource can be read one by one.'
    : 'A search with _include, and reads of what it leaves out, bring everything.';
  return readable(tried.fetched.kind === 'document' ? tried.fetched.document : null, wanted.nhsNumber, how);
}

/** What is wanting where the document has to be put together here; `null`: nothing. */
function shortOf({ fetched, missing }: WayTried): string | null {
  if (fetched.kind === 'failed') return `The parts of a document cannot be had. ${sayFailure(fetched.failure)}`;
  if (fetched.kind === 'notOffered') return 'The parts of a document cannot be had.';
  return missing.length > 0 ? `The parts cannot all be had: what ${listed(missing)} names does not come.` : null;
}

async function checkAny({ documents, wanted }: Run): Promise<Finding> {
  const tried = await Promise.all(WAYS.map((way) => documents.by[way]().catch(() => null)));
  const works = WAYS.filter((way, at) => {
    const made = tried[at];
    if (made?.fetched.kind !== 'document' || (way === 'include' && made.missing.length > 0)) return false;
    return readDocument(made.fetched.document, wanted.nhsNumber).ok;
  });
  if (works.length > 0) return pass(`Planside can ${works.map((way) => TAKES[way]).join(', or ')}.`);
  const failures = tried.flatMap((made) => (made?.fetched.kind === 'failed' ? [made.fetched.failure] : []));
  const kept = failures.find(isRightful);
  if (kept) return failureFinding(kept);
  const hasPlan = failures.length > 0 || tried.some((made) => made !== null && made.of !== null);
  return hasPlan
    ? fail('None of the three ways leads to a document that Planside can read whole.')
    : notChecked('No plan of this patient was found that could be shown.');
}

/** A way that the service goes, and that came to nothing. */
function failedWay(failure: LookupFailure): Finding {
  const { outcome, reason } = failureFinding(failure);
  return { outcome, reason: `${reason} Planside then looks no further.` };
}

function readable(document: unknown, nhsNumber: string, how: string): Finding {
  const read = readDocument(document, nhsNumber);
  return read.ok ? pass(how) : fail(`${how} Planside refuses it as “${read.why}”: ${REFUSALS[read.why]}.`);
}

const TAKES: Readonly<Record<Way, string>> = {
  operation: 'have it put together by $document',
  storedBundle: 'read it as a stored Bundle',
  include: 'put it together from its parts',
};
