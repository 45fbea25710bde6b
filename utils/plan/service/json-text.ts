const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** What can be seen of a JSON text without building anything from it. */
export type JsonShape = {
  /** Lists and objects within each other, at the deepest place. */
  readonly depth: number;
  /** Whether it ends inside a list, an object or a string: cut off. */
  readonly open: boolean;
};

/**
 * Runs once through a text that should be JSON, without recursion, so that no depth of nesting can exhaust the stack.
 * It does not check the grammar: what is no JSON at all gets an answer too, and fails when it is parsed.
 */
export function jsonShape(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inString) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) inString = false;
    } else if (letter === QUOTE) inString = true;
    else if (OPENING.has(letter)) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (CLOSING.has(letter)) depth -= 1;
  }
  return { depth: deepest, open: inString || depth > 0 };
}
