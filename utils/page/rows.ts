import { closest, drawnParentOf, findAll, firstChildOf, matches, nameOf } from './dom.ts';

/** So many alike are a list, whatever they say. */
const CERTAINLY_A_LIST = 4;
const HIGHEST = 8;

/** Places that stand at the same spot in branches built alike, below one element. */
type Alike = { readonly members: Set<Element>; readonly branches: Set<Element> };

export type Rows = {
  /** Surely rows of a list. */
  readonly rows: ReadonlySet<Element>;
  /** Two or three alike: a list only if they name different people. */
  readonly alike: readonly (readonly Element[])[];
};

/** Which of many places are rows. Works on structure alone, so that a thousand of them cost no layout. */
export function rowsAmong(places: readonly Element[]): Rows {
  const groups = new Map<Element, Map<string, Alike>>();
  for (const place of places) {
    let path = '';
    let branch = place;
    for (let height = 0; height < HIGHEST; height += 1) {
      const parent = drawnParentOf(branch);
      if (!parent || nameOf(parent) === 'body') break;
      path += `>${nameOf(branch)}`;
      const below = groups.get(parent) ?? new Map<string, Alike>();
      groups.set(parent, below);
      const group = below.get(path) ?? { members: new Set(), branches: new Set() };
      below.set(path, group);
      group.members.add(place);
      group.branches.add(branch);
      branch = parent;
    }
  }
  const all = [...groups.values()].flatMap((below) => [...below.values()]);
  const lists = all.filter(({ branches }) => branches.size >= CERTAINLY_A_LIST);
  const few = all.filter(({ branches }) => branches.size > 1 && branches.size < CERTAINLY_A_LIST);
  return {
    rows: new Set(lists.flatMap(({ members }) => [...members])),
    alike: few.map(({ members }) => [...members]),
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
  return findAll(table, 'tr, [role="row"]').slice(0, 5).some(isRowOfHeads);
}

function isRowOfHeads(row: Element): boolean {
  const cells = findAll(row, ':scope > th, :scope > td, :scope > [role="columnheader"], :scope > [role="cell"]');
  const isHead = (cell: Element) =>
    matches(cell, 'th:not([scope="row"]), [role="columnheader"]') || firstChildOf(cell) === null;
  return cells.length >= 3 && cells.every(isHead);
}
