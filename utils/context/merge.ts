import type { Sighting, UnreadableCause } from '../page/sighting.ts';
import { asOnePerson } from '../patient/same-person.ts';

/** Of several causes in several frames the first of these is named: the one that says most. */
const CAUSES: readonly UnreadableCause[] = [
  'pageChanged',
  'declarationDiffers',
  'declarationUnreadable',
  'nhsNumberInvalid',
  'birthDateUnreadable',
  'incomplete',
  'tooMuch',
  'hubUnusable',
];

/**
 * What a tab shows, from what each of its frames shows (docs/clinical-systems.md). The order of the frames never matters,
 * and doubt in any of them is doubt in the tab.
 *
 * @param sightings one for each frame; none at all means that nothing is known yet
 */
export function mergeSightings(sightings: readonly Sighting[]): Sighting {
  if (sightings.length === 0 || sightings.some(({ kind }) => kind === 'unsettled')) return { kind: 'unsettled' };
  if (sightings.some(({ kind }) => kind === 'several')) return { kind: 'several' };
  const patients = sightings.filter((sighting) => sighting.kind === 'patient');
  const identity = asOnePerson(patients.map((sighting) => sighting.identity));
  if (patients.length > 0 && !identity) return { kind: 'several' };
  const causes = sightings.flatMap((sighting) => (sighting.kind === 'unreadable' ? [sighting.cause] : []));
  const cause = CAUSES.find((one) => causes.includes(one));
  if (cause) return { kind: 'unreadable', cause };
  // Whoever a page shows as well is compared with that page.
  const openedBy = patients.every((sighting) => sighting.openedBy) ? patients[0]?.openedBy : undefined;
  if (identity) return { kind: 'patient', identity, ...(openedBy ? { openedBy } : {}) };
  // A frame that is not enabled speaks against nobody; it only explains why nobody is seen.
  return causes.length > 0 ? { kind: 'unreadable', cause: 'frameNotEnabled' } : { kind: 'none' };
}
