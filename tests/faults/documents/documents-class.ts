import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { FaultClass } from '../fault-class.ts';
import type * as Played from './play-documents.ts';

const PLAYED = fileURLToPath(new URL('./play-documents.ts', import.meta.url));

/**
 * Documents of the plan service with anything wrong with them, read by the client and drawn by the components: none makes
 * up a decision on CPR, loses a part without a word, says that there is no plan, or runs anything.
 */
export const documentsClass: FaultClass = {
  name: 'documents',
  usual: 20_000,
  slice: 200,
  inBrowser: false,
  async run(run) {
    // Node reads no JSX: the components come through Vite, as in the builds.
    const jsx = { runtime: 'automatic', importSource: 'preact' } as const;
    const { module } = await runnerImport<typeof Played>(PLAYED, {
      configFile: false,
      logLevel: 'silent',
      oxc: { jsx },
    });
    return module.playDocuments(run);
  },
};
