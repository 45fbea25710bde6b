import { expect, test } from 'vitest';
import { fhirStrings, isWellFormed } from './fhir-document-checks.ts';

test('finds strings under a key, however deep', () => {
  const value = { reference: 'a', list: [{ reference: 'b' }, { other: 'c', inner: { reference: 'd' } }] };
  expect(fhirStrings(value, 'reference')).toEqual(['a', 'b', 'd']);
});

test.each([
  ['<div><p>a &amp; b</p></div>', true],
  ['<div><p>a & b</p></div>', false],
  ['<div><p>a</div></p>', false],
  ['<div><p>a</p>', false],
  ['<div><p>a < b</p></div>', false],
  ['<div><script src=x>a</script></div>', false],
])('%s well-formed: %s', (xhtml, expected) => {
  expect(isWellFormed(xhtml)).toBe(expected);
});
