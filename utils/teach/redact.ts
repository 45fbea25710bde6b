import type { Adapter, FieldSource } from '../page/adapter.ts';
import { attributeOf, findAll, firstChildOf, isElement, nameOf, nextSiblingOf, shadowRootOf } from '../page/dom.ts';
import { labelAt } from '../page/labels.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { type Inventing, inventing } from './invented.ts';
import { type LessonPage, readFrame } from './lesson.ts';
import type { LessonFrame } from './rebuild.ts';
import { isNaming } from './selectors.ts';
import { type IsStable, stability } from './stable.ts';

/** A page as a test case: see tests/pages/README.md. */
export type RedactedPage = { readonly page: string; readonly label: string };

/** Their text is no text of a page, and nothing of it is kept. */
const LEFT_OUT = /^(?:head|script|style|link|meta|base|noscript|template|title)$/;
const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/;
/** A frameset is no part of a page that stands in a file. */
const IN_A_PAGE: Readonly<Record<string, string>> = { frameset: 'div', frame: 'iframe' };
/** Attributes that say how a page is built, and never what it holds. */
const STRUCTURE =
  /^(?:role|type|scope|colspan|rowspan|open|hidden|inert|disabled|readonly|contenteditable|slot|aria-(?:hidden|modal|level|expanded|selected|current|disabled|live|busy))$/;
const NAMED = /^(?:id|class|name|for|itemprop|headers|aria-labelledby|aria-describedby|aria-controls|data-.*)$/;
/** As much of it as a window shows can be seen. */
const FRAME_STYLE = 'display:block;width:100%;height:100vh';
/** The words of a label, and nothing in brackets or digits beside them. */
const LABEL = /^[^\d()]{0,40}$/;
const SAID = /^(?:title|alt|placeholder|label|aria-label)$/;
const INLINE =
  /^(?:a|abbr|b|em|i|input|label|slot|small|span|strong|button|img|select|textarea|code|sup|sub|u|time|bdi)$/;

/**
 * A page of a lesson without anything that it said: structure, names of its parts and what can be seen stay; an invented
 * person stands where a person was.
 *
 * @param adapter what was taught, whose labels stay
 */
export function redact(page: LessonPage, adapter: Adapter): RedactedPage {
  const open = page.kind === 'patient' ? page.identity : null;
  const { frames } = page;
  const labels = labelsOf(adapter);
  const keeps = (text: string) => keptLabel(text, labels);
  const invented = inventing(open, keeps);
  const redacting = { frames, invented, isStable: stability(open ? [open] : []) };
  const body = outermost(page, adapter)
    .map((frame) => written(frame.document.documentElement, frame, redacting))
    .join('\n');
  return {
    page: `<!doctype html>\n<meta charset="utf-8">\n<title>Redacted</title>\n${body}\n`,
    label: `${JSON.stringify(labelFor(invented.person), null, 2)}\n`,
  };
}

/** The frame around all others, which are written where they stand in it; and that of a patient which stands nowhere. */
function outermost({ frames }: LessonPage, adapter: Adapter): LessonFrame[] {
  const top = frames.find(({ isTop }) => isTop) ?? frames[0];
  const open = frames.find((frame) => readFrame(frame, adapter).kind === 'patient');
  const isWithin = (frame: LessonFrame): boolean => {
    if (frame === top) return true;
    const around = frames.find((one) => frameIn(one, frames).includes(frame));
    return around !== undefined && isWithin(around);
  };
  return [...(top ? [top] : []), ...(open && !isWithin(open) ? [open] : [])];
}

/** The frames that stand in one. */
function frameIn(frame: LessonFrame, frames: readonly LessonFrame[]): LessonFrame[] {
  return findAll(frame.document, 'iframe, frame').flatMap((element) => heldIn(element, frame, frames) ?? []);
}

function heldIn(
  element: Element,
  { place, heldBy }: LessonFrame,
  frames: readonly LessonFrame[],
): LessonFrame | undefined {
  const at = heldBy(element);
  const path = place && at !== null ? JSON.stringify([...place, at]) : null;
  return path === null ? undefined : frames.find((one) => JSON.stringify(one.place) === path);
}

function labelFor(person: PatientIdentity | null): object {
  if (!person) return { kind: 'none', why: 'Nobody is open here.', expected: null };
  const { nhsNumber, birthDate, familyName, givenNames } = person;
  const expected = {
    nhsNumber,
    ...(familyName === null ? {} : { familyName, givenName: givenNames }),
    ...(birthDate === null ? {} : { dob: birthDate }),
  };
  return {
    kind: 'patient-open',
    why: 'A record as its system shows it, without its words; the standard reading may refuse.',
    expected,
    acceptable: [null],
  };
}

function labelsOf({ fields: { nhsNumber, birthDate, name } }: Adapter): string[] {
  const sources: FieldSource[] = [
    nhsNumber,
    birthDate,
    ...('whole' in name ? [name.whole] : [name.family, name.given]),
  ];
  return sources.flatMap((source) => ('label' in source ? [source.label] : []));
}

