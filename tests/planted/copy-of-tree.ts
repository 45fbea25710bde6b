import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlantedBug, plantedIn } from './planted-bug.ts';

/** A copy of the work tree, in which anything may be broken. */
export type Copy = {
  readonly root: string;
  /** Does something while a bug is in the copy, and takes the bug out again. */
  readonly withBug: <T>(bug: PlantedBug, run: () => Promise<T>) => Promise<T>;
  readonly remove: () => Promise<void>;
};

/** Copies whatever git knows or would add, also what is not committed; the packages stay where they are. */
export async function copyOfTree(from: string): Promise<Copy> {
  const root = await mkdtemp(path.join(tmpdir(), 'planside-planted-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: from,
    encoding: 'utf8',
  });
  const names = list.split('\0').filter((name) => name !== '' && name !== 'node_modules');
  for (const name of names) await cp(path.join(from, name), path.join(root, name)).catch(ignoreDeleted);
  await symlink(path.join(from, 'node_modules'), path.join(root, 'node_modules'), 'junction');

  return {
    root,
    async withBug(bug, run) {
      const file = path.join(root, bug.file);
      const source = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
      await writeFile(file, plantedIn(source, bug));
      try {
        return await run();
      } finally {
        await writeFile(file, source);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Git still lists what has been deleted and not yet committed. */
function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
