import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserFamily } from '../../commands/find-browser.ts';
import { chromiumIdOf } from './redirect-uris.ts';

/** A build by another name: what a policy says of it, it says of no other on this machine. */
export type OwnIdentity = {
  readonly extensionDir: string;
  /** How policies name it. */
  readonly id: string;
  readonly redirectUri: string;
  readonly remove: () => Promise<void>;
};

type Manifest = { readonly browser_specific_settings?: { readonly gecko?: object } };

/**
 * Copies a build and gives it a name of its own. Policy files are for the whole machine: what one says of this name, no
 * other browser that runs on it at the same time takes for itself.
 */
export async function withOwnIdentity(build: string, family: BrowserFamily): Promise<OwnIdentity> {
  const extensionDir = await mkdtemp(path.join(tmpdir(), 'planside-own-'));
  await cp(build, extensionDir, { recursive: true });
  const name = path.join(extensionDir, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(name, 'utf8'));
  const { id, change, redirectUri } = family === 'firefox' ? inFirefox(manifest) : inChromium();
  await writeFile(name, JSON.stringify({ ...manifest, ...change }));
  return { extensionDir, id, redirectUri, remove: () => rm(extensionDir, { recursive: true, force: true }) };
}

function inChromium() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const id = chromiumIdOf(key);
  return { id, change: { key }, redirectUri: `https://${id}.chromiumapp.org/` };
}

function inFirefox({ browser_specific_settings: is }: Manifest) {
  const id = `planside-${randomUUID()}@example.org`;
  const change = { browser_specific_settings: { gecko: { ...is?.gecko, id } } };
  const redirectUri = `https://${createHash('sha1').update(id).digest('hex')}.extensions.allizom.org/`;
  return { id, change, redirectUri };
}
