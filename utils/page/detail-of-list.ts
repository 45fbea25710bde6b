import { boxOf, drawnParentOf, follows, isInside } from './dom.ts';
import { isBanner } from './gates.ts';

/** What stands beside a list of people, and is no banner, is a record only if it takes up more of the screen. */
export function isDetailOf(list: Element | undefined, region: Element): boolean {
  if (!list || isBanner(region) || !follows(region, list)) return false;
  return areaOf(branchOf(region, list)) <= areaOf(branchOf(list, region));
}

/** The largest element around one that does not hold the other. */
function branchOf(one: Element, other: Element): Element {
  let branch = one;
  for (let at = drawnParentOf(one); at !== null && !isInside(other, at); at = drawnParentOf(at)) branch = at;
  return branch;
}

function areaOf(element: Element): number {
  const { width, height } = boxOf(element);
  return width * Math.min(height, innerHeight);
}
