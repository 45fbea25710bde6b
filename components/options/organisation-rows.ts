import type { PolicyOnly } from '../../utils/settings/policy-schema.ts';
import type { PolicyWords } from '../words/en/policy.ts';

/** What only an organisation can say, as far as it has said anything, in words. */
export function organisationRows(
  says: PolicyOnly,
  { only }: Pick<PolicyWords, 'only'>,
): readonly { readonly label: string; readonly value: string }[] {
  const { organisation, surfaces, reasons, support } = says;
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [only.organisation, organisation && `${organisation.name} (${organisation.odsCode})`],
    [only.roleHints, says.roleHints?.join(', ')],
    [only.surfaces, surfaces?.map((surface) => only.surface[surface]).join(', ')],
    [only.reasons, reasons && only.reason[reasons]],
    [only.adapterPack, says.adapterPack?.url],
    [only.fhircast, says.fhircast && [says.fhircast.hub, says.fhircast.topic].filter(Boolean).join(', ')],
    [only.logOutPage, says.logOutPage],
    [only.support, support && contactLine(support)],
    [only.switchedOff, says.switchedOff?.join(', ')],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function contactLine({ name, telephone, email, address }: NonNullable<PolicyOnly['support']>): string {
  // A number that is read out stays on one line.
  return [name, telephone?.replaceAll(' ', '\u00a0'), email, address].filter((part) => part !== undefined).join(', ');
}
