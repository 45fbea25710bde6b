import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsInFamilyName, foldedWords, foldName } from '../../../utils/patient/names.ts';
import { NAME_STOCKS } from '../../sandbox/people/names.ts';
import { LOOK_ALIKES, NEAR_HOMONYMS } from './near-homonyms.ts';

const NAMES = [...new Set(NAME_STOCKS.flatMap(({ female, male, family }) => [...female, ...male, ...family]))];
const anyName = fc.constantFrom(...NAMES, ...NEAR_HOMONYMS.flat());
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(..." -'’´`.·ıİßẞςΣÆ"), fc.nat(0xd7ff).map(String.fromCodePoint)),
});

const alone = (familyName: string) => ({ familyName, givenNames: '' });
const agree = (one: string, other: string) => endsInFamilyName(alone(one), other);

/** Names a dictionary would file under different words: the letters of ICU, which share nothing with the product. */
const { compare } = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

/** All pairs of different names of the sandbox, and the near-homonyms. */
function differentPairs(): (readonly [string, string])[] {
  const pairs = NAMES.flatMap((one, at) => NAMES.slice(at + 1).map((other) => [one, other] as const));
  return [...pairs.filter(([one, other]) => compare(one, other) !== 0), ...NEAR_HOMONYMS];
}

/** A name with each of its letters in turn replaced by one that looks the same. */
function lookAlikes(name: string): string[] {
  const letters = [...name];
  return letters.flatMap((letter, at) => (LOOK_ALIKES[letter] ?? []).map((other) => letters.with(at, other).join('')));
}

describe('S1: different names', () => {
  const pairs = differentPairs();

  test('no two of the sandbox, and no near-homonyms, are ever equated, whichever way round', () => {
    expect(pairs.length).toBeGreaterThan(100_000);
    expect(pairs.filter(([one, other]) => foldName(one) === foldName(other))).toEqual([]);
    expect(pairs.filter(([one, other]) => agree(one, other) || agree(other, one))).toEqual([]);
  });

  test('near-homonyms stay apart in capitals, in small letters, without hyphens and taken apart into marks', () => {
    const spellings = (name: string) => [
      name.toUpperCase(),
      name.toLowerCase(),
      name.normalize('NFD'),
      name.replaceAll('-', ' '),
    ];
    const equated = NEAR_HOMONYMS.filter(([one, other]) =>
      spellings(one).some((a) => spellings(other).some((b) => agree(a, b) || agree(b, a))),
    );
    expect(equated).toEqual([]);
  });

  test('a letter of another alphabet is another letter, though nobody can see it', () => {
    const spellings = NAMES.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()]);
    const forged = spellings.flatMap((name) => lookAlikes(name).map((other) => [name, other] as const));
    expect(forged.length).toBeGreaterThan(5000);
    expect(forged.filter(([one, other]) => agree(one, other) || agree(other, one))).toEqual([]);
  });

  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const base = (letter: string | undefined) => letter?.normalize('NFD').charAt(0).toLowerCase();
  const placesOf = (name: string) => [...name].flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));

  test('one letter changed, left out, put in, or swapped with its neighbour is another name', () => {
    fc.assert(
      fc.property(anyName, fc.nat(99), fc.constantFrom(...letters), (name, which, letter) => {
        const [spelt, places] = [[...name], placesOf(name)];
        const at = places[which % places.length] ?? 0;
        const [here, next] = [spelt[at], spelt[at + 1]];
        const single = (one: string | undefined) => base(one) !== undefined && !/[ßæœøłđðþı]/i.test(one ?? '');
        const slips = [spelt.toSpliced(at, 1), spelt.toSpliced(at, 0, letter)];
        // A letter that is written with two, or in another way, may meet its like.
        if (single(here) && base(here) !== letter) slips.push(spelt.with(at, letter));
        const swaps = single(here) && single(next) && places.includes(at + 1) && base(here) !== base(next);
        if (swaps) slips.push(spelt.toSpliced(at, 2, next ?? '', here ?? ''));
        for (const slip of slips.map((one) => one.join(''))) {
          expect([name, slip, agree(name, slip), agree(slip, name)]).toEqual([name, slip, false, false]);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('folding', () => {
  test('is idempotent and symmetric for names and for any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, anyText), fc.oneof(anyName, anyText), (one, other) => {
        expect(foldName(foldName(one))).toBe(foldName(one));
        for (const word of foldedWords(one)) expect(foldedWords(word)).toEqual([word]);
        expect(agree(one, other)).toBe(agree(other, one));
        expect(agree(one, one)).toBe(foldName(one) !== '');
      }),
      { numRuns: 10_000 },
    );
  });

  test('takes every spelling of a name of the sandbox for that name, each way round', () => {
    const spellings = (name: string) => [
      name.toUpperCase(),
      name.toLowerCase(),
      name.normalize('NFD'),
      name.normalize('NFD').toUpperCase(),
      name.replace(/['’]/g, 'ʼ'),
      name.replace(/['’]/g, ''),
      name.replaceAll('-', '\u2011'),
      name.replaceAll('-', ' '),
      name.replaceAll(' ', '\u00a0'),
      name.replaceAll(' ', '-'),
      [...name].join('\u200b'),
      `\ufeff ${name} `,
      // The Turkish dotless ı is the capital I of everybody else, and accents are left out in many systems.
      name.replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, ''),
    ];
    const apart = NAMES.flatMap((name) =>
      spellings(name)
        .filter((other) => !agree(name, other) || !agree(other, name))
        .map((other) => [name, other]),
    );
    expect(apart).toEqual([]);
  });

  test('agreement is passed on: two spellings of one name are spellings of each other', () => {
    const many = Map.groupBy([...NAMES, ...NAMES.map((name) => name.toUpperCase())], foldName);
    for (const group of many.values()) {
      for (const one of group) expect(group.filter((other) => !agree(one, other))).toEqual([]);
    }
  });
});
