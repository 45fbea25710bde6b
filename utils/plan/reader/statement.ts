import * as z from 'zod/mini';
import { conceptText, spokenName } from '../concepts.ts';
import { organizationSchema, practitionerRoleSchema, practitionerSchema, type Resource } from '../fhir-schemas.ts';
import { humanNameSchema, type Reference } from '../fhir-types.ts';
import type { Statement } from '../plan.ts';
import { ofType, type PlanDocument } from './document.ts';

/** Who said something: name and role, organisation and telephone number, as far as the document has them. */
export function statementBy(document: PlanDocument, author: Reference | undefined, date?: string): Statement {
  const resource = document.resolve(author);
  const when = date ? { date } : {};
  if (!resource) return { ...when, ...(author?.display ? { by: author.display } : {}) };
  const role = ofType([resource], 'PractitionerRole', practitionerRoleSchema).found[0];
  const person = ofType([document.resolve(role?.practitioner) ?? resource], 'Practitioner', practitionerSchema)
    .found[0];
  const organisation = ofType([document.resolve(role?.organization) ?? resource], 'Organization', organizationSchema)
    .found[0];
  const name = spokenName(person?.name) ?? role?.practitioner?.display ?? author?.display ?? ownName(resource);
  const by = [name, conceptText(role?.code?.[0])].filter((part) => part).join(', ');
  const heldBy = organisation?.name ?? role?.organization?.display;
  const phone = [...(role?.telecom ?? []), ...(person?.telecom ?? []), ...(organisation?.telecom ?? [])].find(
    ({ system }) => system === 'phone',
  )?.value;
  return {
    ...when,
    ...(by ? { by } : {}),
    ...(heldBy ? { organisation: heldBy } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** The patient, a relative or a program may be the author too. */
function ownName({ resourceType, name, deviceName }: Resource): string | undefined {
  const names = z.array(humanNameSchema).safeParse(name);
  if (names.success) return spokenName(names.data);
  const device = z.array(z.object({ name: z.string() })).safeParse(deviceName);
  return resourceType === 'Device' && device.success ? device.data[0]?.name : undefined;
}
