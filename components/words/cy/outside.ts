import type { Words } from '../words.ts';

/** Where the browser itself names the ways to the page in which a person is found; it names no number. */
export const OUTSIDE: Words['OUTSIDE'] = {
  item: 'Canfod cynllun y person hwn',
  suggestion: 'Agor chwiliad Planside gyda’r rhif GIG hwn. Gall y porwr gofio’r hyn sy’n cael ei deipio yma.',
};
