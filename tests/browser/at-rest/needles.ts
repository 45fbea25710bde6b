/** How browsers write text; `plusOne` is what Firefox makes of it in an IndexedDB key (UTF-8, each byte plus one). */
type TextForm = 'utf8' | 'utf16le' | 'utf16be' | 'plusOne';
/** How programs write bytes as text. */
type Packing = 'base64' | 'base64url' | 'hex';
/** How a secret may lie on the disk: raw, as text, or packed into text. */
export type Encoding = 'bytes' | TextForm | `${Packing}, ${TextForm}`;

/** Bytes to look for, and what was found where they are: never the secret itself. */
export type Needle = { readonly of: string; readonly encoding: Encoding; readonly bytes: Uint8Array };

/**
 * Text is looked for by every run of so many characters: browsers compress values (Snappy), and a part that has stood
 * there before becomes a reference back, so that the whole is no longer found.
 */
export const TEXT_WINDOW = 10;
/** The same for raw keys, in bytes; fewer could be there by chance. */
export const KEY_WINDOW = 8;

/**
 * Needles for a text of ASCII characters (markers, NHS numbers, tokens): each of its windows in every encoding.
 *
 * @param of what to call it in a report
 * @param window characters; the whole text and nothing less where it is as long as that
 * @throws if the text is shorter than a window
 */
export function needlesOfText(of: string, text: string, window = TEXT_WINDOW): readonly Needle[] {
  if (text.length < window) throw new Error(`Too short to be looked for: ${of}`);
  const parts = windowsOf(Buffer.from(text, 'latin1'), window);
  return named(of, [...parts.flatMap(textForms), ...parts.flatMap(packedForms)]);
}

/**
 * Needles for the raw bytes of a key: each 8-byte window as it is, and in hex and base64 in every encoding that text may
 * have.
 *
 * @throws if the key is shorter than a window
 */
export function needlesOfKey(of: string, key: Uint8Array): readonly Needle[] {
  if (key.length < KEY_WINDOW) throw new Error(`Too short to be looked for: ${of}`);
  const parts = windowsOf(Buffer.from(key), KEY_WINDOW);
  return named(of, [...parts.map((bytes): Form => ({ encoding: 'bytes', bytes })), ...parts.flatMap(packedForms)]);
}

type Form = { readonly encoding: Encoding; readonly bytes: Buffer };

function windowsOf(bytes: Buffer, length: number): Buffer[] {
  return Array.from({ length: bytes.length - length + 1 }, (_, at) => bytes.subarray(at, at + length));
}

/** ASCII text as browsers write text. */
function textForms(ascii: Buffer): { readonly encoding: TextForm; readonly bytes: Buffer }[] {
  const utf16le = Buffer.from(ascii.toString('latin1'), 'utf16le');
  return [
    { encoding: 'utf8', bytes: ascii },
    { encoding: 'utf16le', bytes: utf16le },
    { encoding: 'utf16be', bytes: Buffer.from(utf16le).swap16() },
    { encoding: 'plusOne', bytes: Buffer.from(ascii.map((byte) => byte + 1)) },
  ];
}

/** Bytes written as text, wherever among other bytes they stand. */
function packedForms(bytes: Buffer): Form[] {
  const base64 = (['base64', 'base64url'] as const).flatMap((packing) =>
    base64Cores(bytes, packing).flatMap((text) => packedIn(packing, Buffer.from(text))),
  );
  const hex = bytes.toString('hex');
  return [...base64, ...[hex, hex.toUpperCase()].flatMap((text) => packedIn('hex', Buffer.from(text)))];
}

/** Text into which something has been packed, as browsers write text. */
function packedIn(packing: Packing, text: Buffer): Form[] {
  return textForms(text).map(({ encoding, bytes }) => ({ encoding: `${packing}, ${encoding}`, bytes }));
}

/**
 * The characters of base64 (RFC 4648) that these bytes alone decide, for each of the three places in a group of three
 * at which they may begin.
 */
function base64Cores(bytes: Buffer, alphabet: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString(alphabet);
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

/** The same bytes once, under the first encoding that gives them: most base64url is base64 too. */
function named(of: string, forms: readonly Form[]): Needle[] {
  const unlike = new Map(forms.toReversed().map((form) => [form.bytes.toString('latin1'), form]));
  return [...unlike.values()].map(({ encoding, bytes }) => ({ of, encoding, bytes }));
}
