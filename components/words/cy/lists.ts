import type { Words } from '../words.ts';

/** “a’r” before an article, “ac” before a vowel, else “a”. */
function and(last: string): string {
  const article = /^yr? (.+)$/.exec(last);
  if (article) return `a’r ${article[1]}`;
  return `${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'} ${last}`;
}

export const LIST: Words['LIST'] = {
  and: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and(items.at(-1) ?? '')}`),
};
