import { foldedWords } from '../patient/names.ts';
import { closest, findAll, textContentOf } from './dom.ts';
import { asksToTake, isBanner, isClickable, isConfirmTitle, isEntry, isResultsTitle } from './gates.ts';
import { bestNames, isNameAmong, type RegionName, type RegionTexts } from './read-region.ts';
import { isInColumn } from './rows.ts';
import type { Sight } from './sight.ts';
import { leadIn, titlesIn } from './titles.ts';

type Stands = { readonly region: Element; readonly texts: RegionTexts };

/**
 * Whether a region is the identity of an open record, and not the way to one.
 *
 * @param titles it stands under, nearest first
 */
export function looksOpen({ region, texts }: Stands, titles: readonly string[], sight: Sight): boolean {
  if (closest(region, '[role="search"], [role="option"]') || isColumn(texts)) return false;
  if (titles.some(isResultsTitle) || [...titles, leadIn(region)].some(isConfirmTitle)) return false;
  if (isBanner(region)) return true;
  const within = titlesIn(region, sight);
  if (
    isEntry(region) ||
    isClickable(region, sight) ||
    within.some((title) => isResultsTitle(title) || isConfirmTitle(title))
  )
    return false;
  const names = bestNames(texts.names);
  if (names.length > 0 && names.every(({ isLink }) => isLink) && !isBar(region)) return false;
  return !asksToTake(region, sight, isHeadedBy(names));
}

/** Whether the page's first heading holds one of these names. */
function isHeadedBy(names: readonly RegionName[]): boolean {
  const [heading] = findAll(document, 'h1');
  const words = heading ? foldedWords((textContentOf(heading) ?? '').replaceAll(',', ' ')) : [];
  return names.some((name) => isNameAmong(name, words));
}

function isColumn({ numbers }: RegionTexts): boolean {
  return numbers.some(({ label, nodes }) => nodes.some((node) => isInColumn(node, label.node)));
}

/** The bar at the top of a page: names in it open a menu, and are no way to a record. */
function isBar(region: Element): boolean {
  return closest(region, 'nav, [role="navigation"]') !== null && closest(region, 'main, [role="main"]') === null;
}
