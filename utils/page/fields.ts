import { boxOf, closest, drawnParentOf, isInside } from './dom.ts';
import { cutAtLabels, isStatus, type LabelKind, labelAt } from './labels.ts';
import type { Piece } from './pieces.ts';
import { isForeignTitle } from './titles.ts';

const NUMBER = /^\d{3}[ -]?\d{3}[ -]?\d{4}$/;

/** Words over the details of those who treat. */
const SOMEBODY_ELSE = /\b(?:gp|practi(?:tioner|ce)|doctor|consultant|nurse|clinician|prescriber|referrer)\b/i;

/** A part of a piece: the label at its start, or text. */
export type Chunk = { readonly label: LabelKind | null; readonly text: string; readonly piece: Piece };

/** A label and what is written for it. */
export type Field = {
  readonly kind: LabelKind;
  readonly label: Piece;
  /** The texts of the first line of the value, and of those that go on with it. */
  readonly values: readonly Chunk[];
};

/** A region taken apart: what is labelled, and the texts that no label claims. */
export type Fields = { readonly fields: readonly Field[]; readonly unlabelled: readonly Chunk[] };

/** Takes the pieces of a region apart into labelled values and the rest. */
export function fieldsIn(pieces: readonly Piece[]): Fields {
  const chunks = chunksOf(joined(pieces));
  const fields: Field[] = [];
  const claimed = new Set<Chunk>();
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.label === null) continue;
    claimed.add(chunk);
    const values = over(chunks, index) ?? (isInHeaderRow(chunks, index) ? below(chunk, chunks) : after(chunks, index));
    for (const one of values.claimed) claimed.add(one);
    const isTheirs = isNameKind(chunk.label) && isSomebodyElse(chunks[index - 1]);
    fields.push({ kind: isTheirs ? 'other' : chunk.label, label: chunk.piece, values: values.first });
  }
  return { fields: fields.filter(isReal), unlabelled: chunks.filter((chunk) => !claimed.has(chunk)) };
}

/** “General Practitioner”, and then “Name”: not the patient's. */
function isSomebodyElse(before: Chunk | undefined): boolean {
  return before?.label === 'other' && (SOMEBODY_ELSE.test(before.text) || isForeignTitle(before.text));
}

function isNameKind(kind: LabelKind | null): boolean {
  return kind === 'name' || kind === 'familyName' || kind === 'givenNames' || kind === 'middleNames';
}

/** `<abbr>NHS</abbr> number` is one label. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    const isSplit = before && before.line === piece.line && /^(?:patient )?NHS$|^date$|^rhif$/i.test(before.text);
    if (isSplit && /^(?:no|number|num|of birth|GIG)\b/i.test(piece.text)) {
      result[result.length - 1] = { ...before, text: `${before.text} ${piece.text}` };
    } else result.push(piece);
  }
  return result;
}

function chunksOf(pieces: readonly Piece[]): Chunk[] {
  const chunks = pieces.flatMap((piece, at) => {
    // A table may set its values in bold head cells: <td>NHS Number</td><th>943 476 5919</th>.
    const isValue = piece.isLabel && isInHead(piece) && isBareLabel(pieces[at - 1]);
    if (isValue) return [{ label: null, text: piece.text, piece }];
    const text = piece.text.replace(/^[|·•;–—/]\s*/u, '');
    const parts = piece.isLabel ? [text] : cutAtLabels(text);
    return parts.flatMap((part): Chunk[] => {
      const label = labelAt(part, piece.isLabel);
      if (!label) return [{ label: null, text: part, piece }];
      const head: Chunk = { label: label.kind, text: part.slice(0, part.length - label.rest.length), piece };
      return label.rest === '' ? [head] : [head, { label: null, text: label.rest, piece }];
    });
  });
  // `aria-label` and a visible label may say the same: of two labels of one kind, the later one has the value.
  return chunks.filter(({ label }, at) => label === null || label === 'other' || chunks[at + 1]?.label !== label);
}

function isInHead({ node }: Piece): boolean {
  return node.nodeType === Node.TEXT_NODE && closest(drawnParentOf(node) as Element, 'th') !== null;
}

function isBareLabel(piece: Piece | undefined): boolean {
  const label = piece && !piece.isLabel ? labelAt(piece.text, false) : null;
  return label !== null && label.kind !== 'other' && label.rest === '';
}

type Values = { readonly first: readonly Chunk[]; readonly claimed: readonly Chunk[] };

/** The value over its caption: `<span>Reed<em>Family name</em></span>`, a box of these two alone. */
function over(chunks: readonly Chunk[], index: number): Values | null {
  const [before, value, label, next] = [chunks[index - 2], chunks[index - 1], chunks[index], chunks[index + 1]];
  if (!value || value.label !== null || !label || !isNameKind(label.label)) return null;
  const caption = label.piece.node.nodeType === Node.TEXT_NODE ? drawnParentOf(label.piece.node) : null;
  const box = caption && drawnParentOf(caption);
  if (!caption || !box || !isInside(value.piece.node, box) || isInside(value.piece.node, caption)) return null;
  const isAlone = [before, next].every((one) => !one || !isInside(one.piece.node, box));
  return isAlone ? { first: [value], claimed: [value] } : null;
}

