import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Plain files below a folder, as paths from it. What is no file (sockets, links, which are how browsers lock a
 * profile) is left out; so are folders that vanish meanwhile.
 */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(ifGone([]));
  for (const entry of entries) {
    const name = path.join(below, entry.name);
    if (entry.isDirectory()) yield* filesBelow(folder, name);
    else if (entry.isFile()) yield name;
  }
}

/** A running browser takes files away, and on Windows holds some of them; anything else that fails is a fault of the test. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EBUSY');
}

/** For `catch`: gives a value in place of what is gone. */
export function ifGone<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (!isGone(error)) throw error;
    return instead;
  };
}
