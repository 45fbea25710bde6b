import { readDocumentAt } from '../../../utils/plan/service/fhir-request.ts';
import { keptAnswers } from '../../../utils/plan/service/kept-answers.ts';
import { type Finding, fail, NotCheckable, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { sayAnswer } from '../words.ts';

export const versionRows: readonly Row[] = [
  { id: 'etag', title: 'Document has an ETag', required: false, check: checkEtag },
  { id: 'not-modified', title: 'Unchanged document: 304', required: false, check: checkNotModified },
  { id: 'modified', title: 'Other version: never 304', required: true, check: checkModified },
];

/** Names no version of anything. */
const OTHER = 'W/"planside-conformance-check"';

const FROM_PARTS =
  'The document is put together from parts, and has no version as a whole. Planside fetches all each time.';
const WHOLE = 'Planside fetches the whole document each time.';

async function checkEtag(run: Run): Promise<Finding> {
  if (await isFromParts(run)) return notOffered(FROM_PARTS);
  return (await etagOf(run))
    ? pass('The answer names the version of the document.')
    : notOffered(`There is none. ${WHOLE}`);
}

async function checkNotModified(run: Run): Promise<Finding> {
  if (await isFromParts(run)) return notOffered(FROM_PARTS);
  const etag = await etagOf(run);
  if (etag === null) return notOffered(`Without an ETag nothing can be asked for. ${WHOLE}`);
  const { status, etag: named } = await answerTo(run, etag);
  if (status === 200) return notOffered(`If-None-Match with its ETag is answered with the whole document. ${WHOLE}`);
  if (status !== 304) return fail(`If-None-Match with its ETag is answered with ${status ?? 'nothing'}.`);
  return named === null || opaque(named) === opaque(etag)
    ? pass('If-None-Match with its ETag is answered with 304.')
    : fail('If-None-Match with its ETag is answered with 304 and another ETag; Planside then shows neither version.');
}

async function checkModified(run: Run): Promise<Finding> {
  if (await isFromParts(run)) return notOffered(FROM_PARTS);
  const { status } = await answerTo(run, OTHER);
  if (status === 200) return pass('An ETag the service never gave is answered with the whole document.');
  return status === 304
    ? fail('304 came for an ETag the service never gave: an old plan would be taken for the present one.')
    : notChecked(`An ETag the service never gave is answered with ${status ?? 'nothing'}.`);
}

/** The version that a first read names. @throws NotCheckable where the document cannot be read again */
async function etagOf(run: Run): Promise<string | null> {
  const address = await addressOf(run);
  const kept = keptAnswers();
  const unread = sayAnswer(await readDocumentAt({ ...(await run.asking()), kept }, address));
  if (unread) throw new NotCheckable(unread);
  return kept.get(address)?.etag ?? null;
}

type Head = { readonly status: number | undefined; readonly etag: string | null };

/** What comes to somebody who holds this version, and a made-up document under it. */
async function answerTo(run: Run, etag: string): Promise<Head> {
  const address = await addressOf(run);
  const kept = keptAnswers();
  kept.set(address, { etag, body: {} });
  const asking = { ...(await run.asking()), kept };
  const { requestIds } = await run.ledger.during(() => readDocumentAt(asking, address));
  const last = run.ledger.exchanges.findLast(({ requestId }) => requestIds.includes(requestId));
  return { status: last?.status, etag: last?.headers.get('etag') ?? null };
}

/** The `W/` of a weak name does not count. */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '');
}

async function isFromParts({ documents }: Run): Promise<boolean> {
  return (await documents.chosen()).address === null;
}

async function addressOf({ documents }: Run): Promise<string> {
  return (await documents.chosen()).address ?? '';
}
