/**
 * Looks for marks in bytes every window of ten characters of a mark, in every way in which
 * it could stand there, and every window of eight bytes of a key.
 */
const CHARACTERS = 10;
const KEY_BYTES = 8;

/** How a text may stand in bytes. Base64 has three forms, by where among three bytes it begins. */
export const ENCODINGS = {
  utf8: (text: string) => Buffer.from(text, 'utf8'),
  utf16le: (text: string) => Buffer.from(text, 'utf16le'),
  utf16be: (text: string) => Buffer.from(text, 'utf16le').swap16(),
  hex: (text: string) => Buffer.from(Buffer.from(text, 'utf8').toString('hex'), 'latin1'),
  base64: (text: string) => base64At(0, text),
  base64Second: (text: string) => base64At(1, text),
  base64Third: (text: string) => base64At(2, text),
} as const satisfies Readonly<Record<string, (text: string) => Buffer>>;

/** What stands in base64 for a text that begins so many bytes after a multiple of three, whatever is around it. */
function base64At(offset: number, text: string): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'utf8')]);
  // Signs that hold bits of their neighbours too are left out; the two alphabets are read as one.
  const whole = bytes.toString('base64url').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
  return Buffer.from(whole, 'latin1');
}

/** Every window of a mark, in every encoding, as `[encoding, bytes]`. */
export function windowsOf(mark: string): readonly (readonly [string, Buffer])[] {
  const windows = [...Array(mark.length - CHARACTERS + 1).keys()].map((at) => mark.slice(at, at + CHARACTERS));
  return windows.flatMap((window) =>
    Object.entries(ENCODINGS).map(([encoding, write]) => [encoding, write(window)] as const),
  );
}

/** Every window of a key: as it is, in hex, and in base64. */
export function windowsOfKey(key: Buffer): readonly (readonly [string, Buffer])[] {
  const starts = [...Array(key.length - KEY_BYTES + 1).keys()];
  const raw = starts.map((at) => ['raw', key.subarray(at, at + KEY_BYTES)] as const);
  const inHex = raw.map(([, window]) => ['hex', Buffer.from(window.toString('hex'), 'latin1')] as const);
  const base64 = key.toString('base64url');
  const inBase64 = [...Array(base64.length - KEY_BYTES + 1).keys()].map(
    (at) => ['base64', Buffer.from(base64.slice(at, at + KEY_BYTES), 'latin1')] as const,
  );
  return [...raw, ...inHex, ...inBase64];
}

/** Bytes in which to look; each length that is looked for is indexed once. */
export class Haystack {
  readonly #text: string;
  readonly #byLength = new Map<number, ReadonlySet<string>>();

  constructor(bytes: Buffer) {
    // The two alphabets of base64 are read as one, in what is looked for and where; no other window changes by it alone.
    this.#text = asOneAlphabet(bytes);
  }

  get length(): number {
    return this.#text.length;
  }

  holds(needle: Buffer): boolean {
    return this.#windows(needle.length).has(asOneAlphabet(needle));
  }

  #windows(length: number): ReadonlySet<string> {
    const known = this.#byLength.get(length);
    if (known) return known;
    const all = new Set<string>();
    for (let at = 0; at + length <= this.#text.length; at += 1) all.add(this.#text.slice(at, at + length));
    this.#byLength.set(length, all);
    return all;
  }
}

function asOneAlphabet(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('+', '-').replaceAll('/', '_');
}
