import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readLock } from '../../packages/lock-file.ts';
import { partsList } from '../../packages/parts-list.ts';

const lock = {
  '': { name: 'planside', version: '1.2.3', license: 'MIT' },
  'node_modules/@scope/b': { version: '2.0.0', license: '(MIT OR Apache-2.0)', dependencies: { a: '^1', tool: '1' } },
  'node_modules/a': { version: '1.0.0', license: 'ISC', integrity: 'sha512-AAEC' },
  'node_modules/tool': { version: '9.0.0', license: 'GPL-3.0-only' },
};

describe('the parts list', () => {
  it('names what is shipped, in order, and which of it needs which; nothing else of the lock file', () => {
    const list = partsList(lock, ['node_modules/a', 'node_modules/@scope/b', 'node_modules/a']);
    expect(list.metadata.component).toMatchObject({ type: 'application', name: 'planside', version: '1.2.3' });
    expect(list.components).toEqual([
      {
        'bom-ref': '@scope/b@2.0.0',
        type: 'library',
        name: '@scope/b',
        version: '2.0.0',
        purl: 'pkg:npm/%40scope/b@2.0.0',
        licenses: [{ expression: '(MIT OR Apache-2.0)' }],
      },
      {
        'bom-ref': 'a@1.0.0',
        type: 'library',
        name: 'a',
        version: '1.0.0',
        purl: 'pkg:npm/a@1.0.0',
        licenses: [{ license: { id: 'ISC' } }],
        hashes: [{ alg: 'SHA-512', content: '000102' }],
      },
    ]);
    expect(list.dependencies).toEqual([
      { ref: 'planside@1.2.3', dependsOn: ['@scope/b@2.0.0', 'a@1.0.0'] },
      { ref: '@scope/b@2.0.0', dependsOn: ['a@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: [] },
    ]);
  });

  it('is not made of a package that the lock file does not know', () => {
    expect(() => partsList(lock, ['node_modules/stranger'])).toThrow('knows nothing of node_modules/stranger');
  });

  it('reads the lock file there is', async () => {
    const own = readLock(await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    expect(partsList(own, ['node_modules/idb']).components[0]?.licenses).toEqual([{ license: { id: 'ISC' } }]);
  });
});
