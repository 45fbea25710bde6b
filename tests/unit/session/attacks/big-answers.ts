import { gzipSync } from 'node:zlib';

/** 100 MB. */
const BYTES = 100_000_000;
const PIECE = 65_536;

/** An answer of 100 MB of JSON that never gets to its point, and how much of it was taken. */
export function bigAnswer(headers: Readonly<Record<string, string>> = {}) {
  const given = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        if (given.bytes >= BYTES) return stream.close();
        stream.enqueue(new Uint8Array(PIECE).fill(0x20));
        given.bytes += PIECE;
      },
    },
    { highWaterMark: 0 },
  );
  return { given, answer: new Response(body, { headers: { 'content-type': 'application/json', ...headers } }) };
}

let packed: Uint8Array<ArrayBuffer> | undefined;

/** The same, packed into a hundred thousand bytes. */
export function packedAnswer(): Response {
  packed ??= new Uint8Array(gzipSync(new Uint8Array(BYTES).fill(0x20)));
  return new Response(packed, { headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } });
}
