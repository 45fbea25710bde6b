import { type Sighting, sameSighting, type UnreadableCause } from '../page/sighting.ts';

/** Of several causes in several frames the first of these is named: the one that says most. */
const CAUSES: readonly UnreadableCause[] = ['pageChanged', 'nhsNumberInvalid', 'birthDateUnreadable', 'incomplete'];

/**
 * What a tab shows, from what each of its frames shows (design.md §3). The order of the frames never matters, and
 * doubt in any of them is doubt in the tab.
 *
 * @param sightings one for each frame; none at all means that nothing is known yet
 */
export function mergeSightings(sightings: readonly Sighting[]): Sighting {
  if (sightings.length === 0 || sightings.some(({ kind }) => kind === 'unsettled')) return { kind: 'unsettled' };
  const patients = sightings.filter((sighting) => sighting.kind === 'patient');
  const [first] = patients;
  const disagree = patients.some((patient) => first && !sameSighting(patient, first));
  if (disagree || sightings.some(({ kind }) => kind === 'several')) return { kind: 'several' };
  const causes = sightings.flatMap((sighting) => (sighting.kind === 'unreadable' ? [sighting.cause] : []));
  const cause = CAUSES.find((one) => causes.includes(one));
  return cause ? { kind: 'unreadable', cause } : (first ?? { kind: 'none' });
}
