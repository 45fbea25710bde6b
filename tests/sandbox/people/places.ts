import type { CareHome, People } from './person.ts';

/** A care home with what the sandbox alone needs to know: how many live there, and where it is. */
export type CareHomeWithBeds = CareHome & {
  readonly residents: number;
  readonly street: string;
  readonly postcode: string;
};

/**
 * Ten homes and 251 residents, the size of the pilot in the Health Innovation Network's account of Coordinate My Care.
 * ODS codes beginning ZZ and postcodes of area ZZ are not in use.
 */
export const CARE_HOMES: readonly CareHomeWithBeds[] = (
  [
    ['willow-house', 'Willow House', 38, '1 Millpond Road'],
    ['the-laurels', 'The Laurels', 32, '77 Station Parade'],
    ['st-brannock-s', "St Brannock's", 30, '2 Priory Close'],
    ['harbour-view', 'Harbour View Nursing Home', 28, '19 Quay Street'],
    ['oakdene', 'Oakdene', 27, '240 Long Lane'],
    ['ashgrove-court', 'Ashgrove Court', 24, '8 Ashgrove'],
    ['the-old-rectory', 'The Old Rectory', 22, 'Church Walk'],
    ['fernleigh', 'Fernleigh', 20, '31 Fernleigh Avenue'],
    ['ty-bryn', 'Tŷ Bryn', 17, '5 Hill Rise'],
    ['rosebank-lodge', 'Rosebank & Lodge', 13, '12–14 Rosebank'],
  ] as const
).map(([id, name, residents, street], at) => ({
  id,
  name,
  odsCode: `ZZ1${String(at + 1).padStart(2, '0')}`,
  phone: `01632 9601${40 + at}`,
  residents,
  street,
  postcode: `ZZ${at + 1} 1AA`,
}));

export const PRACTICE: People['practice'] = { name: 'Example Lane Surgery', odsCode: 'ZZ001', phone: '01632 960150' };

export const OUT_OF_HOURS_PROVIDER: People['outOfHoursProvider'] = {
  name: 'Nightjar Out-of-Hours',
  odsCode: 'ZZ002',
  phone: '020 7946 0111',
};

/** Streets of the sandbox's town. */
export const STREETS: readonly string[] =
  'Example Lane|Long Lane|Millpond Road|Station Parade|Priory Close|Quay Street|Alder Way|Canal Side|Bakers Row|Hill Rise|Foundry Street|Orchard Gardens|Queensway|Tanners Yard|Meadow View|Windmill Road|St Luke’s Road|King’s Reach'.split(
    '|',
  );
