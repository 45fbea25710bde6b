import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, createInflateRaw } from 'node:zlib';
import { isMozLz4, unpackedMozLz4 } from './moz-lz4.ts';

/** Bytes of a file in which the head of a gzip member ends, where it has one; names in it are short. */
const HEAD = 1024;
const CHUNK = 1 << 18;
/** RFC 1952 §2.3.1, FLG. */
const FLAGS = { headerCheck: 2, extra: 4, name: 8, comment: 16 } as const;

/**
 * What a file that is gzip, zlib or Firefox's LZ4 from its first byte unpacks to; `null` for any other. What stands behind the packed
 * part, as Firefox writes behind an answer it keeps, is passed over; a file that breaks off gives what there is.
 */
export async function unpacked(file: string): Promise<AsyncIterable<Buffer> | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    if (isMozLz4(head)) return Readable.from([unpackedMozLz4(await handle.readFile())]);
    const start = deflateStart(head);
    return start === null ? null : inflated(file, start);
  } finally {
    await handle.close();
  }
}

/** Without the checks of gzip and zlib, which fail a whole file for what stands behind it. */
async function* inflated(file: string, start: number): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { start, highWaterMark: CHUNK });
  const inflate = createInflateRaw({ chunkSize: CHUNK, finishFlush: constants.Z_SYNC_FLUSH });
  source.on('error', (error) => inflate.destroy(error));
  try {
    yield* source.pipe(inflate);
  } catch (error) {
    // It only looked packed, or is damaged here.
    const isDamaged = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    if (!isDamaged) throw error;
  } finally {
    source.destroy();
  }
}

/** Where the deflated bytes begin: behind the head of gzip (RFC 1952 §2.3) or zlib (RFC 1950 §2.2, 32 kB window). */
function deflateStart(bytes: Buffer): number | null {
  if (bytes.length < 2) return null;
  const magic = bytes.readUInt16BE(0);
  if (magic >>> 8 === 0x78 && magic % 31 === 0) return 2;
  if (magic !== 0x1f8b || bytes.length < 10) return null;
  const flags = bytes.readUInt8(3);
  let at = 10;
  if (flags & FLAGS.extra) at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0);
  for (const text of [FLAGS.name, FLAGS.comment]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return flags & FLAGS.headerCheck ? at + 2 : at;
}
