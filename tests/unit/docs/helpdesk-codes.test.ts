import { describe, expect, it } from 'vitest';
import { readSource } from '../../architecture/source-files.ts';
import { codesIn, codesInCode, codesOfPage } from '../../docs/helpdesk-codes.ts';

const inCode = codesInCode();
const inPage = codesOfPage(readSource('docs/helpdesk.md'));

describe('the codes for the helpdesk', () => {
  it('are found at all', () => {
    expect(inCode).toEqual(expect.arrayContaining(['AUD-KEY', 'PAGE-CHANGED', 'PLN-…', 'SET-UP-NONE', 'SIGN-IN-DOWN']));
    expect(inCode.length).toBeGreaterThan(80);
  });

  it('are all on the page for the helpdesk, each once, and no others', () => {
    expect(inPage.toSorted()).toEqual(inCode);
  });
});

it.each([
  ['in quotes', `refused('PLN-TOO-DEEP')`, ['PLN-TOO-DEEP']],
  ['in markup', '<HelpdeskCode code="SET-UP-NONE" />', ['SET-UP-NONE']],
  ['with a status', `failed(\`PLN-\${status}\`)`, ['PLN-…']],
  ['with the status of an answer', `failed(\`KEYS-\${answer.status}\`)`, ['KEYS-…']],
  ['but not in a comment', "// `AUD-KEY`, or 'AUD-KEY'", []],
  ['but not the name of an algorithm', `{ name: 'AES-GCM' }`, []],
])('a code is found %s', (_, source, codes) => {
  expect(codesIn(source)).toEqual(codes);
});

it('a row without a meaning, or without anything to do, documents nothing', () => {
  expect(codesOfPage('| `PLN-A` |  | Try |\n| `PLN-B` | It is | |\n| `PLN-C` `PLN-D` | It is | Try |')).toEqual([
    'PLN-C',
    'PLN-D',
  ]);
});
