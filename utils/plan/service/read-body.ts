/** The body of an answer as text, or why there is none. */
export type BodyText =
  | { readonly kind: 'text'; readonly text: string }
  /** More than is read; the rest was not waited for. */
  | { readonly kind: 'tooLarge' }
  /** Not UTF-8, in which all FHIR is written. */
  | { readonly kind: 'otherCharset' }
  /** The connection ended before the body did, or the wait for it. */
  | { readonly kind: 'brokenOff' };

/**
 * Reads a body piece by piece, so that no more of it than the limit is ever in memory, however small it was packed.
 * A byte order mark is taken off. A character that is cut in half at the end is left out: the text then ends early.
 *
 * @param largest in bytes, unpacked
 */
export async function readBody(answer: Response, largest: number): Promise<BodyText> {
  if (!answer.body) return { kind: 'text', text: '' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces = answer.body.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const piece = await pieces.read().catch(() => null);
    if (piece === null) return { kind: 'brokenOff' };
    if (piece.done) return { kind: 'text', text };
    size += piece.value.byteLength;
    const decoded = size > largest ? null : decodedBy(decoder, piece.value);
    if (decoded === null) {
      // Nobody waits for the end of what is not read.
      void pieces.cancel().catch(() => undefined);
      return { kind: size > largest ? 'tooLarge' : 'otherCharset' };
    }
    text += decoded;
  }
}

function decodedBy(decoder: TextDecoder, piece: Uint8Array): string | null {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    return null;
  }
}
