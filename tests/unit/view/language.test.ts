import { expect, test } from 'vitest';
import { languageFor } from '../../../utils/view/language.ts';

test.each([
  [undefined, 'cy', 'cy'],
  [undefined, 'cy-GB', 'cy'],
  [undefined, 'en-GB', 'en'],
  [undefined, 'de', 'en'],
  [undefined, 'cyx', 'en'],
  [undefined, '', 'en'],
  ['cy', 'en-GB', 'cy'],
  ['en', 'cy', 'en'],
] as const)('chosen %s in a browser that speaks %s: %s', (chosen, browserLanguage, language) => {
  expect(languageFor(chosen, browserLanguage)).toBe(language);
});
