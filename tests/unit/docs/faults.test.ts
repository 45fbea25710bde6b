import { expect, it } from 'vitest';
import { readSource } from '../../architecture/source-files.ts';
import { CLASSES } from '../../faults/classes.ts';

const ROW = /^\| `([\w-]+)` \| [^|]+ \| ([\d,]+) \| ([\d,]+) \|$/gm;

it('every class of faults is told, with how many cases it has', () => {
  const number = (text = '') => Number(text.replaceAll(',', ''));
  const told = [...readSource('docs/faults.md').matchAll(ROW)].map(([, name, usual, slice]) => {
    return { name, usual: number(usual), slice: number(slice) };
  });
  const byName = (one: { readonly name?: string | undefined }) => one.name ?? '';
  const are = CLASSES.map(({ name, usual, slice }) => ({ name, usual, slice }));
  expect(told).toEqual(are.sort((one, other) => byName(one).localeCompare(byName(other))));
});
