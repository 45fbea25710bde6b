import type { PersonsPlans } from './sandbox-plans.ts';

/** Words of the design that hold the name of a place: seen beside everybody. */
const OF_THE_DESIGN = 'Home/Hospice, treatment of reversible conditions as appropriate. Hospital, treatment of';

/**
 * Everything in the plans of one person that may tell where they are or who is with them: places, relatives and their
 * numbers, where medicines and papers are kept, how to get in, and what is known of the person besides.
 */
export function whereaboutsOf({ person, all }: PersonsPlans): readonly string[] {
  const { addressLines, postcode, phone } = person;
  const inPlans = all.flatMap(({ intent }) => {
    const relatives = intent.contacts.filter(({ kind }) => kind === undefined);
    const { anticipatoryMedicines } = intent;
    return [
      ...relatives.flatMap(({ name, phones }) => [name, ...phones]),
      ...[...intent.placeOfCare, ...intent.placeOfDeath].flatMap(({ place, words }) => [place, words]),
      typeof anticipatoryMedicines === 'object' ? anticipatoryMedicines.keptAt : undefined,
      ...intent.otherDocuments.map(({ location }) => location),
      ...intent.alerts,
      intent.access,
    ];
  });
  return [...inPlans, addressLines[0], postcode, phone].filter(
    (words) => words !== undefined && !OF_THE_DESIGN.includes(words),
  ) as readonly string[];
}
