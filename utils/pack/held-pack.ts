import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import type { PackKey } from '../settings/policy-schema.ts';
import type { Held } from './judge-pack.ts';
import { verifyPack } from './verify-pack.ts';

const KEY = 'pack';

const keptSchema = z.strictObject({ url: z.string(), jws: z.string(), etag: z.nullable(z.string()) });
type Kept = z.infer<typeof keptSchema>;

/** The last good pack, as far as the keys of the policy still say that it is one. */
export type HeldPack =
  | { readonly kind: 'none' }
  /** Something is kept here that no key of the policy has signed: as if there were none. */
  | { readonly kind: 'spoiled' }
  | { readonly kind: 'held'; readonly held: Held; readonly etag: string | null };

/** Reads the pack that is kept, and judges it as if it had just come: whoever can write into the storage adds nothing. */
export async function readHeldPack(keys: readonly PackKey[]): Promise<HeldPack> {
  const { [KEY]: raw } = await browser.storage.local.get(KEY);
  if (raw === undefined) return { kind: 'none' };
  const kept = keptSchema.safeParse(raw);
  const verified = kept.success ? await verifyPack(kept.data.jws, keys) : null;
  if (!kept.success || !verified?.ok) return { kind: 'spoiled' };
  const { pack, content } = verified;
  return { kind: 'held', held: { pack, content, url: kept.data.url }, etag: kept.data.etag };
}

/** Keeps a pack in place of the one that was kept; it must have been verified and judged. */
export async function keepHeldPack(kept: Kept): Promise<void> {
  await browser.storage.local.set({ [KEY]: kept });
}

/** Calls back whenever another pack is kept, or something else has been done to it. */
export function onHeldPackChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) changed();
  });
}
