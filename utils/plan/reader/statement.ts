import { conceptText, spokenName } from '../concepts.ts';
import { organizationSchema, practitionerRoleSchema, practitionerSchema } from '../fhir-schemas.ts';
import type { Reference } from '../fhir-types.ts';
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
  const name = spokenName(person?.name) ?? role?.practitioner?.display ?? author?.display;
  const by = [name, conceptText(role?.code?.[0])].filter((part) => part).join(', ');
  const heldBy = organisation?.name ?? role?.organization?.display;
  const phone = [...(role?.telecom ?? []), ...(organisation?.telecom ?? [])].find(
    ({ system }) => system === 'phone',
  )?.value;
  return {
    ...when,
    ...(by ? { by } : {}),
    ...(heldBy ? { organisation: heldBy } : {}),
    ...(phone ? { phone } : {}),
  };
}
