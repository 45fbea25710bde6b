/**
 * Patterns with classes of Unicode (`\p{L}`, and worse with the flag `i`) take a browser ten milliseconds each to
 * learn, in every page anew. They are written over plain text instead: a text with a stand-in for each character
 * beyond ASCII that such a class could name, and otherwise as it was. It is as long as the text, place by place, so
 * that what is found in it is cut from the text itself.
 */
const [UPPER_STAND_IN, LOWER_STAND_IN, LETTER_STAND_IN] = ['\x01', '\x02', '\x03'];
const [MARK_STAND_IN, FORMAT_STAND_IN, NUMBER_STAND_IN, CONTROL_STAND_IN] = ['\x04', '\x05', '\x06', '\x07'];

const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/\p{Lu}/u, UPPER_STAND_IN],
  [/\p{Ll}/u, LOWER_STAND_IN],
  [/\p{L}/u, LETTER_STAND_IN],
  [/\p{M}/u, MARK_STAND_IN],
  [/\p{Cf}/u, FORMAT_STAND_IN],
  [/\p{N}/u, NUMBER_STAND_IN],
  // Nobody else may write a stand-in.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  [/[\x00-\x08\x0e-\x1f]/, CONTROL_STAND_IN],
];

/** A letter to Unicode, an apostrophe to whoever writes O’Brien with it: it stands as it is. */
const APOSTROPHE = 'ʼ';

/** To be put into a class of a pattern over plain text: `\p{Lu}`, `\p{Ll}`, `\p{L}`, `\p{M}`, `\p{Cf}` and `\p{N}`. */
export const UPPER = 'A-Z\\x01';
export const LOWER = 'a-z\\x02';
export const LETTER = `A-Za-z\\x01-\\x03${APOSTROPHE}`;
export const MARK = '\\x04';
export const FORMAT = '\\x05';
export const NUMBER = '0-9\\x06';

const ASCII = /^[\t-\r -~]*$/;

/** Plain text, as long as `text`. */
export function plain(text: string): string {
  if (ASCII.test(text)) return text;
  return Array.from(text, plainCharacter).join('');
}

function plainCharacter(character: string): string {
  if (ASCII.test(character) || character === APOSTROPHE) return character;
  const standIn = STAND_INS.find(([pattern]) => pattern.test(character))?.[1];
  return standIn?.repeat(character.length) ?? character;
}

const A_LETTER = new RegExp(`[${LETTER}]`);

export function hasLetter(text: string): boolean {
  return A_LETTER.test(plain(text));
}
