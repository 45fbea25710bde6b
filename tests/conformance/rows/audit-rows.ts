import * as z from 'zod/mini';
import { checkEvent, putSealed, type SentEvent, sendEvent } from '../audit-event.ts';
import { type Finding, fail, NotCheckable, notChecked, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';

/** The last three rows write one event, sealed, each under the same id. */
export const auditRows: readonly Row[] = [
  { id: 'audit-keys', title: 'Keys for audit events are published', required: true, check: checkKeys },
  { id: 'audit', title: 'A view can be recorded', required: true, check: checkAudit },
  { id: 'audit-repeat', title: 'The same event again is no second one', required: true, check: checkRepeat },
  { id: 'audit-change', title: 'An event is never changed', required: true, check: checkChange },
];

const NOT_WRITTEN = 'Give --write-audit to have one event written, which names no patient and stays there.';
/** Something between could have said so and stored nothing. */
const NOT_PLACED = 'It does not say where the event is (Location), so each view would be sent again and again.';

async function checkKeys({ auditKey }: Run): Promise<Finding> {
  const found = await auditKey();
  return found.ok
    ? pass('One of them is an EC key on P-256 for ECDH-ES, and an event can be sealed for it.')
    : fail(found.why);
}

async function checkAudit(run: Run): Promise<Finding> {
  if (!run.wanted.writeAudit) return announced(run);
  const { status, isPlaced } = await run.sentEvent();
  if (status !== 201 && status !== 200) return fail(`${sayStatus(status)} Nobody’s view of a plan could be recorded.`);
  return isPlaced
    ? pass('A sealed event was stored under the id that was chosen here.')
    : fail(`${sayStatus(status)} ${NOT_PLACED}`);
}

async function checkRepeat(run: Run): Promise<Finding> {
  const { sealed } = await stored(run);
  const { status, isPlaced } = await putSealed(run, sealed);
  if (status === 200) return isPlaced ? pass('It is answered with 200.') : fail(`${sayStatus(status)} ${NOT_PLACED}`);
  return fail(
    `${sayStatus(status)} 200 says that the event was there; a view that is sent twice may else count twice.`,
  );
}

async function checkChange(run: Run): Promise<Finding> {
  await stored(run);
  const later = new Date(Date.parse(run.startedAt) + 1_000).toISOString();
  const { status } = await sendEvent(run, checkEvent(run.auditId, later));
  return status !== null && status >= 400 && status < 500
    ? pass(`Another event under the same id is refused with ${status}.`)
    : fail(
        `${sayStatus(status)} Another event under the same id must be refused (409), or the record can be rewritten.`,
      );
}

/** The event that is there already. @throws NotCheckable where there is none */
async function stored(run: Run): Promise<SentEvent> {
  if (!run.wanted.writeAudit) throw new NotCheckable(NOT_WRITTEN);
  const sent = await run.sentEvent();
  if (sent.status !== 200 && sent.status !== 201) throw new NotCheckable('No event could be stored.');
  return sent;
}

/** What the CapabilityStatement says, where nothing is to be written. */
async function announced({ metadata }: Run): Promise<Finding> {
  const answer = await metadata();
  const listed = listedIn(answer.kind === 'body' ? answer.body : null);
  if (listed.length === 0) return notChecked(`No CapabilityStatement lists what the service takes. ${NOT_WRITTEN}`);
  const audit = listed.find(({ type }) => type === 'AuditEvent');
  if (!audit)
    return fail('The CapabilityStatement does not list AuditEvent: nobody’s view of a plan could be recorded.');
  return audit.updateCreate === false
    ? fail('updateCreate of AuditEvent is false: a view that is sent twice could not be known as one.')
    : pass(`The CapabilityStatement lists AuditEvent. It was not tried. ${NOT_WRITTEN}`);
}

type Listed = z.infer<typeof statementSchema>['rest'][number]['resource'][number];

const statementSchema = z.object({
  resourceType: z.literal('CapabilityStatement'),
  rest: z.array(
    z.object({
      resource: z._default(z.array(z.object({ type: z.string(), updateCreate: z.optional(z.boolean()) })), []),
    }),
  ),
});

function listedIn(body: unknown): readonly Listed[] {
  const statement = statementSchema.safeParse(body);
  return statement.success ? statement.data.rest.flatMap(({ resource }) => resource) : [];
}

function sayStatus(status: number | null): string {
  return status === null ? 'No FHIR answer came.' : `It is answered with ${status}.`;
}
