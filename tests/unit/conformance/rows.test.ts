import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROW_GROUPS } from '../../conformance/rows.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { BENT_CASES } from './bent-cases.ts';
import { bend } from './bent-service.ts';
import { type Checked, check, idsOf, personWith, startChecked } from './checked-sandbox.ts';

let checked: Checked;
let person: Person;

beforeAll(async () => {
  checked = await startChecked('operation');
  person = personWith('twoCurrent', checked.sandbox);
});
afterAll(() => checked.sandbox.stop());
afterEach(() => vi.unstubAllGlobals());

describe('a service that', () => {
  it.each(BENT_CASES.map((one) => [one[0], one] as const))('%s', async (_name, [, change, fails, notOffered = []]) => {
    bend(change);
    const report = await check(checked, person);
    expect(idsOf(report, 'fail')).toEqual(fails);
    expect(idsOf(report, 'not offered')).toEqual(expect.arrayContaining([...notOffered]));
  });
});

it('the origin of keys that lie elsewhere is named, so that it can be entered', async () => {
  const elsewhere = BENT_CASES.find(([name]) => name === 'has its keys elsewhere');
  if (!elsewhere) throw new Error('No such case');
  bend(elsewhere[1]);
  const { rows } = await check(checked, person);
  expect(rows.find(({ id }) => id === 'endpoint-origins')?.reason).toContain('https://keys.example');
});

describe('the rows', () => {
  const rows = ROW_GROUPS.flatMap((group) => group.rows);

  it('have names of their own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  });

  it('each stand in docs/conformance.md, with what to do on a fail', () => {
    const page = readFileSync(new URL('../../../docs/conformance.md', import.meta.url), 'utf8');
    const cells = page.split('\n').flatMap((line) => line.split('|')[1]?.split('·') ?? []);
    const named = cells.map((cell) => cell.trim().replace(/^(as|by) /, 'Document $1 '));
    expect(rows.map(({ title }) => title).filter((title) => !named.includes(title))).toEqual([]);
  });
});
