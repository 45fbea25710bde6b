import type { Plugin } from 'vite';

/** Modules that come from a tool itself and from no file, by how their names begin. */
const MADE_BY: readonly (readonly [start: string, place: string])[] = [
  ['\0vite/', 'node_modules/vite'],
  ['\0rolldown/', 'node_modules/rolldown'],
];

const PLACE = /node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*(?=\/)/;

/**
 * Where the lock file keeps the package that a bundled module belongs to (`node_modules/idb`); null for modules of our
 * own, and for the empty ones that WXT makes up.
 */
export function packageOf(module: string): string | null {
  const tool = MADE_BY.find(([start]) => module.startsWith(start));
  return tool?.[1] ?? PLACE.exec(module.replaceAll('\\', '/'))?.[0] ?? null;
}

/** Names every package of which at least one letter ends up in a bundle: no more, whatever package.json says. */
export function rememberBundled(found: Set<string>): Plugin {
  return {
    name: 'remember-bundled',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
          const place = packageOf(module);
          if (place !== null && renderedLength > 0) found.add(place);
        }
      }
    },
  };
}
