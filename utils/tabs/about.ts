import type { PageOrder } from '../messages.ts';
import type { Sighting } from '../page/sighting.ts';
import { isSwitchedOff, type PageStanding } from '../view/page-standing.ts';

type About = Extract<PageOrder, { do: 'context' }>['about'];

/**
 * What the top frame is told of a tab: whether something has to stand in the page, and for whom. That a page is not
 * being read is said on it whoever is open, since nobody looks.
 */
export function aboutOf({ kind }: Sighting, standing: PageStanding): About {
  if (isSwitchedOff(standing)) return 'doubt';
  if (kind === 'none') return 'nobody';
  return kind === 'patient' || kind === 'unsettled' ? kind : 'doubt';
}
