import type { InForce } from '../settings/settings.ts';
import { readHeldPack } from './held-pack.ts';
import { readPackNote } from './pack-note.ts';

/** How it is with the pack on this computer, for the helpdesk; times in milliseconds since 1970. */
export type PackState = {
  /** Of the address it is published at. */
  readonly origin: string;
  /** The pack that is in force; `null`: none. */
  readonly holds: { readonly id: string; readonly sequence: number; readonly issuedAt: string } | null;
  readonly askedAt: number | null;
  readonly goodAt: number | null;
  /** Why the last one was not taken, or none is in force. */
  readonly code: string | null;
};

/** Looks at what is kept and noted of the pack that the policy names; `null`: it names none. */
export async function readPackState({ adapterPack }: Pick<InForce, 'adapterPack'>): Promise<PackState | null> {
  if (!adapterPack) return null;
  const { url, keys } = adapterPack;
  const [kept, note] = await Promise.all([readHeldPack(keys), readPackNote(url)]);
  const { askedAt = null, goodAt = null, code = null } = note ?? {};
  const origin = new URL(url).origin;
  if (kept.kind !== 'held') {
    return { origin, holds: null, askedAt, goodAt, code: kept.kind === 'spoiled' ? 'PACK-SPOILED' : code };
  }
  const { id, sequence, issuedAt } = kept.held.pack;
  return { origin, holds: { id, sequence, issuedAt }, askedAt, goodAt, code };
}
