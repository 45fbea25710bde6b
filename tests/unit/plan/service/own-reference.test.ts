import { expect, test } from 'vitest';
import { ownReference } from '../../../../utils/plan/service/own-reference.ts';
import { BASE } from './asking.ts';

test.each([
  ['Flag/1', { type: 'Flag', id: '1' }],
  [`${BASE}/Flag/a.b-c`, { type: 'Flag', id: 'a.b-c' }],
  ['Flag/1/_history/2', { type: 'Flag', id: '1', version: '2' }],
])('%s is the service’s own', (reference, expected) => {
  expect(ownReference(reference, BASE)).toEqual(expected);
});

test.each([
  '',
  '#flag',
  'Flag',
  'Flag/',
  'Flag/.',
  'Flag/..',
  'Flag/1/..',
  'Flag/1?x=y',
  'Flag?identifier=1',
  'flag/1',
  'urn:uuid:1',
  `Flag/${'x'.repeat(65)}`,
  'https://elsewhere.example/fhir/Flag/1',
  `${BASE}x/Flag/1`,
  `${BASE}/../Flag/1`,
])('“%s” is not', (reference) => expect(ownReference(reference, BASE)).toBeUndefined());
