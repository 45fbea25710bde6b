import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserFamily } from '../../commands/find-browser.ts';
import { chromiumIdOf } from '../harness/redirect-uris.ts';

/**
 * A copy of a build under an identity nobody else has. Policy files are for the whole machine: what one says of this
 * identity, no other browser on it that runs at the same time takes for itself.
 *
 * @returns the folder of the copy, which the caller removes, and how policies name it
 */
export async function withOwnIdentity(
  extensionDir: string,
  family: BrowserFamily,
): Promise<{ readonly dir: string; readonly id: string }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'planside-policy-'));
  await cp(extensionDir, dir, { recursive: true });
  const file = path.join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const id = family === 'firefox' ? renamed(manifest) : rekeyed(manifest);
  await writeFile(file, JSON.stringify(manifest));
  return { dir, id };
}

function renamed(manifest: { browser_specific_settings: { gecko: { id: string } } }): string {
  const id = `planside-${randomUUID()}@example.org`;
  manifest.browser_specific_settings.gecko.id = id;
  return id;
}

function rekeyed(manifest: { key?: string }): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  manifest.key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return chromiumIdOf(manifest.key);
}
