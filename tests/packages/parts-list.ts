import { type Lock, type LockedPackage, lockedAt, nameAt } from './lock-file.ts';

type Component = {
  readonly 'bom-ref': string;
  readonly type: 'application' | 'library';
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly Licence[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
};
type Licence = { readonly license: { readonly id: string } } | { readonly expression: string };

export type PartsList = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.5';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

/**
 * The parts list (SBOM, CycloneDX 1.5) of what is shipped: Planside, and each package at `places`, which are those whose
 * code is in a bundle. It carries neither a time nor a serial number, so that the same commit gives the same list.
 */
export function partsList(lock: Lock, places: Iterable<string>): PartsList {
  const parts = [...new Set(places)].sort().map((place) => componentAt(lock, place));
  const own = lockedAt(lock, '');
  const product = component(own.name ?? 'planside', own, 'application');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: product },
    components: parts,
    dependencies: [
      { ref: product['bom-ref'], dependsOn: parts.map((part) => part['bom-ref']) },
      ...[...new Set(places)].sort().map((place) => ({
        ref: componentAt(lock, place)['bom-ref'],
        dependsOn: neededBy(lockedAt(lock, place), parts),
      })),
    ],
  };
}

/** Of what a package needs, that which is shipped: a build's own tools are among the needs of some. */
function neededBy({ dependencies, peerDependencies }: LockedPackage, parts: readonly Component[]): string[] {
  const needed = { ...dependencies, ...peerDependencies };
  return parts.filter(({ name }) => name in needed).map((part) => part['bom-ref']);
}

function componentAt(lock: Lock, place: string): Component {
  return component(nameAt(place), lockedAt(lock, place), 'library');
}

function component(name: string, locked: LockedPackage, type: Component['type']): Component {
  const { version, license = '', integrity } = locked;
  return {
    'bom-ref': `${name}@${version}`,
    type,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: license === '' ? [] : [licence(license)],
    ...(integrity === undefined ? {} : { hashes: integrity.split(' ').map(hash) }),
  };
}

/** One licence by its SPDX id, a choice or sum of several as SPDX writes it. */
function licence(name: string): Licence {
  return /^[\w.+-]+$/.test(name) ? { license: { id: name } } : { expression: name };
}

/** `sha512-…` in base64, as CycloneDX writes it. */
function hash(integrity: string): { alg: string; content: string } {
  const [algorithm = '', digest = ''] = integrity.split('-', 2);
  return {
    alg: algorithm.replace('sha', 'SHA-').toUpperCase(),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}
