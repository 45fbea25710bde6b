/** Plans differ in length, and the length of a ciphertext is there for everybody to see. */
const STEP = 4096;
/** The length stands first, as 32 bits, big end first. */
const HEAD = 4;

/** Fills a text up with noughts to whole steps of 4096 bytes, its length first. */
export function padded(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((HEAD + content.length) / STEP) * STEP);
  new DataView(bytes.buffer).setUint32(0, content.length);
  bytes.set(content, HEAD);
  return bytes;
}

/** Takes the padding off again; `null` if it is none that `padded` makes. */
export function unpadded(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length === 0 || bytes.length % STEP !== 0) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return HEAD + length > bytes.length - STEP && HEAD + length <= bytes.length
    ? bytes.subarray(HEAD, HEAD + length)
    : null;
}
