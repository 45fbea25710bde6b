import { clippedIn } from './clipped.ts';
import { coveredIn } from './covered.ts';

/** Whole telephone numbers in large letters need more than a very narrow frame has: there it may scroll sideways. */
const NARROWEST_REM = 20;

function sideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return scrollWidth > clientWidth && innerWidth >= NARROWEST_REM * rem
    ? [`scrolls sideways by ${scrollWidth - clientWidth} px`]
    : [];
}

/** Everything of what is drawn that is cut, hidden or covered: as it comes, and with every section open. */
export function lostText(): readonly string[] {
  const { body } = document;
  if (!body.querySelector('.planside')) throw new Error('Nothing is drawn.');
  const closed = clippedIn(body);
  for (const details of body.querySelectorAll('details')) details.open = true;
  return [...new Set([...closed, ...clippedIn(body), ...coveredIn(body), ...sideways()])];
}
