import type { AdapterPack } from '../settings/policy-schema.ts';
import { type ClinicalSystem, readSettings } from '../settings/settings.ts';
import { type Fetched, fetchPack } from './fetch-pack.ts';
import { keepHeldPack, readHeldPack } from './held-pack.ts';
import { judgePack } from './judge-pack.ts';
import type { PackCode } from './pack.ts';
import { notePack } from './pack-note.ts';
import { verifyPack } from './verify-pack.ts';

/**
 * Asks once for the pack that the policy names, and keeps what comes if it is good. Whatever else comes is noted for the
 * helpdesk, and changes nothing.
 */
export async function askForPack(): Promise<void> {
  const asked = (await readSettings()).adapterPack;
  if (!asked) return;
  const { url } = asked;
  const before = await readHeldPack(asked.keys);
  const fetched = await fetchPack(url, before.kind === 'held' && before.held.url === url ? before.etag : null);
  // It may be another policy by now.
  const { adapterPack, clinicalSystems } = await readSettings();
  if (adapterPack?.url !== url) return;
  await notePack(url, await codeFor(fetched, adapterPack, clinicalSystems), Date.now());
}

async function codeFor(
  fetched: Fetched,
  { url, keys }: AdapterPack,
  systems: readonly ClinicalSystem[],
): Promise<PackCode | null> {
  if (fetched.kind === 'refused') return fetched.code;
  const kept = await readHeldPack(keys);
  const held = kept.kind === 'held' ? kept.held : null;
  // It was good when it came, for what was set then.
  if (fetched.kind === 'unchanged') return held ? judgePack(held, held, systems) : 'PACK-SPOILED';
  const verified = await verifyPack(fetched.text, keys);
  if (!verified.ok) return verified.code;
  const { pack, content } = verified;
  const code = judgePack({ pack, content, url }, held, systems);
  if (code === null) await keepHeldPack({ url, jws: fetched.text, etag: fetched.etag });
  return code;
}
