import type { Adapter, FieldSource, NameSource } from '../page/adapter.ts';
import { drawnParentOf, findAll, isInside, nameOf } from '../page/dom.ts';
import { fieldText } from '../page/read-with-adapter.ts';
import { sameIdentity } from '../page/sighting.ts';
import { type DateOrder, parseBirthDate } from '../patient/birth-date.ts';
import { foldedWords, splitName } from '../patient/names.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';
import { type FieldKind, sourcesOf } from './field-sources.ts';
import { type LessonPage, type PatientPage, type Picked, readLessonPage } from './lesson.ts';
import type { LessonFrame } from './rebuild.ts';
import { withScreens } from './screens.ts';
import { selectorsOf } from './selectors.ts';
import { type IsStable, stability } from './stable.ts';

/** An adapter, or what on the pages of the lesson has no name that Planside could rely on. */
export type Written =
  | { readonly kind: 'written'; readonly adapter: Adapter }
  | { readonly kind: 'notFound'; readonly what: 'region' | FieldKind };

/** One patient's region on a page, and who is in it. */
type Taught = { readonly page: PatientPage; readonly frame: LessonFrame; readonly region: Element };

const HIGHEST = 10;
/** Of one element; behind them come selectors that say little. */
const MOST_SELECTORS = 8;
const ORDERS: readonly DateOrder[] = ['dayFirst', 'monthFirst'];

/**
 * Writes an adapter that reads every patient of the lesson exactly, and nobody on the pages on which nobody is open.
 *
 * @param id of the clinical system
 * @param pages at least one of them with what somebody has pointed at
 */
export function writeAdapter(id: string, pages: readonly LessonPage[]): Written {
  const patients = pages.filter((page) => page.kind === 'patient');
  const identities = patients.map(({ identity }) => identity);
  const isStable = stability(identities);
  const names = new Set(identities.flatMap((one) => foldedWords(`${one.familyName ?? ''} ${one.givenNames}`)));
  let missing: 'region' | FieldKind = 'region';
  for (const { picked } of [...patients].reverse()) {
    if (!picked) continue;
    for (const { selector, element } of regionsOf(picked, isStable)) {
      const taught = whereTaught(selector, patients);
      if (!taught) continue;
      const fields = fieldsFor(picked, element, taught, isStable, names);
      if (typeof fields === 'string') {
        missing = fields;
        continue;
      }
      const bare: Adapter = { id, region: selector, fields, proves: [], forbids: [], careful: true };
      const adapter = withScreens({ ...bare, ...framePathsOf(taught) }, pages, isStable);
      if (patients.every((page) => readsExactly(page, adapter))) return { kind: 'written', adapter };
    }
  }
  return { kind: 'notFound', what: missing };
}

/** Whether an adapter reads on a page whoever is open there, and nobody else. */
export function readsExactly(page: PatientPage, adapter: Adapter): boolean {
  const reading = readLessonPage(page, adapter);
  return reading.kind === 'patient' && sameIdentity(reading.identity, page.identity);
}

/** What is around all that was pointed at, with its names, from the smallest outwards. */
function regionsOf({ number, date, name }: Picked, isStable: IsStable): { selector: string; element: Element }[] {
  const within = [number.element, date.element, ...Object.values(name.elements)];
  const regions: { selector: string; element: Element }[] = [];
  let height = 0;
  for (let at: Element | null = number.element; at !== null && height < HIGHEST; at = drawnParentOf(at)) {
    const element = at;
    if (!within.every((one) => isInside(one, element))) continue;
    height += 1;
    if (nameOf(element) === 'html') break;
    const selectors = selectorsOf(element, isStable).slice(0, MOST_SELECTORS);
    regions.push(...selectors.map((selector) => ({ selector, element })));
  }
  return regions;
}

/** The one region of each patient's page; `null`: on one of them there is none, or more than one. */
function whereTaught(selector: string, patients: readonly PatientPage[]): Taught[] | null {
  const taught: Taught[] = [];
  for (const page of patients) {
    const found = page.frames.flatMap((frame) =>
      frame.index
        .roots()
        .flatMap((root) => findAll(root, selector).filter(frame.sight.seesElement))
        .map((region) => ({ page, frame, region })),
    );
    const [only, ...more] = found;
    if (!only || more.length > 0) return null;
    taught.push(only);
  }
  return taught;
}

function fieldsFor(
  picked: Picked,
  region: Element,
  taught: readonly Taught[],
  isStable: IsStable,
  names: ReadonlySet<string>,
): Adapter['fields'] | FieldKind {
  const sources = (element: Element, kind: FieldKind) =>
    sourcesOf(element, region, kind, picked.frame, isStable, names);
  const nhsNumber = sources(picked.number.element, 'nhsNumber').find((source) =>
    taught.every((one) => parseNhsNumber(textBy(source, one)) === one.page.identity.nhsNumber),
  );
  if (!nhsNumber) return 'nhsNumber';
  const birthDate = ORDERS.flatMap((order) =>
    sources(picked.date.element, 'birthDate')
      .filter((source) =>
        taught.every((one) => parseBirthDate(textBy(source, one), order) === one.page.identity.birthDate),
      )
      .slice(0, 1)
      .map((source) => ({ ...source, order })),
  )[0];
  if (!birthDate) return 'birthDate';
  const name = nameSource(picked, taught, sources);
  return name ? { nhsNumber, birthDate, name } : 'name';
}

function nameSource(
  { name: { elements } }: Picked,
  taught: readonly Taught[],
  sources: (element: Element, kind: FieldKind) => FieldSource[],
): NameSource | null {
  if ('whole' in elements) {
    const whole = sources(elements.whole, 'name').find((source) =>
      taught.every((one) => isName(textBy(source, one), one.page)),
    );
    return whole ? { whole } : null;
  }
  const given = sources(elements.given, 'name').find((source) =>
    taught.every((one) => textBy(source, one) !== '' && one.page.identity.givenNames === textBy(source, one)),
  );
  const family = sources(elements.family, 'name').find((source) =>
    taught.every((one) => isName(`${textBy(source, one)}, ${one.page.identity.givenNames}`, one.page)),
  );
  return family && given ? { family, given } : null;
}

function isName(text: string, { identity }: PatientPage): boolean {
  const parts = splitName(text);
  return parts?.familyName === identity.familyName && parts?.givenNames === identity.givenNames;
}

function textBy(source: FieldSource, { frame, region }: Taught): string {
  return fieldText(region, source, frame.sight) ?? '';
}

/** Where the region is in a frame of its own, and all such frames have the beginning of their path in common. */
function framePathsOf(taught: readonly Taught[]): Pick<Adapter, 'framePaths'> {
  const folders = new Set(taught.map(({ frame }) => /^\/[a-z-]+\//.exec(frame.path)?.[0]));
  const [folder] = folders;
  return folders.size === 1 && folder && taught.every(({ frame }) => !frame.isTop) ? { framePaths: [folder] } : {};
}
