import { CARE_HOMES, OUT_OF_HOURS_PROVIDER, PRACTICE } from '../people/places.ts';

/** An organisation that writes, holds or is named in plans; all invented, ODS codes beginning ZZ are not in use. */
export type Organisation = { readonly name: string; readonly odsCode: string; readonly phone: string };

/** Who holds all plans of the sandbox. */
export const CUSTODIAN = 'Example Plan Service';

export const ORGANISATIONS: readonly Organisation[] = [
  { name: CUSTODIAN, odsCode: 'ZZ900', phone: '020 7946 0123' },
  PRACTICE,
  OUT_OF_HOURS_PROVIDER,
  { name: 'Example General Hospital', odsCode: 'ZZ010', phone: '01632 960199' },
  { name: 'Riverside Community Palliative Team', odsCode: 'ZZ011', phone: '01632 960145' },
  { name: 'St Hedda’s Hospice', odsCode: 'ZZ012', phone: '01632 960180' },
  { name: 'Exampleton Children’s Community Nursing', odsCode: 'ZZ013', phone: '01632 960188' },
  { name: 'Foundry Street Medical Centre', odsCode: 'ZZ014', phone: '01632 960155' },
  ...CARE_HOMES,
];

/** An organisation of the sandbox by its name; throws on any other. */
export function organisation(name: string): Organisation {
  const found = ORGANISATIONS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No organisation called ${name} in the sandbox`);
  return found;
}
