import { createReadStream } from 'node:fs';
import path from 'node:path';
import { filesBelow, isGone } from './files-below.ts';
import { indexOf, type NeedleIndex } from './needle-index.ts';
import type { Encoding, Needle } from './needles.ts';
import { unpacked } from './unpacked.ts';

/** A needle that was found. */
export type Hit = {
  /** What it is a part of. */
  readonly of: string;
  readonly encoding: Encoding;
  /** Path below the folder that was searched; a part of it that is itself a find is `…`. */
  readonly file: string;
  /** In the file's own bytes, in what they unpack to, or in the file's path: there, `offset` counts. */
  readonly where: 'file' | 'unpacked' | 'path';
  readonly offset: number;
};

/** What was searched, and what was found. `files` and `bytes` say that anything was: nothing searched is no pass. */
export type Scan = { readonly hits: readonly Hit[]; readonly files: number; readonly bytes: number };

const CHUNK = 1 << 20;

/**
 * Looks for all needles at once in every file below a folder, in the paths of the files, and in what files that are
 * packed as a whole unpack to. Files that vanish meanwhile are passed over.
 *
 * @throws if a file is there and cannot be read
 */
export async function scanFiles(folder: string, needles: readonly Needle[]): Promise<Scan> {
  const index = indexOf(needles);
  const hits: Hit[] = [];
  let files = 0;
  let bytes = 0;
  for await (const name of filesBelow(folder)) {
    const file = withoutFinds(name, index);
    const tell = (where: Hit['where']) => (needle: Needle, offset: number) =>
      hits.push({ of: needle.of, encoding: needle.encoding, file, where, offset });
    const inPath = Buffer.from(name);
    index.find(inPath, inPath.length, tell('path'));
    const size = await scanFile(path.join(folder, name), index, tell);
    files += size === null ? 0 : 1;
    bytes += size ?? 0;
  }
  return { hits, files, bytes };
}

type Found = (needle: Needle, offset: number) => void;

/** @returns the bytes the file has, or `null` where it has vanished */
async function scanFile(
  file: string,
  index: NeedleIndex,
  tell: (where: Hit['where']) => Found,
): Promise<number | null> {
  try {
    const size = await scanChunks(createReadStream(file, { highWaterMark: CHUNK }), index, tell('file'));
    const inside = await unpacked(file);
    if (inside) await scanChunks(inside, index, tell('unpacked'));
    return size;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** A needle that lies across two chunks is seen with the second one, and none is told of twice. */
async function scanChunks(chunks: AsyncIterable<Buffer>, index: NeedleIndex, found: Found): Promise<number> {
  let kept = Buffer.alloc(0);
  let before = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([kept, chunk]);
    const starts = Math.max(0, bytes.length - index.longest + 1);
    index.find(bytes, starts, (needle, at) => found(needle, before + at));
    kept = bytes.subarray(starts);
    before += starts;
  }
  index.find(kept, kept.length, (needle, at) => found(needle, before + at));
  return before + kept.length;
}

/** A path that may be shown: a folder or file called by what is looked for must not be in a message. */
function withoutFinds(name: string, index: NeedleIndex): string {
  return name
    .split(path.sep)
    .map((part) => {
      let holds = false;
      const bytes = Buffer.from(part);
      index.find(bytes, bytes.length, () => {
        holds = true;
      });
      return holds ? '…' : part;
    })
    .join('/');
}
