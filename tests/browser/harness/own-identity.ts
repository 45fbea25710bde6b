import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { chromiumIdOf } from './redirect-uris.ts';

/** A build by another name: what a policy says of it, it says of no other on this machine. */
export type OwnIdentity = {
  readonly extensionDir: string;
  readonly redirectUri: string;
  /** Writes the policy file that the browser reads for this extension; before the browser starts. */
  readonly setPolicy: (policy: object) => Promise<void>;
  /** Takes away build and policy file. */
  readonly remove: () => Promise<void>;
};

/** Where Linux builds look for policies of all users. */
const FOLDERS: Readonly<Record<string, string>> = {
  Chromium: '/etc/chromium/policies/managed',
  Chrome: '/etc/opt/chrome/policies/managed',
  Edge: '/etc/opt/edge/policies/managed',
};

/** Whether this machine lets us write a policy for this browser: for Chromium, on Linux as root alone. */
export function canSetPolicy(found: FoundBrowser): boolean {
  if (process.platform !== 'linux') return false;
  let folder = path.dirname(policyFile(found, ''));
  while (!existsSync(folder)) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Copies a build and gives it a name of its own. */
export async function withOwnIdentity(build: string, found: FoundBrowser): Promise<OwnIdentity> {
  const extensionDir = await mkdtemp(path.join(tmpdir(), 'planside-own-'));
  await cp(build, extensionDir, { recursive: true });
  const name = path.join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(name, 'utf8'));
  const { id, change, redirectUri } = found.family === 'firefox' ? inFirefox() : inChromium();
  await writeFile(name, JSON.stringify({ ...manifest, ...change(manifest) }));
  const file = policyFile(found, id);
  return {
    extensionDir,
    redirectUri,
    async setPolicy(policy) {
      // Whatever becomes of the test, nobody else meets it.
      process.once('exit', () => rmSync(file, { force: true }));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(policyText(found, id, policy)));
    },
    async remove() {
      await rm(file, { force: true });
      await rm(extensionDir, { recursive: true, force: true });
    },
  };
}

type Manifest = { readonly browser_specific_settings?: { readonly gecko?: object } };

function inChromium() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const id = chromiumIdOf(key);
  return { id, change: () => ({ key }), redirectUri: `https://${id}.chromiumapp.org/` };
}

function inFirefox() {
  const id = `planside-${randomUUID()}@example.org`;
  const change = ({ browser_specific_settings: is }: Manifest) => ({
    browser_specific_settings: { gecko: { ...is?.gecko, id } },
  });
  const redirectUri = `https://${createHash('sha1').update(id).digest('hex')}.extensions.allizom.org/`;
  return { id, change, redirectUri };
}

function policyFile({ family, name }: FoundBrowser, id: string): string {
  if (family === 'firefox') return path.join(homedir(), '.mozilla', 'managed-storage', `${id}.json`);
  return path.join(FOLDERS[name] ?? FOLDERS.Chromium ?? '', `planside-test-${id}.json`);
}

function policyText({ family }: FoundBrowser, id: string, policy: object): object {
  return family === 'firefox'
    ? { name: id, description: 'A test of Planside', type: 'storage', data: policy }
    : { '3rdparty': { extensions: { [id]: policy } } };
}
