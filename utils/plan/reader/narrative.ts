/** The XHTML elements after which a reader starts a new line. */
const BLOCK = /^(address|blockquote|br|caption|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)$/;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** What a browser would never show as text: taken out with its content. */
const UNSHOWN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'object', 'svg', 'math']);

/**
 * The text of a FHIR narrative, paragraph by paragraph. Markup is taken out, never interpreted: the result is only
 * ever drawn as text, so nothing in it can run or load. One pass: broken markup cannot make it slow. Words are never
 * lost to it: from a tag or comment without an end on, everything is text.
 *
 * @param div the XHTML as sent
 */
export function narrativeParagraphs(div: string): readonly string[] {
  const source = div.replace(/\s+/g, ' ');
  let text = '';
  let at = 0;
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', at)) {
    const markup = markupAt(source, open);
    if (markup === 'broken') break;
    text += source.slice(at, open) + (markup === 'text' ? '<' : markup.stands);
    at = markup === 'text' ? open + 1 : markup.end;
  }
  return (text + source.slice(at))
    .split('\n')
    .map((line) => decodeEntities(line).replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');
}

/** A piece of markup: where it ends, and what it stands for in the text. */
type Markup = { readonly end: number; readonly stands: string };

function markupAt(source: string, open: number): Markup | 'text' | 'broken' {
  if (source.startsWith('<!--', open)) return upTo(source, '-->', open);
  if (source.startsWith('<![CDATA[', open)) {
    const literal = upTo(source, ']]>', open);
    if (literal === 'broken') return literal;
    return { ...literal, stands: source.slice(open + 9, literal.end - 3).replaceAll('&', '&amp;') };
  }
  if (/[!?]/.test(source.charAt(open + 1))) return upTo(source, '>', open);
  // As HTML and XML have it, a letter right after the sign: “BP < 90 and > 60” is the author’s.
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 20)) ?? [];
  if (!name) return 'text';
  const end = tagEnd(source, open);
  if (end < 0) return 'broken';
  const isOpening = slash === '' && source.charAt(end - 2) !== '/';
  if (isOpening && UNSHOWN.has(name.toLowerCase())) return upToClosing(source, name, end);
  return { end, stands: BLOCK.test(name.toLowerCase()) ? '\n' : '' };
}

function upTo(source: string, last: string, from: number): Markup | 'broken' {
  const end = source.indexOf(last, from);
  return end < 0 ? 'broken' : { end: end + last.length, stands: '' };
}

function upToClosing(source: string, name: string, from: number): Markup | 'broken' {
  const closing = new RegExp(`</${name} ?>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(source) ? { end: closing.lastIndex, stands: ' ' } : 'broken';
}

/** Behind the `>` of the tag that begins here, outside of any quotes; -1 if it has none. */
function tagEnd(source: string, open: number): number {
  let quote = '';
  for (let at = open; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return -1;
}

/** Decoded once and last, so that `&lt;b&gt;` stays what the author wrote: `<b>`. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
    const code =
      name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