/** The value that follows a label: the rest of its line, or the next line, and what stands in the same box with it. */
function after(chunks: readonly Chunk[], index: number): Values {
  const label = chunks[index] as Chunk;
  const following: Chunk[] = [];
  for (const chunk of chunks.slice(index + 1)) {
    if (chunk.label !== null) break;
    if (label.label === 'nhsNumber' && isStatus(chunk.text)) continue;
    following.push(chunk);
  }
  const [start] = following;
  if (!start) return { first: [], claimed: [] };
  const box = branchWithout(start.piece.node, label.piece.node);
  const claimed = following.filter(
    ({ piece }) => piece.line === start.piece.line || (box !== null && isInside(piece.node, box)),
  );
  const first = claimed.filter(({ piece, text }) => piece.line === start.piece.line || isDigits(text));
  return { first, claimed };
}

/** The largest element around one node that does not hold the other. */
function branchWithout(node: Node, other: Node): Element | null {
  const around = new Set<Node>();
  for (let at: Node | null = other; at !== null; at = drawnParentOf(at)) around.add(at);
  let box: Element | null = null;
  for (let at = drawnParentOf(node); at !== null && !around.has(at); at = drawnParentOf(at)) box = at;
  return box;
}

function isDigits(text: string): boolean {
  return /^[\d .-]+$/.test(text);
}

/** Labels that follow each other, before any value: the first row of a grid, with the values below. */
function isInHeaderRow(chunks: readonly Chunk[], index: number): boolean {
  let start = index;
  while (chunks[start - 1]?.label != null) start -= 1;
  let end = index;
  while (chunks[end + 1]?.label != null) end += 1;
  if (end - start < 1) return false;
  const [first, last] = [chunks[start], chunks[end]];
  if (!first || !last) return false;
  const [one, other] = [boxOfPiece(first.piece), boxOfPiece(last.piece)];
  return one.left < other.left && Math.abs(one.top - other.top) < Math.max(one.height, other.height);
}

function below(label: Chunk, chunks: readonly Chunk[]): Values {
  const head = boxOfPiece(label.piece);
  const under = chunks
    .filter((chunk) => chunk.label === null)
    .map((chunk) => ({ chunk, box: boxOfPiece(chunk.piece) }))
    .filter(({ box }) => box.top >= head.bottom - 2 && box.left < head.right && box.right > head.left)
    .sort((one, other) => one.box.top - other.box.top);
  const [nearest] = under;
  const people = new Set(under.flatMap(({ chunk }) => (NUMBER.test(chunk.text) ? [chunk.text] : [])));
  // The head of a column in a list of people.
  if (!nearest || people.size > 1) return { first: [], claimed: under.map(({ chunk }) => chunk) };
  const first = under.filter(({ box }) => Math.abs(box.top - nearest.box.top) < 4).map(({ chunk }) => chunk);
  return { first, claimed: first };
}

function boxOfPiece({ node }: Piece): DOMRect {
  const element = node.nodeType === Node.TEXT_NODE ? drawnParentOf(node) : (node as Element);
  return element ? boxOf(element) : new DOMRect();
}

/** “NHS” alone is the label of a number only if one follows; else it is a logo. */
function isReal({ kind, label, values }: Field): boolean {
  return kind !== 'nhsNumber' || !/^NHS$/i.test(label.text) || /^\d/.test(values[0]?.text ?? '');
}

/** The texts of pieces, one after another; elements in one line with nothing between them are one word. */
export function chunkTexts(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}

/** What stands beside or below a label that an adapter names, once for each such label. */
export function labelledTexts(pieces: readonly Piece[], label: string): string[] {
  return pieces.flatMap((piece, at) => {
    const value = piecesAfter(pieces, at, label);
    const own = value.includes(piece) ? piece.text.slice(label.length).replace(/^[\s:.]+/, '') : chunkTexts(value);
    return value.length > 0 ? [own] : [];
  });
}

/** The pieces such a label is followed by; the label's own, where the value stands in the same text. */
export function labelledPieces(pieces: readonly Piece[], label: string): Piece[] {
  return pieces.flatMap((_, at) => piecesAfter(pieces, at, label));
}

function piecesAfter(pieces: readonly Piece[], at: number, label: string): Piece[] {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  const [wanted, text] = [bare(label), bare(piece?.text ?? '')];
  if (text === wanted) return pieces.slice(at + 1).filter((one) => one.line === next?.line);
  return piece && text.startsWith(wanted) && /^[\s.:]/.test(text.slice(wanted.length)) ? [piece] : [];
}

function bare(label: string): string {
  return label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim();
}
