import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelledPerson } from '../../../browser/corpus/cases.ts';
import { type Claim, claimIn, isClaimable, isMixture, isPerson, judge } from '../../../browser/corpus/judge.ts';
import { answer, margaret, margaretClaimed, patrick, patrickClaimed, sidebar } from './corpus-people.ts';

describe('claimIn', () => {
  const parts = { 'nhs-number': '999 104 5120', name: 'REED, Margaret Ann (Mrs)', born: '14-Jul-1938 (88y)' };

  test('reads number, name and birth date word for word', () => {
    expect(claimIn(sidebar(parts))).toEqual({
      nhsNumber: '9991045120',
      name: 'REED, Margaret Ann (Mrs)',
      birthDate: '1938-07-14',
    });
  });

  test('no sidebar, and one that names nobody, claim nobody', () => {
    expect(claimIn(null)).toBeNull();
    expect(claimIn(sidebar({}, 'noPatient'))).toBeNull();
    expect(claimIn(sidebar({ 'nhs-number': '—', name: 'REED' }))).toBeNull();
  });

  test('a claim is one in whatever state the sidebar is', () => {
    for (const view of ['plan', 'looking', 'couldNotCheck', 'differs']) {
      expect(claimIn(sidebar(parts, view))?.nhsNumber).toBe('9991045120');
    }
  });

  test('where it asks for the birth date it claims none, and where it has no name an empty one', () => {
    expect(claimIn(sidebar({ ...parts, born: 'Not shown on this page' }))?.birthDate).toBeNull();
    expect(claimIn(sidebar({ 'nhs-number': '999 104 5120' }))).toEqual({
      nhsNumber: '9991045120',
      name: '',
      birthDate: null,
    });
  });

  test.each('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((month, at) => [month, at + 1] as const))(
    '%s is month %i',
    (month, number) => {
      const iso = `2001-${String(number).padStart(2, '0')}-09`;
      expect(claimIn(sidebar({ ...parts, born: `09-${month}-2001 (25y)` }))?.birthDate).toBe(iso);
    },
  );
});

const claimed = (name: string, changes: Partial<Claim> = {}): Claim => ({ ...margaretClaimed, name, ...changes });
const labelled = (name: string): LabelledPerson => ({ nhsNumber: margaret.nhsNumber, name });
const inParts = (familyName: string, givenName: string): LabelledPerson => ({
  nhsNumber: margaret.nhsNumber,
  familyName,
  givenName,
});

describe('isPerson', () => {
  test.each<[string, string, LabelledPerson]>([
    ['family and given names', 'REED, Margaret Ann', inParts('Reed', 'Margaret Ann')],
    ['the name as shown, family name first', 'REED, Margaret Ann', labelled('REED, Margaret Ann')],
    ['the name as spoken', 'REED, Margaret Ann', labelled('Margaret Ann Reed')],
    ['a family name in capitals', 'LEACH, Kevin', labelled('MR Kevin LEACH')],
    ['a family name in capitals first', 'WÓJCIK, Zbigniew Jan', labelled('WÓJCIK Zbigniew Jan')],
    ['two family names in capitals', 'GARCIA LOPEZ, Ana', labelled('Ana GARCIA LOPEZ')],
    ['a title on the sidebar', 'REED, Margaret (Mrs)', inParts('Reed', 'Margaret')],
    ['a title in the label', 'REED, Margaret', labelled('Mrs Margaret Reed')],
    ['two titles', 'REED, Margaret (Mrs)', labelled('Dr Margaret Reed')],
    ['small letters', 'reed, margaret', inParts('REED', 'MARGARET')],
    ['typographic and typed apostrophes', 'O’NEILL, Mary', inParts("O'Neill", 'Mary')],
    ['an acute accent for an apostrophe', 'O´NEILL, Mary', inParts('O’Neill', 'Mary')],
    ['a backtick for an apostrophe', 'O`Neill, Mary', labelled('Mary O‘Neill')],
    ['a hyphen that does not break', 'WHITCOMBE‑HARGREAVES, Joan', inParts('Whitcombe-Hargreaves', 'Joan')],
    ['a dash for a hyphen', 'Prys–Jones, Siân', labelled('Siân Prys‐Jones')],
    ['accents taken apart', 'WO\u0301JCIK, Zofia', inParts('Wójcik', 'Zofia')],
    ['accents taken apart in the label', 'NGUYỄN, Thu', labelled('Thu Nguyễn'.normalize('NFD'))],
    ['spaces of other kinds, and around', ' VAN\u00a0DER BERG ,  Jan ', inParts('van der  Berg', ' Jan\n')],
    ['a family name alone', 'REED', inParts('Reed', '')],
    [
      'either of two ways in which the label writes it',
      'TAN, Wei Ling',
      { ...inParts('Tan', 'Wei Ling'), name: 'Wei Ling' },
    ],
    ['no name on the page and none in the label', 'No name on this page', { nhsNumber: margaret.nhsNumber }],
  ])('%s', (_name, name, person) => {
    expect(isPerson(claimed(name), person)).toBe(true);
  });

  test.each<[string, string, LabelledPerson]>([
    ['a family name alike', 'LEECH, Kevin', labelled('MR Kevin LEACH')],
    ['another given name', 'REED, Joan', inParts('Reed', 'Margaret')],
    ['a given name less', 'REED, Margaret', inParts('Reed', 'Margaret Ann')],
    ['a given name more', 'REED, Margaret Ann', labelled('Mrs Margaret Reed')],
    ['names the other way round', 'MARGARET, Reed', inParts('Reed', 'Margaret')],
    ['an accent less', 'WOJCIK, Zofia', inParts('Wójcik', 'Zofia')],
    ['an apostrophe less', 'ONEILL, Mary', inParts('O’Neill', 'Mary')],
    ['a space for a hyphen', 'PRYS JONES, Siân', inParts('Prys-Jones', 'Siân')],
    ['a letter that looks the same', 'RЕED, Margaret', inParts('Reed', 'Margaret')],
    ['no name at all', 'No name on this page', inParts('Reed', 'Margaret')],
    ['a name where the label has none', 'REED, Margaret', { nhsNumber: margaret.nhsNumber }],
  ])('not the same: %s', (_name, name, person) => {
    expect(isPerson(claimed(name), person)).toBe(false);
  });

  test('the number must be the same, and the birth date where both have one', () => {
    expect(isPerson(margaretClaimed, margaret)).toBe(true);
    expect(isPerson({ ...margaretClaimed, nhsNumber: '9992607939' }, margaret)).toBe(false);
    expect(isPerson({ ...margaretClaimed, birthDate: '1938-07-15' }, margaret)).toBe(false);
    expect(isPerson({ ...margaretClaimed, birthDate: null }, margaret)).toBe(true);
    expect(isPerson(margaretClaimed, inParts('Reed', 'Margaret Ann'))).toBe(true);
  });
});

