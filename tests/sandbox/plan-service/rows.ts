import type { SQLOutputValue } from 'node:sqlite';

/** One row of a table, by column. */
export type Row = Record<string, SQLOutputValue>;

/** What a column holds as JSON; `undefined` where there is no row. */
export function parsed<T>(row: Row | undefined, column: string): T | undefined {
  const text = row?.[column];
  return typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
}
