/** English or Welsh. */
export type Language = 'en' | 'cy';

/**
 * The language in which to draw.
 *
 * @param chosen by somebody in the settings; left out: whatever the browser speaks, if that is Welsh
 * @param browserLanguage BCP 47
 */
export function languageFor(chosen: Language | undefined, browserLanguage: string): Language {
  return chosen ?? (/^cy\b/i.test(browserLanguage) ? 'cy' : 'en');
}
