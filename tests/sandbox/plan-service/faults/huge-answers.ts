import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export const FHIR_JSON = 'application/fhir+json';

const MEGABYTE = 1024 * 1024;
const MEGABYTES = 100;
const LEVELS = 100_000;

/** JSON that is short, well-formed and deeper than any program should follow by recursion. */
export function deepJson(): string {
  return `{"resourceType":"Bundle","type":"searchset","entry":${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}}`;
}

function* hugeJson(): Generator<Buffer> {
  yield Buffer.from('{"resourceType":"Bundle","type":"searchset","id":"');
  const megabyte = Buffer.alloc(MEGABYTE, 'x');
  for (let sent = 0; sent < MEGABYTES; sent += 1) yield megabyte;
  yield Buffer.from('"}');
}

let packed: Promise<Buffer> | undefined;

/** Packing takes a moment, and every answer is the same. */
function packedJson(): Promise<Buffer> {
  packed ??= buffer(Readable.from(hugeJson()).pipe(createGzip({ level: 1 })));
  return packed;
}

/** Answers with JSON of 100 MB, for as long as anybody reads it. */
export function answerHugely(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': FHIR_JSON });
  // The client may have had enough.
  pipeline(Readable.from(hugeJson()), response).catch(() => undefined);
}

/** Answers with the same, packed to a few hundred kilobytes. */
export async function answerPacked(response: ServerResponse): Promise<void> {
  const body = await packedJson();
  response.writeHead(200, { 'content-type': FHIR_JSON, 'content-encoding': 'gzip', 'content-length': body.length });
  response.end(body);
}