describe('judge and isClaimable', () => {
  const other = { ...margaret, givenName: 'Margaret' };

  test.each([
    ['who is expected', margaretClaimed, answer(margaret), 'right'],
    ['nobody, and nobody is', null, answer(null), 'right'],
    ['nobody although somebody is', null, answer(margaret), 'miss'],
    ['somebody although nobody is', margaretClaimed, answer(null), 'wrong'],
    ['somebody else', patrickClaimed, answer(margaret), 'wrong'],
    ['nobody where that is acceptable', null, answer(margaret, null), 'right'],
    ['somebody who is acceptable', margaretClaimed, answer(null, margaret), 'right'],
    ['the second who is acceptable', margaretClaimed, answer(patrick, other, margaret), 'right'],
    ['nobody where only others are acceptable', null, answer(patrick, margaret), 'miss'],
    ['somebody else where nobody is acceptable', patrickClaimed, answer(margaret, null), 'wrong'],
  ] as const)('claims %s', (_name, claim, expected, verdict) => {
    expect(judge(claim, expected)).toBe(verdict);
  });

  test('one must be claimed only where somebody is expected and nobody would be wrong', () => {
    expect(isClaimable(answer(margaret))).toBe(true);
    expect(isClaimable(answer(margaret, patrick))).toBe(true);
    expect(isClaimable(answer(margaret, null))).toBe(false);
    expect(isClaimable(answer(null))).toBe(false);
    expect(isClaimable(answer(null, margaret))).toBe(false);
  });
});

describe('isMixture', () => {
  const people = [margaret, patrick];

  test('nobody of the case as a whole is a mixture, with or without a birth date', () => {
    for (const claim of [margaretClaimed, patrickClaimed, { ...margaretClaimed, birthDate: null }]) {
      expect(isMixture(claim, people)).toBe(false);
    }
  });

  test('a stranger to the case is wrong, and no mixture', () => {
    const stranger = { nhsNumber: '9990000018', name: 'START, Page', birthDate: '1950-01-01' };
    expect(isMixture(stranger, people)).toBe(false);
    expect(isMixture({ ...stranger, birthDate: null }, [...people, inParts('Hill', 'Joan')])).toBe(false);
    expect(isMixture(margaretClaimed, [])).toBe(false);
  });

  test('any one part of somebody with anything else beside it is a mixture', () => {
    const parts = fc.record({
      nhsNumber: fc.constantFrom(margaretClaimed.nhsNumber, patrickClaimed.nhsNumber, '9990000018'),
      name: fc.constantFrom(margaretClaimed.name, 'Mrs Margaret Ann REED', patrickClaimed.name, 'START, Page'),
      birthDate: fc.constantFrom(margaretClaimed.birthDate, patrickClaimed.birthDate, '1950-01-01', null),
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (claim, reversed) => {
        // 0: Margaret, 1: Patrick, 2: a stranger; no birth date is anybody's.
        const owners = [
          [margaretClaimed.nhsNumber, patrickClaimed.nhsNumber].indexOf(claim.nhsNumber),
          claim.name.includes('REED') ? 0 : claim.name.includes('DOYLE') ? 1 : -1,
          ...(claim.birthDate === null ? [] : [[margaret.dob, patrick.dob].indexOf(claim.birthDate)]),
        ];
        const ofOne = owners.every((owner) => owner === owners[0]);
        expect(isMixture(claim, reversed ? people.toReversed() : people)).toBe(!ofOne);
      }),
      { numRuns: 1000 },
    );
  });
});
