import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMAT, hasLetter, LETTER, LOWER, MARK, NUMBER, plain, UPPER } from '../../../utils/patient/plain.ts';

/** What a class over plain text stands for. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  [UPPER, /^(?:[A-Z]|(?![\0-\x7f])\p{Lu})$/u],
  [LOWER, /^(?:[a-z]|(?![\0-\x7f])\p{Ll})$/u],
  [LETTER, /^\p{L}$/u],
  [MARK, /^\p{M}$/u],
  [FORMAT, /^\p{Cf}$/u],
  [NUMBER, /^\p{N}$/u],
];
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(...'Aaé́ÉʼʰǅßŁ٤½²ªא王'),
);

test('what a pattern finds in plain text is cut from the text itself: both are as long, place by place', () => {
  fc.assert(
    fc.property(fc.array(character), (characters) => {
      const text = characters.join('');
      expect(plain(text).length).toBe(text.length);
      expect(plain(text)).toBe(Array.from(text, plain).join(''));
    }),
  );
});

test('a class over plain text names what the class of Unicode names', () => {
  fc.assert(
    fc.property(character, (one) => {
      for (const [written, unicode] of CLASSES)
        expect([one, written, new RegExp(`^[${written}]+$`).test(plain(one))]).toEqual([
          one,
          written,
          unicode.test(one),
        ]);
      expect(hasLetter(one)).toBe(/\p{L}/u.test(one));
    }),
    { numRuns: 2_000 },
  );
});

test('nobody writes a stand-in', () => {
  for (let code = 0; code < 0x20; code += 1) {
    const own = String.fromCharCode(code);
    expect([code, plain(own)]).toEqual([code, /\s/.test(own) ? own : '\x07']);
  }
});

test('what could name nobody stays as it is, white space and apostrophes among it', () => {
  expect(plain('NHS No.：999 104 5120\u00a0✓ O’Brien OʼBrien')).toBe('NHS No.：999 104 5120\u00a0✓ O’Brien OʼBrien');
});
