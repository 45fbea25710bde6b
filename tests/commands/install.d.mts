// install.mjs is plain JavaScript because an old Node must run it; these are its types for the tests.
export function stampFor(lockFile: string, platform: string, arch: string): string;
export function majorVersion(printed: string): number;
export function nodePackage(platform: string, arch: string): string;
export function nodeProblem(
  printed: string,
  ownNode: 'installed' | 'missing' | 'unpublished',
  platform: string,
  arch: string,
): string;
