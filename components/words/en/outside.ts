/** Where the browser itself names the ways to the page in which a person is found; it names no number. */
export const OUTSIDE = {
  item: 'Find this person’s plan',
  // It does (docs/safety.md), and says so before a number is typed.
  suggestion: 'Open Planside’s search with this NHS number. The browser may remember what is typed here.',
};
