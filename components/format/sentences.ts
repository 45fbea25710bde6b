/** A name in the middle of a sentence, as it stands at the start of one. */
export function capitalised(words: string): string {
  const [first = '', ...others] = words;
  return first.toUpperCase() + others.join('');
}

/** A label in the middle of a line, as in `Care: not recorded`. */
export function lowered(words: string): string {
  const [first = '', ...others] = words;
  return first.toLowerCase() + others.join('');
}

/** A sentence to which more is added. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
