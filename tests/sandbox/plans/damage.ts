import type { Bundle, CompositionSection, FhirResource } from 'fhir/r4';
import type { Random } from '../people/random.ts';
import { EMPTY_REASONS } from './codes.ts';

/** The element without which a resource says nothing. */
const REQUIRED: Readonly<Record<string, string>> = { Observation: 'valueCodeableConcept', Flag: 'code' };

function withoutRequired(resource: FhirResource): FhirResource {
  const copy = structuredClone(resource);
  Reflect.deleteProperty(copy, REQUIRED[copy.resourceType] ?? '');
  return copy;
}

function inBundle(bundle: Bundle<FhirResource>, reference: string | undefined): FhirResource | undefined {
  return bundle.entry?.find((entry) => entry.fullUrl === reference)?.resource;
}

/** The section could not be read where it was made: no narrative, no entries. */
function unavailable(bundle: Bundle<FhirResource>, section: CompositionSection): Bundle<FhirResource> {
  return replaceSection(bundle, section, {
    ...(section.title === undefined ? {} : { title: section.title }),
    emptyReason: { coding: [EMPTY_REASONS.unavailable] },
  });
}

function replaceSection(
  bundle: Bundle<FhirResource>,
  old: CompositionSection,
  section: CompositionSection,
): Bundle<FhirResource> {
  const [first, ...rest] = bundle.entry ?? [];
  if (first?.resource?.resourceType !== 'Composition')
    throw new Error('The document does not begin with a Composition');
  const sections = (first.resource.section ?? []).map((other) => (other === old ? section : other));
  return { ...bundle, entry: [{ ...first, resource: { ...first.resource, section: sections } }, ...rest] };
}

/** A resource that the section points at is not in the Bundle. */
function missingResource(
  bundle: Bundle<FhirResource>,
  section: CompositionSection,
  random: Random,
): Bundle<FhirResource> {
  const lost = random.pick(section.entry ?? []).reference;
  return { ...bundle, entry: (bundle.entry ?? []).filter((entry) => entry.fullUrl !== lost) };
}

/** A resource of the section lacks the element that says what it says. */
function missingValue(bundle: Bundle<FhirResource>, references: ReadonlySet<string | undefined>): Bundle<FhirResource> {
  return {
    ...bundle,
    entry: (bundle.entry ?? []).map((entry) =>
      entry.resource !== undefined && references.has(entry.fullUrl)
        ? { ...entry, resource: withoutRequired(entry.resource) }
        : entry,
    ),
  };
}

function damageSection(bundle: Bundle<FhirResource>, title: string, random: Random): Bundle<FhirResource> {
  const composition = bundle.entry?.[0]?.resource;
  const sections = composition?.resourceType === 'Composition' ? (composition.section ?? []) : [];
  const section = sections.find((candidate) => candidate.title === title);
  if (section?.entry === undefined) throw new Error(`Nothing to damage in the section ${title}`);
  const valued = section.entry
    .map(({ reference }) => reference)
    .filter((reference) => (inBundle(bundle, reference)?.resourceType ?? '') in REQUIRED);
  const ways = [
    () => unavailable(bundle, section),
    () => missingResource(bundle, section, random),
    ...(valued.length > 0 ? [() => missingValue(bundle, new Set(valued))] : []),
  ];
  return random.pick(ways)();
}

/** A copy of the document with these sections really damaged: not read, a resource missing, or a value missing. */
export function damage(bundle: Bundle<FhirResource>, titles: readonly string[], random: Random): Bundle<FhirResource> {
  return titles.reduce((damaged, title) => damageSection(damaged, title, random), bundle);
}
