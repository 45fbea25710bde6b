import type { Resource } from './fhir-schemas.ts';

/** One entry of a document Bundle. */
export type Entry = { readonly fullUrl: string | undefined; readonly resource: Resource };

/** A document deeper than this is no plan (FHIR resources nest some twenty levels). */
const DEEPEST = 100;

/** Whether JSON is nested no deeper than a FHIR resource can be; asked before anything walks it by recursion. */
export function isShallow(raw: unknown): boolean {
  let level: unknown[] = [raw];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return true;
  }
  return false;
}

/** A resource, and everything that is contained in it, under the names by which references call them. */
type Named = { readonly name: string; readonly resource: Resource };

/**
 * Makes every reference of a document name the resource it means in one and the same way, so that one table resolves
 * them all: `urn:uuid:`, absolute addresses, `Type/id` against the address of the entry it stands in, versions
 * (`/_history/`), and resources contained in another (FHIR R4: Bundle, “Resolving references in Bundles”; References).
 *
 * @returns the entries with their references rewritten, and the table. What two resources answer to, neither does.
 */
export function resolveReferences(entries: readonly Entry[]): {
  readonly entries: readonly Entry[];
  readonly named: ReadonlyMap<string, Resource>;
} {
  const names = namesIn(entries);
  const rewritten = entries.map((entry, at) => {
    const rename = (reference: string) => meant(reference, entry, at, names);
    const resource = withReferences(entry.resource, rename);
    return { fullUrl: entry.fullUrl, resource: isResource(resource) ? resource : entry.resource };
  });
  return { entries: rewritten, named: tableOf(rewritten.flatMap(namedBy)) };
}

function namesIn(entries: readonly Entry[]): ReadonlyMap<string, Resource> {
  return tableOf(entries.flatMap(namedBy));
}

/** Every name of one entry: its address, its type and id, both with their version, and its contained resources. */
function namedBy({ fullUrl, resource }: Entry, at: number): readonly Named[] {
  const own = ownName({ fullUrl, resource }, at);
  const id = typeof resource.id === 'string' ? [`${resource.resourceType}/${resource.id}`] : [];
  const plain = [...new Set([own, ...(fullUrl ? [fullUrl] : []), ...id])];
  const version = versionOf(resource);
  const contained = Array.isArray(resource.contained) ? resource.contained.filter(isResource) : [];
  return [
    ...plain.map((name) => ({ name, resource })),
    ...(version ? plain.map((name) => ({ name: `${name}/_history/${version}`, resource })) : []),
    ...contained.map((inner) => ({ name: `${own}#${String(inner.id)}`, resource: inner })),
  ];
}

/** A name no other entry has, also where the server sent neither address nor id. */
function ownName({ fullUrl, resource }: Entry, at: number): string {
  return fullUrl ?? (typeof resource.id === 'string' ? `${resource.resourceType}/${resource.id}` : `entry:${at}`);
}

function tableOf(all: readonly Named[]): ReadonlyMap<string, Resource> {
  const table = new Map<string, Resource>();
  const several = new Set<string>();
  for (const { name, resource } of all) {
    const known = table.get(name);
    if (known && known !== resource) several.add(name);
    table.set(name, resource);
  }
  for (const name of several) table.delete(name);
  return table;
}

/** The name under which the table knows what a reference means; itself, where it means nothing in this document. */
function meant(reference: string, entry: Entry, at: number, names: ReadonlyMap<string, Resource>): string {
  const own = ownName(entry, at);
  if (reference === '#') return own;
  if (reference.startsWith('#')) return `${own}${reference}`;
  // Against the base of the entry itself, before any other entry of that type and id.
  const base = entry.fullUrl ? /^(https?:\/\/.*\/)[A-Za-z]+\/[^/]+$/.exec(entry.fullUrl)?.[1] : undefined;
  const absolute = base && /^[A-Za-z]+\/[^/]/.test(reference) ? `${base}${reference}` : undefined;
  return absolute && names.has(absolute) ? absolute : reference;
}

/** A copy in which every `reference` is renamed. */
function withReferences(value: unknown, rename: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'reference' && typeof inner === 'string' ? rename(inner) : withReferences(inner, rename),
    ]),
  );
}

function versionOf({ meta }: Resource): string | undefined {
  return typeof meta === 'object' && meta !== null && 'versionId' in meta && typeof meta.versionId === 'string'
    ? meta.versionId
    : undefined;
}

/** Whether a value is a FHIR resource: an object that says of what type it is. */
export function isResource(value: unknown): value is Resource {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
  );
}