/** The label a text is or begins with, if Planside's own list or the adapter has it: words of ours, not of the page. */
function keptLabel(text: string, labels: readonly string[]): string {
  const bare = text.trim();
  const plain = bare.replace(/[\s:.]+$/, '').toLowerCase();
  if (labels.some((label) => label.toLowerCase() === plain)) return text;
  if (bare.split(/[/|·]/).length > 1) return '';
  const known = labelAt(bare, false);
  if (!known || known.kind === 'other') return '';
  const label = bare.slice(0, bare.length - known.rest.length);
  // Whatever else a label has swallowed is the page's.
  return LABEL.test(label) ? text.slice(0, text.indexOf(bare)) + label : '';
}

type Redacting = {
  readonly frames: readonly LessonFrame[];
  readonly invented: Inventing;
  readonly isStable: IsStable;
};

function written(element: Element, frame: LessonFrame, redacting: Redacting): string {
  const { frames, invented } = redacting;
  const name = IN_A_PAGE[nameOf(element)] ?? nameOf(element);
  if (LEFT_OUT.test(name)) return '';
  const inside = (parent: Element | ShadowRoot): string => {
    let html = '';
    for (let child = firstChildOf(parent); child; child = nextSiblingOf(child)) {
      if (isElement(child)) html += written(child, frame, redacting);
      else if (child.nodeType === Node.TEXT_NODE) html += textOf(child as Text, frame, invented);
    }
    return html;
  };
  const held = heldIn(element, frame, frames);
  const inner = held ? ` srcdoc="${escaped(written(held.document.documentElement, held, redacting))}"` : '';
  const attributes = `${attributesOf(element, frame, redacting)}${inner}`;
  if (VOID.test(name)) return `<${name}${attributes}>`;
  const shadow = shadowRootOf(element);
  const root = shadow ? `<template shadowrootmode="open">${inside(shadow)}</template>` : '';
  return `<${name}${attributes}>${root}${inside(element)}</${name}>`;
}

function textOf(text: Text, frame: LessonFrame, { text: invent }: Inventing): string {
  const html = escaped(invent(text.data));
  const parent = text.parentElement;
  const isHidden = parent !== null && frame.sight.seesElement(parent) && !frame.sight.seesText(text);
  return isHidden ? `<span style="visibility:hidden">${html}</span>` : html;
}

function attributesOf(element: Element, frame: LessonFrame, { invented, isStable }: Redacting): string {
  const kept = Element.prototype.getAttributeNames.call(element).flatMap((name): [string, string][] => {
    const value = attributeOf(element, name) ?? '';
    if (STRUCTURE.test(name)) return [[name, value]];
    if (SAID.test(name)) return [[name, invented.text(value)]];
    if (name === 'href') return [['href', '#']];
    if (name.startsWith('data-') && !isNaming(name)) return [[name, '']];
    return NAMED.test(name) ? [[name, namedSo(value, isStable)]] : [];
  });
  const style = styleOf(element, frame);
  const value = nameOf(element) === 'input' ? (element as HTMLInputElement).value : '';
  const all = [...kept, ...(value ? [['value', invented.text(value)]] : []), ...(style ? [['style', style]] : [])];
  return all.map(([name, said]) => ` ${name}="${escaped(said ?? '')}"`).join('');
}

/** Names that somebody gave a part of the page stay; whatever may name a person, or was made by a machine, goes. */
function namedSo(value: string, isStable: IsStable): string {
  return value.split(/\s+/).filter(isStable).join(' ');
}

/** As much of how it was drawn as a reading asks for: whether it is seen, in a line or a block, and stands out. */
function styleOf(element: Element, { sight }: LessonFrame): string {
  const around = element.parentElement;
  const { display, fontWeight, fontSize, cursor } = sight.styleOf(element);
  const usual = INLINE.test(nameOf(element)) ? 'inline' : 'block';
  if (!sight.seesElement(element) && display !== 'contents') {
    const isFirst = around === null || sight.seesElement(around);
    return isFirst && nameOf(element) !== 'html' ? 'display:none' : '';
  }
  const outer = around && sight.styleOf(around);
  if (/^i?frame$/.test(nameOf(element))) return FRAME_STYLE;
  return [
    ...(display !== usual && /^(?:inline|block|flex|grid|contents|inline-block|none)$/.test(display)
      ? [`display:${display}`]
      : []),
    ...(outer && outer.fontWeight !== fontWeight && /^\d+$/.test(fontWeight) ? [`font-weight:${fontWeight}`] : []),
    ...(outer && outer.fontSize !== fontSize && /^[\d.]+px$/.test(fontSize) ? [`font-size:${fontSize}`] : []),
    ...(cursor === 'pointer' ? ['cursor:pointer'] : []),
  ].join(';');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
