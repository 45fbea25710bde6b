import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../switches.ts';

type Changing = (answer: Response, socket: Socket) => Promise<Response>;

const ONE_BYTE_EVERY_MS = 1000;
/** Long enough for the first half of a body to arrive. */
const HALF_MS = 15;

/** The same answer with another body; its length is the body's own. */
function withBody(answer: Response, body: BodyInit | null, contentType?: string): Response {
  const changed = new Response(body, answer);
  changed.headers.delete('content-length');
  if (contentType !== undefined) changed.headers.set('content-type', contentType);
  return changed;
}

async function half(answer: Response): Promise<Response> {
  const body = await answer.text();
  return withBody(answer, body === '' ? null : body.slice(0, body.length / 2));
}

/** The first half, and then the connection ends as it does when a machine on the way restarts. */
async function reset(answer: Response, socket: Socket): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  let begun = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(body.slice(0, body.length / 2));
        return;
      }
      await delay(HALF_MS, undefined, { ref: false });
      socket.resetAndDestroy();
    },
  });
  return withBody(answer, stream);
}

async function drip(answer: Response, ms: number): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  let sent = 0;
  let gone = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await delay(ms, undefined, { ref: false });
      if (gone) return;
      if (sent === body.length) controller.close();
      else controller.enqueue(body.slice(sent, ++sent));
    },
    cancel() {
      gone = true;
    },
  });
  return withBody(answer, stream);
}

const fhirIn = (charset: string) => `application/fhir+json; charset=${charset}`;

/** In one byte a letter, question marks for what has none; or in two, behind a mark that says which comes first. */
async function inOtherBytes(answer: Response, as: 'bom' | 'latin1' | 'utf16'): Promise<Response> {
  const text = await answer.text();
  if (as === 'bom') return withBody(answer, `\uFEFF${text}`);
  if (as === 'utf16') return withBody(answer, Buffer.from(`\uFEFF${text}`, 'utf16le'), fhirIn('utf-16'));
  return withBody(answer, Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1'), fhirIn('iso-8859-1'));
}

async function twice(answer: Response): Promise<Response> {
  const found = await answer.json();
  const isSearch = found.type === 'searchset' && Array.isArray(found.entry);
  return withBody(answer, JSON.stringify(isSearch ? { ...found, entry: [...found.entry, ...found.entry] } : found));
}

async function unchanged(answer: Response): Promise<Response> {
  const etag = answer.headers.get('etag');
  return new Response(null, { status: 304, headers: etag === null ? {} : { etag } });
}

function changeBy(fault: Fault): Changing | undefined {
  switch (fault.kind) {
    case 'truncated':
      return half;
    case 'reset':
      return reset;
    case 'drip':
      return (answer) => drip(answer, fault.ms ?? ONE_BYTE_EVERY_MS);
    case 'contentType':
      return async (answer) => withBody(answer, await answer.arrayBuffer(), 'text/plain');
    case 'charset':
      return (answer) => inOtherBytes(answer, fault.as ?? 'bom');
    case 'duplicate':
      return twice;
    case 'staleEtag':
      return unchanged;
    default:
      return undefined;
  }
}

/** The answer as the faults of its request leave it: those that change what is sent, and not whether anything is. */
export async function changedAnswer(answer: Response, faults: readonly Fault[], socket: Socket): Promise<Response> {
  let changed = answer;
  for (const fault of faults) changed = (await changeBy(fault)?.(changed, socket)) ?? changed;
  return changed;
}
