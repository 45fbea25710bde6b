/** How a secret may lie on the disk; `plusOne` is what Firefox makes of text in an IndexedDB key (UTF-8, each byte plus one). */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'plusOne' | 'base64' | 'base64url' | 'hex' | 'bytes';

/** Bytes to look for, and what was found where they are: never the secret itself. */
export type Needle = { readonly of: string; readonly encoding: Encoding; readonly bytes: Uint8Array };

/**
 * Text is looked for by every run of so many characters: browsers compress values (Snappy), and a part that has stood
 * there before becomes a reference back, so that the whole is no longer found (facts/safety.md §0.6b).
 */
export const TEXT_WINDOW = 10;
/** The same for raw keys, in bytes: what few enough bytes say could be chance. */
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
  return unlike(parts.flatMap((part) => [...textForms(of, part), ...packedForms(of, part)]));
}

/**
 * Needles for the raw bytes of a key: each 8-byte window as it is, in hex and in base64, and the hex and base64 of the
 * whole key as texts, in every encoding a text may have.
 *
 * @throws if the key is shorter than a window
 */
export function needlesOfKey(of: string, key: Uint8Array): readonly Needle[] {
  if (key.length < KEY_WINDOW) throw new Error(`Too short to be looked for: ${of}`);
  const raw = windowsOf(Buffer.from(key), KEY_WINDOW).flatMap((part): Needle[] => [
    { of, encoding: 'bytes', bytes: part },
    ...packedForms(of, part),
  ]);
  const { base64, base64url, hex, hexUpper } = writtenOut(Buffer.from(key));
  const written = [base64, base64url, hex, hexUpper].flatMap((text) =>
    windowsOf(Buffer.from(text), TEXT_WINDOW).flatMap((part) => textForms(of, part)),
  );
  return unlike([...raw, ...written]);
}

function windowsOf(bytes: Buffer, length: number): Buffer[] {
  return Array.from({ length: bytes.length - length + 1 }, (_, at) => bytes.subarray(at, at + length));
}

/** ASCII text as browsers write text. */
function textForms(of: string, ascii: Buffer): Needle[] {
  const utf16le = Buffer.from(ascii.toString('latin1'), 'utf16le');
  return [
    { of, encoding: 'utf8', bytes: ascii },
    { of, encoding: 'utf16le', bytes: utf16le },
    { of, encoding: 'utf16be', bytes: Buffer.from(utf16le).swap16() },
    { of, encoding: 'plusOne', bytes: ascii.map((byte) => byte + 1) },
  ];
}

/** Bytes written out in letters, wherever among other bytes they stand. */
function packedForms(of: string, bytes: Buffer): Needle[] {
  const { hex, hexUpper } = writtenOut(bytes);
  return [
    ...base64Cores(bytes, 'base64').map((text): Needle => ({ of, encoding: 'base64', bytes: Buffer.from(text) })),
    ...base64Cores(bytes, 'base64url').map((text): Needle => ({ of, encoding: 'base64url', bytes: Buffer.from(text) })),
    { of, encoding: 'hex', bytes: Buffer.from(hex) },
    { of, encoding: 'hex', bytes: Buffer.from(hexUpper) },
  ];
}

function writtenOut(bytes: Buffer) {
  const hex = bytes.toString('hex');
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return { base64, base64url: bytes.toString('base64url'), hex, hexUpper: hex.toUpperCase() };
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

/** The same bytes once: most base64 is base64url too. */
function unlike(needles: readonly Needle[]): Needle[] {
  return [
    ...new Map(needles.toReversed().map((needle) => [Buffer.from(needle.bytes).toString('latin1'), needle])).values(),
  ];
}
