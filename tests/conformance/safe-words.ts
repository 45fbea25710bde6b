/** What must never be printed or written. */
export type Secrets = {
  readonly nhsNumber: string;
  readonly birthDate: string | null;
  readonly token: string | null;
};

const LEFT_OUT = '(left out: it named somebody)';

/**
 * The last guard before anything leaves (S7): reasons are made of words of ours, and one that holds the NHS number, the
 * birth date or a token all the same is left out whole.
 */
export function safeWords(text: string, { nhsNumber, birthDate, token }: Secrets): string {
  const digits = text.replace(/[\s\u00a0.\-/|%]/g, '');
  const [year = '', month = '', day = ''] = (birthDate ?? '').split('-');
  const dates = birthDate ? [`${year}${month}${day}`, `${day}${month}${year}`] : [];
  const isNamed = [nhsNumber, ...dates].some((secret) => digits.includes(secret));
  return isNamed || (token && text.includes(token)) ? LEFT_OUT : text;
}

/** A name out of an answer, where it is short and made of letters: a field, a type, a code. */
export function plainName(name: unknown): string {
  return typeof name === 'string' && /^[A-Za-z$:_.-]{1,60}$/.test(name) ? name : 'another';
}
