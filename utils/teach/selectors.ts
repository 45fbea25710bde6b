import { attributeOf, drawnParentOf, nameOf, parentNodeOf } from '../page/dom.ts';
import type { IsStable } from './stable.ts';

/** Attributes by which those who build systems name a part of a page, and that hold no text of a record. */
const NAMING =
  /^(?:itemprop|data-(?:field|test|testid|test-id|cy|qa|hook|part|role|component|view|element|section|region|automation-?id|bind|binding|slot))$/;
/** Elements that may be named by what they are. */
const SPEAKING = /^(?:header|main|aside|article|section|nav|dl|table|h[1-4]|form|dialog|address|output|time)$/;
const FARTHEST = 4;
const MOST_CLASSES = 4;

/** Whether an attribute names a part of a page, for those who build it. */
export function isNaming(attribute: string): boolean {
  return NAMING.test(attribute) || attribute === 'data-view';
}

/** How one element may be named by itself, the surest first. */
export function simpleSelectors(element: Element, isStable: IsStable): string[] {
  const name = nameOf(element);
  const id = attributeOf(element, 'id');
  const naming = Element.prototype.getAttributeNames
    .call(element)
    .filter((attribute) => NAMING.test(attribute) && isStable(attributeOf(element, attribute) ?? ''))
    .map((attribute) => `[${attribute}="${attributeOf(element, attribute)}"]`);
  const classes = classesOf(element, isStable);
  return [
    ...(id !== null && isStable(id) ? [`#${id}`] : []),
    ...naming,
    ...(name === 'input' && isStable(attributeOf(element, 'name') ?? '')
      ? [`input[name="${attributeOf(element, 'name')}"]`]
      : []),
    ...classes.map((one) => `.${one}`),
    ...(classes.length > 1 ? [classes.map((one) => `.${one}`).join('')] : []),
    ...(name.includes('-') && isStable(name) ? [name] : []),
  ];
}

function classesOf(element: Element, isStable: IsStable): string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter(isStable).slice(0, MOST_CLASSES);
}

/**
 * How an element may be named, by itself and by what stands around it, the surest first. Never by its place among
 * others: what is left out on another patient's page would move it.
 *
 * @param scope the element in which it is looked for; left out: its document or shadow root
 */
export function selectorsOf(element: Element, isStable: IsStable, scope?: Element): string[] {
  const own = simpleSelectors(element, isStable);
  const name = nameOf(element);
  const last = [...own.slice(0, 3), ...(SPEAKING.test(name) ? [name] : [])];
  const around: string[] = [];
  let direct = true;
  let at = drawnParentOf(element);
  for (let height = 0; at !== null && height < FARTHEST; height += 1) {
    // Selectors do not reach through the border of a shadow root.
    if (parentNodeOf(element)?.getRootNode() !== at.getRootNode()) break;
    const outer = simpleSelectors(at, isStable).slice(0, 3);
    around.push(...outer.flatMap((one) => last.map((inner) => `${one} ${inner}`)));
    around.push(...outer.map((one) => (direct ? `${one} > ${name}` : `${one} ${name}`)));
    direct = false;
    at = at === scope ? null : drawnParentOf(at);
  }
  return [...new Set([...own, ...around, ...(SPEAKING.test(name) ? [name] : [])])];
}
