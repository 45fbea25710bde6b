import type { Bundle, BundleEntry, Composition, CompositionSection, Resource } from 'fhir/r4';

/** FHIR R4 section emptiness; `withheld`: there is content, but not for this reader. */
const WITHHELD = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
      code: 'withheld',
      display: 'Information Withheld',
    },
  ],
};

function isWithheld({ title }: CompositionSection, withheld: readonly string[]): boolean {
  return title !== undefined && withheld.includes(title);
}

/** Without entries and narrative; the rest of the section (title, code) stays, so that it can be seen to be missing. */
function emptied(section: CompositionSection): CompositionSection {
  const { entry: _entry, text: _text, section: _section, ...kept } = section;
  return { ...kept, emptyReason: WITHHELD };
}

/**
 * A Composition as a role sees it that is not shown some sections. The narrative of the whole is left out too,
 * because it would tell what the sections no longer do.
 *
 * @param withheld titles of sections; none leaves the Composition as it is
 */
export function withholdFromComposition(composition: Composition, withheld: readonly string[]): Composition {
  if (!composition.section?.some((section) => isWithheld(section, withheld))) return composition;
  const { text: _text, ...kept } = composition;
  const section = composition.section.map((one) => (isWithheld(one, withheld) ? emptied(one) : one));
  return { ...kept, section };
}

/** Every `reference` in a resource, as written. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

function namesOf({ fullUrl, resource }: BundleEntry): string[] {
  const relative = resource?.id === undefined ? [] : [`${resource.resourceType}/${resource.id}`];
  return fullUrl === undefined ? relative : [fullUrl, ...relative];
}

/** The entries that can be reached from a resource over references, never passing through `barred` ones. */
function reached(from: unknown, entries: readonly BundleEntry[], barred: ReadonlySet<BundleEntry>): Set<BundleEntry> {
  const byName = new Map(entries.flatMap((entry) => namesOf(entry).map((name) => [name, entry] as const)));
  const found = new Set<BundleEntry>();
  const open = referencesIn(from);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const entry = byName.get(name);
    if (entry === undefined || found.has(entry) || barred.has(entry)) continue;
    found.add(entry);
    open.push(...referencesIn(entry.resource));
  }
  return found;
}

/** What the withheld sections list themselves and no other section does. */
function barredEntries(composition: Composition, entries: readonly BundleEntry[], withheld: readonly string[]) {
  const listed = (sections: readonly CompositionSection[]) =>
    new Set(sections.flatMap(({ entry }) => referencesIn(entry)));
  const sections = composition.section ?? [];
  const shown = listed(sections.filter((section) => !isWithheld(section, withheld)));
  const hidden = listed(sections.filter((section) => isWithheld(section, withheld)));
  const isListed = (entry: BundleEntry, list: ReadonlySet<string>) => namesOf(entry).some((name) => list.has(name));
  return new Set(entries.filter((entry) => isListed(entry, hidden) && !isListed(entry, shown)));
}

function isComposition(resource: Resource | undefined): resource is Composition {
  return resource?.resourceType === 'Composition';
}

/**
 * A document Bundle as a role sees it that is not shown some sections: the sections say so, and the resources that
 * only they brought in are gone.
 */
export function withholdFromDocument(document: Bundle, withheld: readonly string[]): Bundle {
  const [first, ...others] = document.entry ?? [];
  if (first === undefined || !isComposition(first.resource)) return document;
  const before = first.resource;
  const after = withholdFromComposition(before, withheld);
  if (after === before) return document;
  const barred = barredEntries(before, others, withheld);
  const once = reached(before, others, new Set());
  const still = reached(after, others, barred);
  const kept = others.filter((entry) => still.has(entry) || (!once.has(entry) && !barred.has(entry)));
  return { ...document, entry: [{ ...first, resource: after }, ...kept] };
}
