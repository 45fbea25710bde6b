import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FoundBrowser } from '../../commands/find-browser.ts';

/** A policy file of this machine that says something of one extension, and of nothing else. */
export type PolicyFile = {
  /** The organisation sets this. */
  readonly write: (managed: object) => void;
  /** Puts this into the file as it stands. */
  readonly writeText: (text: string) => void;
  /** The organisation sets nothing any more. */
  readonly withdraw: () => void;
  /** The same for good; folders that were made for it stay, and say nothing. */
  readonly end: () => void;
};

/** Where Linux builds of Chromium look for policies of all users. */
const FOLDERS: Readonly<Record<string, string>> = {
  Chromium: '/etc/chromium/policies/managed',
  Chrome: '/etc/opt/chrome/policies/managed',
  Edge: '/etc/opt/edge/policies/managed',
};

/** Firefox reads one file, and no other beside it. */
const FIREFOX = '/etc/firefox/policies/policies.json';

/** Whether a test may write where this browser reads: on Linux, mostly as root, and where nobody's own file would be lost. */
export function canWritePolicies(found: FoundBrowser): boolean {
  const file = placeOf(found, '');
  return process.platform === 'linux' && isWritable(file) && !(found.family === 'firefox' && existsSync(file));
}

/** Whether a test may write what this browser hands to one extension, in whatever way is the quietest. */
export function canWriteManagedStorage(found: FoundBrowser): boolean {
  return found.family === 'firefox' ? process.platform === 'linux' : canWritePolicies(found);
}

/**
 * The policy file for one extension, not written yet.
 *
 * @param id how policies name the extension
 */
export function policyFile(found: FoundBrowser, id: string): PolicyFile {
  const inPolicy = (managed: object) =>
    found.family === 'firefox'
      ? { policies: { '3rdparty': { Extensions: { [id]: managed } } } }
      : { '3rdparty': { extensions: { [id]: managed } } };
  return fileAt(placeOf(found, id), inPolicy);
}

/** The same, for tests that are not about policies: in Firefox a file of this person and this extension alone. */
export function managedStorageFile(found: FoundBrowser, id: string): PolicyFile {
  if (found.family !== 'firefox') return policyFile(found, id);
  const file = path.join(homedir(), '.mozilla', 'managed-storage', `${id}.json`);
  return fileAt(file, (data) => ({ name: id, description: 'A test of Planside', type: 'storage', data }));
}

function placeOf({ family, name }: FoundBrowser, id: string): string {
  return family === 'firefox'
    ? FIREFOX
    : path.join(FOLDERS[name] ?? FOLDERS.Chromium ?? '', `planside-test-${id}.json`);
}

function isWritable(file: string): boolean {
  let folder = path.dirname(file);
  while (!existsSync(folder)) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function fileAt(file: string, inPolicy: (managed: object) => object): PolicyFile {
  const letGo = removedWhenWeAreGone(file);
  const writeText = (text: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const withdraw = () => rmSync(file, { force: true });
  return {
    write: (managed) => writeText(JSON.stringify(inPolicy(managed))),
    writeText,
    withdraw,
    end() {
      withdraw();
      letGo();
    },
  };
}

/**
 * However this process ends, also by a signal that nobody can answer, the file goes: a shell waits for the end of what
 * this process would say to it, and then removes it.
 *
 * @returns what ends the wait now
 */
function removedWhenWeAreGone(file: string): () => void {
  const words = ['-c', 'cat >/dev/null; rm -f -- "$1"', 'sh', file];
  // A group of its own: a signal for all of ours passes it by.
  const shell = spawn('sh', words, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.unref();
  return () => void shell.stdin.end();
}
