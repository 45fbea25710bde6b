import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesBelow, ifGone } from './files-below.ts';

/** A browser's profile as it lay on the disk at one moment. */
export type ProfileCopy = { readonly folder: string; readonly remove: () => Promise<void> };

/** Copies a profile aside, because a running browser changes it while it is read; what vanishes meanwhile is left out. */
export async function copyProfile(profile: string): Promise<ProfileCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planside-at-rest-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    for await (const file of filesBelow(profile)) {
      const copy = path.join(folder, file);
      await mkdir(path.dirname(copy), { recursive: true });
      await copyFile(path.join(profile, file), copy).catch(ifGone(undefined));
    }
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
