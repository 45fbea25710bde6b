/** What a telephone link may hold besides digits; an extension at the end is shown but not dialled. */
const ONE_NUMBER = /^(\+?[\d\s().-]+?)\s*(?:(?:ext\.?|extension|x)\s*\d+)?$/i;

/**
 * In: a telephone number as sent. Out: a `tel:` address, or `null` where the text is not plainly one number: two numbers
 * run together would ring a stranger.
 */
export function phoneLink(sent: string): string | null {
  const number = ONE_NUMBER.exec(sent.trim())?.[1];
  if (!number) return null;
  const international = number.startsWith('+');
  const digits = (international ? number.replace('(0)', '') : number).replace(/\D/g, '');
  const longest = international || digits.startsWith('00') ? 17 : 11;
  if (digits.length < 3 || digits.length > longest) return null;
  return `tel:${international ? '+' : ''}${digits}`;
}
