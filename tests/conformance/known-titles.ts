import { SECTION_TITLES } from '../../utils/plan/plan.ts';

/** The reader's own name for what a plan says of itself (utils/plan/read-document.ts). */
const ORIGIN = 'Where this plan comes from';

const TITLES: readonly string[] = [...Object.values(SECTION_TITLES), ORIGIN];

/**
 * Titles of our own list, each once, and how many others there are: a stranger's title may hold anything, a name too.
 */
export function knownTitles(titles: readonly string[]): readonly string[] {
  const own = [...new Set(titles.filter((title) => TITLES.includes(title)))];
  const others = titles.filter((title) => !TITLES.includes(title)).length;
  return others > 0 ? [...own, `other sections (${others})`] : own;
}
