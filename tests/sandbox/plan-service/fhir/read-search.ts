import { withCheckDigit } from '../../people/nhs-number.ts';
import type { Offers } from '../offers.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import type { Paging } from './paging.ts';
import { parameterNames, REPEATABLE, type SearchedType } from './searches.ts';
import type { FhirContext } from './surroundings.ts';
import { NHS_NUMBER_SYSTEM } from './write-patient.ts';

export type SearchValues = ReadonlyMap<string, string>;

async function pairsOf(c: FhirContext): Promise<[string, string][]> {
  const query = [...new URL(c.req.url).searchParams];
  if (c.req.method !== 'POST') return query;
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new Refusal(415, 'not-supported', 'A search is posted as application/x-www-form-urlencoded');
  }
  return [...query, ...new URLSearchParams(await c.req.text())];
}

/**
 * The parameters of a search, from the query and from a posted form; one that was repeated has its values with commas
 * between.
 *
 * @throws Refusal 400 for a parameter that is unknown, repeated or empty; 415 for a body that is no form
 */
export async function readSearch(
  c: FhirContext,
  type: SearchedType,
  offers: Offers = 'operation',
): Promise<SearchValues> {
  const known = parameterNames(type, offers);
  const values = new Map<string, string>();
  for (const [name, value] of await pairsOf(c)) {
    if (!known.includes(name)) throw notUnderstood('not-supported', `Unknown search parameter for ${type}`);
    const before = values.get(name);
    if (before !== undefined && !REPEATABLE.includes(name)) {
      throw notUnderstood('not-supported', `${name} may be given once`);
    }
    if (value.trim() === '') throw notUnderstood('value', `${name} is empty`);
    values.set(name, before === undefined ? value.trim() : `${before},${value.trim()}`);
  }
  return values;
}

/** The value of a parameter that must be there. */
export function required(values: SearchValues, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw notUnderstood('required', `${name} is missing`);
  return value;
}

/** `system|value`, with the one system that is understood here. */
export function identifierIn(values: SearchValues, name: string, system: string): string {
  const [prefix, value, ...rest] = required(values, name).split('|');
  if (prefix !== system || value === undefined || value === '' || rest.length > 0) {
    throw notUnderstood('value', `${name} must be ${system}|value`);
  }
  return value;
}

/** Each of several, with commas between. */
export function nhsNumbersIn(values: SearchValues, name: string): readonly string[] {
  return required(values, name)
    .split(',')
    .map((value) => nhsNumberIn(new Map([[name, value]]), name));
}

/** Ten digits that pass modulus 11. */
export function nhsNumberIn(values: SearchValues, name: string): string {
  const value = identifierIn(values, name, NHS_NUMBER_SYSTEM);
  if (!/^\d{10}$/.test(value) || withCheckDigit(value.slice(0, 9)) !== value) {
    throw notUnderstood('value', `${name} is not a valid NHS number`);
  }
  return value;
}

/** Comma-separated `system|code` tokens; any of them will do. `undefined` where the parameter is not given. */
export function tokensIn(values: SearchValues, name: string): readonly string[] | undefined {
  const tokens = values.get(name)?.split(',');
  if (tokens?.some((token) => !/^[^|\s]+\|[^|\s]+$/.test(token))) {
    throw notUnderstood('value', `${name} must be system|code`);
  }
  return tokens;
}

/** How many results a page has; no more than the longest, which FHIR allows a server to decide. */
export function countIn(values: SearchValues, { longest }: Pick<Paging, 'longest'>): number {
  const count = values.get('_count') ?? '20';
  if (!/^\d{1,6}$/.test(count)) throw notUnderstood('value', '_count must be a whole number');
  return Math.min(Number(count), longest);
}

/** Whether the number of results is told: always, unless `_total=none` asks not to. */
export function totalIn(values: SearchValues): boolean {
  const total = values.get('_total') ?? 'accurate';
  if (!['none', 'estimate', 'accurate'].includes(total)) {
    throw notUnderstood('value', '_total must be none, estimate or accurate');
  }
  return total !== 'none';
}
