import { foldedWords } from '../../patient/names.ts';

/** Telephone numbers as people write them: ten digits and more, with whatever stands between. */
const PHONE = /(?:\+ ?\d|\b0)[\d\u00a0 ().-]{8,}\d/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/**
 * A text as words to compare: folded (case, accents, punctuation), numbers as numbers (`2.50` is `2.5`, and neither is
 * `25`), a number apart from its unit, and a telephone number as one word, however it is spaced or begun.
 */
export function textWords(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(PHONE, phone).replace(NUMBER, number);
  return foldedWords(plain.replace(/[^\p{L}\p{M}\p{N}'’\u00b7]+/gu, ' ')).flatMap(
    (word) => word.match(/[\p{N}\u00b7]+|[^\p{N}\u00b7]+/gu) ?? [],
  );
}

function phone(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^(?:00)?44(?=[1-9])/, '0');
  return digits.length >= 10 && digits.length <= 15 ? ` tel${digits.replace(/./g, letterOf)} ` : written;
}

/** A telephone number is a word, so that nothing takes it for an amount. */
function letterOf(digit: string): string {
  return 'abcdefghij'.charAt(Number(digit));
}

/** `2.50` → `2.5`, with a dot that no folding takes away. A comma before three digits divides thousands. */
function number(written: string): string {
  const value = Number(written.replace(/,(?=\d{3}(?:\D|$))/g, '').replaceAll(',', '.'));
  return Number.isNaN(value) ? written : ` ${String(value).replace('.', '\u00b7')} `;
}

/** Words that carry no meaning by themselves. */
const STOP: ReadonlySet<string> = new Set(
  'a an and as at be by for from her his in is it my of on or our the their to was with'.split(' '),
);

/** The words of a text that carry its meaning; all of them where there are no such. */
export function tellingWords(text: string): readonly string[] {
  const all = textWords(text);
  const some = all.filter((word) => !STOP.has(word));
  return some.length > 0 ? some : all;
}

/** Whether a word carries no meaning by itself. */
export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

const UNITS: Readonly<Record<string, string>> = {
  mg: 'mg',
  milligram: 'mg',
  milligrams: 'mg',
  g: 'g',
  gram: 'g',
  grams: 'g',
  mcg: 'microgram',
  microgram: 'microgram',
  micrograms: 'microgram',
  ml: 'ml',
  millilitre: 'ml',
  millilitres: 'ml',
  unit: 'unit',
  units: 'unit',
  litre: 'l',
  litres: 'l',
};

/** Every amount with its unit: `2.5 to 5 mg` is two. */
export function amountsIn(words: readonly string[]): ReadonlySet<string> {
  const amounts = new Set<string>();
  words.forEach((word, at) => {
    const unit = UNITS[word];
    if (!unit) return;
    const [before = '', between = '', first = ''] = [words[at - 1], words[at - 2], words[at - 3]];
    if (isNumber(before)) amounts.add(`${before} ${unit}`);
    if (isNumber(before) && between === 'to' && isNumber(first)) amounts.add(`${first} ${unit}`);
    if (isNumber(before) && isNumber(between)) amounts.add(`${between} ${unit}`);
  });
  return amounts;
}

function isNumber(word: string): boolean {
  return /^[\p{N}\u00b7]+$/u.test(word);
}
