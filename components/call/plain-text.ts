/** Of these, nothing is read. */
const UNREAD = 'svg, button, .unseen, dt small, [role="status"]';
const OWN_LINE = 'div, p, li, dl, dt, h1, h2, h3, h4, section, blockquote, figure, figcaption, .line';
/** Between these stands an empty line. */
const APART = 'section, [data-part="answer"], [data-part="notice"], [data-part="claim"]';

const QUOTE = 'blockquote, q, .written';

const DASH = '- ';
const FURTHER_IN = '    ';

/** Directions an author can set, control characters, and other ways of breaking a line. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** First Strong Isolate, and its end: what is written from right to left changes the order of nothing around it. */
function isolated(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

/** The lines of a text of an author, each with nothing in it that could change their order. */
function linesOf(text: string): readonly string[] {
  return text.split(LINE_BREAK).map((line) => line.replace(CONTROLS, ' '));
}

/**
 * What is drawn, as plain text for a note: the same words in the same order, a line for each block, quotations in their
 * marks. No character of an author can set a line in another order than it is read in.
 */
export function plainText(drawn: Element): string {
  const lines: string[] = [''];

  function say(words: string): void {
    lines.push((lines.pop() ?? '') + words);
  }

  function newLine(): void {
    if (lines.at(-1) !== '' && lines.at(-1) !== DASH) lines.push('');
  }

  function emptyLine(): void {
    newLine();
    if (lines.length > 1 && lines.at(-2) !== '') lines.push('');
  }

  function sayText(text: string, keepsLines: boolean): void {
    const kept = keepsLines ? linesOf(text) : [linesOf(text).join(' ').replace(/\s+/g, ' ')];
    kept.forEach((line, at) => {
      // Lines of an author go on further in, so that none of them looks like one of ours.
      if (at > 0) lines.push(FURTHER_IN);
      say(isolated(line));
    });
  }

  function begin(element: Element): void {
    if (element.matches(APART)) emptyLine();
    else if (element.matches(OWN_LINE)) newLine();
    if (element.matches('ul > li')) say(DASH);
    if (element.matches(QUOTE)) say('“');
  }

  function end(element: Element): void {
    if (element.matches(QUOTE)) say('”');
    if (element.matches('dt')) say(': ');
    else if (element.matches('.of > :first-child')) say(':');
    else if (element.matches(APART)) emptyLine();
    else if (element.matches(`dd, ${OWN_LINE}`)) newLine();
  }

  function visit(node: Node, keepsLines: boolean): void {
    if (node instanceof Text) sayText(node.data, keepsLines);
    if (!(node instanceof Element) || node.matches(UNREAD)) return;
    begin(node);
    for (const child of node.childNodes) visit(child, keepsLines || node.matches('blockquote, .written'));
    end(node);
  }

  visit(drawn, false);
  return lines
    .map((line) => line.replace(/(\S) {2,}/g, '$1 ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
