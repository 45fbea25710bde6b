import type { ClinicalSystem } from '../settings/settings.ts';
import type { Pack, PackCode } from './pack.ts';
import type { VerifiedPack } from './verify-pack.ts';
import { widens } from './with-pack.ts';

/** The pack that is held, and the address it came from. */
export type Held = VerifiedPack & { readonly url: string };

/**
 * Whether a pack that has been verified may take the place of the one that is held: nobody can bring back an older one,
 * or put another one of the same organisation into its place.
 *
 * @returns why not; `null`: it may
 */
export function judgePack(
  { pack, content, url }: Held,
  held: Held | null,
  systems: readonly ClinicalSystem[],
): PackCode | null {
  if (held && pack.id !== held.pack.id && url === held.url) return 'PACK-OTHER';
  if (held && pack.id === held.pack.id && !isLater(pack, held.pack) && content !== held.content) return 'PACK-OLDER';
  return widensAny(pack, systems) ? 'PACK-ORIGINS' : null;
}

function isLater(one: Pack, other: Pack): boolean {
  return one.sequence > other.sequence;
}

function widensAny({ entries }: Pack, systems: readonly ClinicalSystem[]): boolean {
  return entries.some((entry) => {
    const system = 'adapter' in entry ? systems.find(({ id }) => id === entry.system) : undefined;
    return system !== undefined && 'adapter' in entry && widens(entry, system);
  });
}
