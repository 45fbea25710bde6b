import { expect, test } from 'vitest';
import { besideText } from '../../../../utils/plan/reader/against-text.ts';

test('S11: a text of a megabyte is laid beside the entries like any other', () => {
  const long = 'Not for CPR. '.repeat(80_000);
  expect(besideText([long], [{ name: ['Morphine'] }], [], false)).toEqual({ narrative: [long], contradicts: true });
});
