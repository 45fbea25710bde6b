/** Eight bytes, and four for the length of what it unpacks to: Firefox writes its restored sessions so. */
const MAGIC = Buffer.from('mozLz40\0', 'latin1');
const HEAD = MAGIC.length + 4;
/** A length of so much goes on in the next byte (LZ4 block format). */
const [MORE_LENGTH, MORE_BYTE, SHORTEST_MATCH] = [15, 255, 4];

export function isMozLz4(head: Buffer): boolean {
  return head.length >= HEAD && head.subarray(0, MAGIC.length).equals(MAGIC);
}

/** What such a file unpacks to; one that breaks off, or is damaged, gives what stands before that. */
export function unpackedMozLz4(file: Buffer): Buffer {
  const out = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  let [from, to] = [HEAD, 0];

  function lengthOf(begun: number): number {
    let length = begun;
    if (begun === MORE_LENGTH) {
      let more = MORE_BYTE;
      for (; more === MORE_BYTE && from < file.length; from += 1) {
        more = file[from] ?? 0;
        length += more;
      }
    }
    return length;
  }

  while (from < file.length && to < out.length) {
    const token = file[from] ?? 0;
    from += 1;
    const literals = lengthOf(token >>> 4);
    to += file.copy(out, to, from, from + literals);
    from += literals;
    if (from + 2 > file.length) break;
    const back = file.readUInt16LE(from);
    from += 2;
    const end = Math.min(out.length, to + lengthOf(token & MORE_LENGTH) + SHORTEST_MATCH);
    if (back === 0 || back > to) break;
    // Byte by byte: a match may reach into itself.
    for (; to < end; to += 1) out[to] = out[to - back] ?? 0;
  }
  return out.subarray(0, to);
}
