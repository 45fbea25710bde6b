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

/** What a browser would never show: taken out with its content. */
const UNSHOWN =
  /<(script|style|head|title|template|object|svg|math)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/gi;

/**
 * The text of a FHIR narrative, paragraph by paragraph. Markup is taken out, never interpreted: the result is only
 * ever drawn as text, so nothing in it can run or load.
 *
 * @param div the XHTML as sent
 */
export function narrativeParagraphs(div: string): readonly string[] {
  const bare = div.replace(UNSHOWN, ' ');
  const lines = bare.replace(/<\s*\/?\s*([a-z0-9]+)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (_tag, name: string) =>
    BLOCK.test(name.toLowerCase()) ? '\n' : '',
  );
  return lines
    .split('\n')
    .map((line) =>
      decodeEntities(line)
        .replace(/[ \t\r\f]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
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
