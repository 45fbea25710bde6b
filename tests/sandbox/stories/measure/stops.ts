const STOPS = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';

/** Where the focus is: which of all stops, what it says, and whether that can be seen; `null`: on no stop. */
export type Focus = { readonly at: number; readonly says: string; readonly wrong: string | null };

/** Of radio buttons of one name the keyboard stops at one: the chosen one, or the first. */
function isStop(element: Element, _at: number, all: readonly Element[]): boolean {
  if (!element.checkVisibility() || element.matches(':disabled')) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = all.filter((one) => one instanceof HTMLInputElement && one.name === element.name);
  return element === (group.find((one) => one instanceof HTMLInputElement && one.checked) ?? group[0]);
}

/** Everything at which the keyboard is to stop, in the order of the document. */
export function stops(): readonly Element[] {
  return [...document.querySelectorAll(STOPS)].filter(isStop);
}

/** Puts a place before the first stop, at the upper left corner, where a pointer presses nothing of what is drawn. */
export function putPlaceBefore(): void {
  const id = 'before-all-stops';
  const before = document.getElementById(id) ?? document.createElement('span');
  before.id = id;
  before.tabIndex = -1;
  before.style = 'position: fixed; z-index: 9; inset: 0 auto auto 0; width: 4px; height: 4px; outline: none';
  document.body.before(before);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** What is wrong with the ring around what has the focus: too thin, or not to be told from the edge beside it. */
function ringFault(element: Element): string | null {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    return `no ring (${outlineStyle} ${outlineWidth})`;
  const edge = boxShadow.match(/rgba?\([^)]*\)/)?.[0];
  if (edge === undefined) return 'no edge beside the ring';
  return contrast(outlineColor, edge) >= 3 ? null : `${outlineColor} beside ${edge}`;
}

/** What has the focus at this moment. */
export function focusNow(): Focus | null {
  const element = document.activeElement;
  const at = element ? stops().indexOf(element) : -1;
  if (!element || at < 0) return null;
  const says = element instanceof HTMLElement ? (element.dataset.command ?? element.id) || element.tagName : '';
  return { at, says, wrong: ringFault(element) };
}

/**
 * How many pixels each stop lies below the one before it: less than nothing is against the order of reading. What is
 * fixed stands beside all that is read.
 */
export function stepsDown(): readonly number[] {
  const inOrder = stops().filter((stop) => getComputedStyle(stop).position !== 'fixed');
  const tops = inOrder.map((stop) => stop.getBoundingClientRect());
  return tops.slice(1).map((box, at) => box.bottom - (tops[at]?.top ?? 0));
}
