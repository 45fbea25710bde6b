/** A resource of the plan service, by type and id. */
export type OwnReference = { readonly type: string; readonly id: string; readonly version?: string };

const TYPE_AND_ID = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/([A-Za-z0-9.-]{1,64}))?$/;

/**
 * Reads a reference to a resource of this service, relative or absolute, perhaps to a version of it (FHIR R4
 * References).
 *
 * @returns `undefined` for whatever lies elsewhere or is no such reference; never an id of dots, which would be a way up
 */
export function ownReference(reference: string, fhirBase: string): OwnReference | undefined {
  const relative = reference.startsWith(`${fhirBase}/`) ? reference.slice(fhirBase.length + 1) : reference;
  const [, type, id, version] = TYPE_AND_ID.exec(relative) ?? [];
  if (!type || !id || /^\.+$/.test(id)) return undefined;
  return { type, id, ...(version ? { version } : {}) };
}
