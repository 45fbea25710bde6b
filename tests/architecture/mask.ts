/** What stays in the text; everything else becomes blanks, so that places and lines stay where they are. */
export type Keep = 'codeAndStrings' | 'code';

type Piece = { readonly kind: 'comment' | 'string' | 'code'; readonly text: string };

/** After one of these a slash begins a regular expression and is no division. */
const BEFORE_REGEX = /(?:^|[=(,:[!&|?{};>]|\breturn|\bcase)\s*$/;
const REGEX = /^\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/;
const COMMENT = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/;
/** A quotation ends with its line, so that an apostrophe in the text of a component does no harm beyond it. */
const QUOTED = /^(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/;

/**
 * TypeScript with its comments, and where asked for also its strings and regular expressions, blanked out. A scanner,
 * not a parser: enough for code that the formatter has laid out.
 */
export function masked(source: string, keep: Keep): string {
  return pieces(source)
    .map(({ kind, text }) => (kind === 'code' || (kind === 'string' && keep === 'codeAndStrings') ? text : blank(text)))
    .join('');
}

function pieces(source: string): Piece[] {
  const found: Piece[] = [];
  let code = '';
  for (let at = 0; at < source.length; ) {
    const piece = pieceAt(source, at, code);
    if (piece.kind === 'code') code += piece.text;
    else {
      found.push({ kind: 'code', text: code }, piece);
      code = '';
    }
    at += piece.text.length;
  }
  found.push({ kind: 'code', text: code });
  return found;
}

function pieceAt(source: string, at: number, before: string): Piece {
  const character = source.charAt(at);
  if (!'/\'"`'.includes(character)) return { kind: 'code', text: character };
  const rest = source.slice(at);
  const comment = COMMENT.exec(rest)?.[0];
  if (comment) return { kind: 'comment', text: comment };
  const regex = character === '/' && BEFORE_REGEX.test(before.slice(-20)) ? REGEX.exec(rest)?.[0] : undefined;
  const string = regex ?? (character === '`' ? template(rest) : QUOTED.exec(rest)?.[0]);
  return string ? { kind: 'string', text: string } : { kind: 'code', text: character };
}

/** A template with what stands in its `${…}`, templates inside templates included. */
function template(rest: string): string {
  let depth = 0;
  for (let at = 1; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest.startsWith('${', at)) depth += 1;
    else if (rest[at] === '}' && depth > 0) depth -= 1;
    else if (rest[at] === '`' && depth === 0) return rest.slice(0, at + 1);
    else if (rest[at] === '`') at += template(rest.slice(at)).length - 1;
  }
  return rest;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
