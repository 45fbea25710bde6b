import { readIdentity } from './read-identity.ts';
import type { Look } from './read-with-adapter.ts';
import { sameSighting } from './sighting.ts';
import { isVisible } from './visibility.ts';

/** The labels of the NHS CUI patient banner (PAB-0033, -0036) and of the NHS design system. */
const NHS_NUMBER_LABEL = /^NHS (?:no|number)\b\.?:?\s*(.*)$/is;
const BIRTH_DATE_LABEL = /^(?:born|date of birth|d\.?o\.?b)\b\.?:?\s*(.*)$/is;
/** `REED, Margaret (Mrs)`: CUI PAB-0051, -0053. */
const BANNER_NAME = /^[\p{Lu}\p{M}'’ -]+, ?\S.*$/su;

/** More labels than this is no record but a list, however it is drawn. */
const MOST_LABELS = 20;
/** A banner is small: a region with more texts than this is a page. */
const MOST_TEXTS = 60;
const HIGHEST_ANCESTOR = 6;

/**
 * Looks for the NHS CUI patient banner in a frame for which no adapter is set: a visible region that holds, close
 * together, a name, a labelled birth date and a labelled NHS number. Never looks for ten digits as such.
 */
export function readStandard(document: Document): Look {
  const labels = nhsNumberLabels(document);
  if (labels.length === 0 || labels.length > MOST_LABELS) return nobody();
  const looks = labels.map(readBanner).filter((look) => look !== null);
  const [first, ...others] = looks;
  if (!first) return nobody();
  const agree = others.every((other) => sameSighting(other.reading, first.reading));
  const restsOn = looks.flatMap((look) => look.restsOn);
  return agree ? { reading: first.reading, restsOn } : { reading: { kind: 'several' }, restsOn };
}

function nobody(): Look {
  return { reading: { kind: 'none' }, restsOn: [] };
}

/** Text nodes that begin with the label of an NHS number and can be seen. */
function nhsNumberLabels(document: Document): Text[] {
  const found = document.evaluate(
    "//text()[contains(., 'NHS')]",
    document,
    null,
    XPathResult.ORDERED_NODE_ITERATOR_TYPE,
  );
  const labels: Text[] = [];
  for (let node = found.iterateNext(); node; node = found.iterateNext()) {
    const text = node as Text;
    const parent = text.parentElement;
    if (!parent || !NHS_NUMBER_LABEL.test(text.data.trim())) continue;
    if (parent.closest('script, style, noscript, template, label[for], button, a') || !isVisible(parent)) continue;
    labels.push(text);
    if (labels.length > MOST_LABELS) break;
  }
  return labels;
}

/** The banner around one label, or `null` if what stands around it is none. */
function readBanner(label: Text): Look | null {
  let region = label.parentElement;
  for (let height = 0; region && height < HIGHEST_ANCESTOR; height += 1, region = region.parentElement) {
    if (region.matches('body, html, tr, tbody, table')) return null;
    const texts = visibleTexts(region);
    if (texts.length > MOST_TEXTS) return null;
    const birthDate = labelled(texts, BIRTH_DATE_LABEL);
    const whole = texts.find((text) => BANNER_NAME.test(text));
    if (birthDate === null || whole === undefined) continue;
    const nhsNumber = labelled(texts, NHS_NUMBER_LABEL);
    return { reading: readIdentity({ nhsNumber, birthDate, name: { whole } }), restsOn: [region] };
  }
  return null;
}

function visibleTexts(region: Element): string[] {
  const texts: string[] = [];
  const walker = region.ownerDocument.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && texts.length <= MOST_TEXTS) {
    const text = walker.currentNode.textContent?.replace(/[\s\u00a0]+/g, ' ').trim() ?? '';
    const parent = walker.currentNode.parentElement;
    if (text !== '' && parent && isVisible(parent)) texts.push(text);
  }
  return texts;
}

/** What stands after a label: in the same text, or in the next. `null` if there is no such label or several. */
function labelled(texts: readonly string[], label: RegExp): string | null {
  const places = texts.flatMap((text, index) => (label.test(text) ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  return label.exec(texts[place] ?? '')?.[1] || (texts[place + 1] ?? null);
}
