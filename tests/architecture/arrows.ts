import { type Import, readImports } from './read-imports.ts';
import { isIn, packages, rooms } from './rooms.ts';
import type { SourceFile } from './source-files.ts';

/** Every import that `rooms.ts` does not allow, as `file → what it imports`. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ name, source }) =>
    readImports(name, source)
      .filter((found) => !(isOurs(found.to) ? isAllowed(name, found) : isAllowedPackage(name, found)))
      .map(({ to, atRunTime }) => `${name} → ${to}${atRunTime ? '' : ' (type)'}`),
  );
}

/** All that is loaded with a file at run time: files of ours and packages, itself included. */
export function reachedFrom(start: string, files: readonly SourceFile[]): Set<string> {
  const reached = new Set([start]);
  for (const name of reached) {
    const file = files.find((each) => each.name === name);
    for (const { to, atRunTime } of file ? readImports(name, file.source) : []) if (atRunTime) reached.add(to);
  }
  return reached;
}

/** Every file that loads itself again by way of others. */
export function inCircles(files: readonly SourceFile[]): string[] {
  const loads = (name: string) =>
    files
      .filter((file) => file.name === name)
      .flatMap((file) => readImports(name, file.source).filter(({ atRunTime }) => atRunTime));
  return files
    .map(({ name }) => name)
    .filter((name) => loads(name).some(({ to }) => to === name || reachedFrom(to, files).has(name)));
}

function isOurs(to: string): boolean {
  return /^(?:utils|components|entrypoints|tests|public|docs|\.\.)(?:\/|$)/.test(to);
}

function isAllowed(file: string, { to, atRunTime }: Import): boolean {
  const room = rooms.find(({ holds }) => isIn(file, [holds]));
  if (!room) return false;
  return isIn(to, [room.holds, ...room.uses]) || (!atRunTime && isIn(to, room.types ?? []));
}

/** Types of a package that is used anywhere cost nothing where they are used. */
function isAllowedPackage(file: string, { to, atRunTime }: Import): boolean {
  const places = packages[to];
  return places !== undefined && (!atRunTime || isIn(file, places));
}
