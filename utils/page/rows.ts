import { oneLine } from '../patient/one-line.ts';
import {
  attributeOf,
  childCountOf,
  closest,
  drawnParentOf,
  findAll,
  firstChildOf,
  isInside,
  matches,
  nameOf,
  textContentOf,
} from './dom.ts';
import { labelAt } from './labels.ts';

/** So many alike are a list, whatever they say. */
const CERTAINLY_A_LIST = 4;
const HIGHEST = 8;

/** Places that stand at the same spot in branches built alike, below one element. */
export type Alike = { readonly members: Set<Element>; readonly branches: Set<Element>; readonly parent: Element };

export type Rows = {
  /** Surely rows of a list. */
  readonly rows: ReadonlySet<Element>;
  /** Two or three alike: a list only if they name different people. */
  readonly alike: readonly Alike[];
  readonly lists: readonly Alike[];
};

/** Which of many places are rows. Works on structure alone, so that a thousand of them cost no layout. */
export function rowsAmong(places: readonly Element[]): Rows {
  const groups = new Map<Element, Map<string, Alike>>();
  for (const place of places) {
    for (const { parent, path, branch } of wayUp(place)) {
      const below = groups.get(parent) ?? new Map<string, Alike>();
      groups.set(parent, below);
      const group = below.get(path) ?? { members: new Set(), branches: new Set(), parent };
      below.set(path, group);
      group.members.add(place);
      group.branches.add(branch);
    }
  }
  const all = [...groups.values()].flatMap((below) => [...below.values()]);
  const lists = all.filter(({ branches }) => branches.size >= CERTAINLY_A_LIST);
  const few = all.filter(({ branches }) => branches.size > 1 && branches.size < CERTAINLY_A_LIST);
  return {
    rows: new Set(lists.flatMap(({ members }) => [...members])),
    alike: few,
    lists,
  };
}

type Height = { readonly parent: Element; readonly branch: Element; readonly path: string };

/** The elements around a place, each with the branch that leads to it and the names along the way. */
function wayUp(place: Element): Height[] {
  const heights: Height[] = [];
  let path = '';
  let branch = place;
  for (let height = 0; height < HIGHEST; height += 1) {
    const parent = drawnParentOf(branch);
    if (!parent || nameOf(parent) === 'body') break;
    path += `>${nameOf(branch)}`;
    heights.push({ parent, branch, path });
    branch = parent;
  }
  return heights;
}

/** What was once a list of people stays one when a filter leaves a single row of it. */
export type ListMemory = {
  readonly keep: (list: Alike) => void;
  /** Whether a place stands where rows of such a list stood, in a branch built and classed like theirs. */
  readonly isRow: (place: Element) => boolean;
};

export function listMemory(): ListMemory {
  const known = new WeakMap<Element, Set<string>>();
  const shape = ({ path, branch }: Height) => `${path} ${attributeOf(branch, 'class') ?? ''}`;
  return {
    keep({ parent, members }) {
      const shapes = known.get(parent) ?? new Set();
      known.set(parent, shapes);
      for (const place of members) {
        for (const height of wayUp(place)) if (height.parent === parent) shapes.add(shape(height));
      }
    },
    isRow: (place) => wayUp(place).some((height) => known.get(height.parent)?.has(shape(height)) ?? false),
  };
}

/**
 * Whether a place stands in a table of people, also with one row.
 *
 * @param known tables that were asked before
 */
export function isInTableOfPeople(place: Element, known: Map<Element, boolean>): boolean {
  const table = closest(place, 'table, [role="table"], [role="grid"], [role="treegrid"]');
  if (!table) return false;
  const is = known.get(table) ?? isTableOfPeople(table);
  known.set(table, is);
  return is;
}

/**
 * Whether a table lists: its columns are named in a row of their own. A table that names the value in each row (`th`
 * beside `td`) does not.
 */
export function isTableOfPeople(table: Element): boolean {
  const rows = findAll(table, 'tr, [role="row"]').slice(0, 8);
  return rows.some(isRowOfHeads) || rows.some((row, at) => isRowOfLabels(row, rows.slice(at + 1)));
}

const CELLS = ':scope > th, :scope > td, :scope > [role="columnheader"], :scope > [role="cell"]';
const FEWEST_BELOW = 2;
const DEEPEST_CELL = 4;
const LONGEST_LABEL = 60;

/** Old tables name their columns in plain cells: a list, where rows of as many cells follow. */
function isRowOfLabels(row: Element, below: readonly Element[]): boolean {
  const cells = findAll(row, CELLS);
  if (cells.length < 3) return false;
  const texts = cells.map(shortTextIn);
  if (texts.some((text) => text === null || /\d{3}/.test(text))) return false;
  const known = texts
    .map((text) => labelAt(text ?? '', true))
    .filter((label) => label?.rest === '' && label.kind !== 'other');
  return (
    known.length > 1 &&
    known.some((label) => label?.kind === 'nhsNumber') &&
    below.filter((one) => findAll(one, CELLS).length === cells.length).length >= FEWEST_BELOW
  );
}

/** The text of a cell that holds little else; `null`: it holds more, and reading it would take long. */
function shortTextIn(cell: Element): string | null {
  let at: Element | undefined = cell;
  for (let depth = 0; at && depth < DEEPEST_CELL; depth += 1) {
    const children = childCountOf(at);
    if (children > 1) return null;
    if (children === 0) {
      const text = textContentOf(at) ?? '';
      return text.length < LONGEST_LABEL ? oneLine(text) : null;
    }
    at = findAll(at, ':scope > *')[0];
  }
  return null;
}

/** Whether a value stands in a row of a grid, and its label in another place: the head of a column. */
export function isInColumn(value: Node, label: Node): boolean {
  const element = value.nodeType === Node.ELEMENT_NODE ? (value as Element) : drawnParentOf(value);
  const row = element && closest(element, '[role="row"], [role="gridcell"], tr');
  if (!row || isInside(label, row)) return false;
  const table = closest(row, 'table');
  return nameOf(row) !== 'tr' || table === null || !isInside(label, table);
}

function isRowOfHeads(row: Element): boolean {
  const cells = findAll(row, CELLS);
  const isHead = (cell: Element) =>
    matches(cell, 'th:not([scope="row"]), [role="columnheader"]') || firstChildOf(cell) === null;
  return cells.length >= 3 && cells.every(isHead);
}
