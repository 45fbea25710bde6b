import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FoundBrowser } from '../../commands/find-browser.ts';

/** A policy file of this machine that says something of one extension. */
export type PolicyFile = {
  readonly write: (managed: object) => void;
  /** Takes it away again, and every folder that was made for it. */
  readonly remove: () => void;
};

/** Where a browser looks for policies, by what it is called. */
function folderOf({ family, path: executable }: FoundBrowser): string {
  if (family === 'firefox') return '/etc/firefox/policies';
  if (/edge/i.test(executable)) return '/etc/opt/edge/policies/managed';
  return /chrome/i.test(executable) ? '/etc/opt/chrome/policies/managed' : '/etc/chromium/policies/managed';
}

/** Whether this test may write where the browser reads: on Linux, as root, and where nobody's own file would be lost. */
export function canWritePolicies(found: FoundBrowser): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && !existsSync(path.join(folderOf(found), FIREFOX));
}

const FIREFOX = 'policies.json';

/**
 * The policy file for one extension, not written yet. It goes when this process ends, however it ends.
 *
 * @param id how policies name the extension
 */
export function policyFile(found: FoundBrowser, id: string): PolicyFile {
  const folder = folderOf(found);
  const file = path.join(folder, found.family === 'firefox' ? FIREFOX : `planside-${id}.json`);
  const made = missing(folder);
  const inPolicy = (managed: object) =>
    found.family === 'firefox'
      ? { policies: { '3rdparty': { Extensions: { [id]: managed } } } }
      : { '3rdparty': { extensions: { [id]: managed } } };
  const remove = () => {
    rmSync(file, { force: true });
    if (made) rmSync(made, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return {
    write(managed) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify(inPolicy(managed)));
    },
    remove() {
      remove();
      process.off('exit', remove);
    },
  };
}

/** The first folder on the way that is not there yet; `null`: all are. */
function missing(folder: string): string | null {
  const parents = folder.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/') || '/');
  return parents.find((parent) => !existsSync(parent)) ?? null;
}
