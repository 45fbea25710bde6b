import { hashOf } from '../../../../utils/access/audit/seal.ts';
import { trailEntryIn } from '../../../sandbox/plan-service/audit/trail-entry.ts';
import { trailsOf } from '../../../sandbox/plan-service/audit/trails.ts';
import type { Bed } from './outbox-bed.ts';
import { trailSays } from './pretend-service.ts';

/** The gap events the service holds: what they name, and whether they say that a mark was lost. */
export async function gapsTold({ service }: Bed) {
  const events = await service.events();
  const told = events.filter(({ outcome }) => outcome === '4');
  return told.map((event) => [trailSays(event, 'missing').join(), trailSays(event, 'mark').join()]);
}

/** What the sandbox says of the trails, by its own reading. */
export async function trailsHeld({ service }: Bed) {
  const links = await Promise.all(
    [...service.held.values()].map(async (jwe, at) => {
      const entry = trailEntryIn((await service.events())[at] ?? {});
      return typeof entry === 'string' ? [] : [{ ...entry, hash: await hashOf(jwe) }];
    }),
  );
  return trailsOf(links.flat());
}
