import { type Sighting, sameSighting } from '../page/sighting.ts';

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
  return sightings.find(({ kind }) => kind === 'unreadable') ?? first ?? { kind: 'none' };
}
