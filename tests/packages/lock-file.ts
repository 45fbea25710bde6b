import { z } from 'zod';

const names = z.record(z.string(), z.string());

const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dependencies: names.optional(),
  peerDependencies: names.optional(),
});

const schema = z.object({ packages: z.record(z.string(), packageSchema) });

/** What package-lock.json says of each package, by its place (`node_modules/idb`; '' is Planside itself). */
export type Lock = z.infer<typeof schema>['packages'];
export type LockedPackage = z.infer<typeof packageSchema>;

/** The lock file's packages; throws where the text is no lock file. */
export function readLock(text: string): Lock {
  return schema.parse(JSON.parse(text)).packages;
}

/** `@webext-core/messaging` of `node_modules/@webext-core/messaging`. */
export function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** What the lock file says of the package at a place; throws where it names none, since nothing unknown is shipped. */
export function lockedAt(lock: Lock, place: string): LockedPackage {
  const locked = lock[place];
  if (locked === undefined) throw new Error(`The lock file knows nothing of ${place}, which is in a bundle.`);
  return locked;
}
