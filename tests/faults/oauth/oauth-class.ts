import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import type { FaultClass } from '../fault-class.ts';
import type * as Attacks from './play-attacks.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** In place of these modules the product and the sandbox get others, as in the unit tests of these attacks. */
const INSTEAD: Readonly<Record<string, string>> = {
  '/utils/browser.ts': here('../../unit/session/attacks/fake-browser.ts'),
  '/sign-in/signing-keys.ts': here('robbed-signing-keys.ts'),
};

const instead: Plugin = {
  name: 'attacked',
  enforce: 'pre',
  async resolveId(source, importer) {
    const found = await this.resolve(source, importer, { skipSelf: true });
    const id = found?.id.replaceAll('\\', '/');
    const replaced = Object.entries(INSTEAD).find(([ending]) => id?.endsWith(ending))?.[1];
    // What stands in place of a module may still use it.
    return replaced && importer !== replaced ? replaced : found;
  },
};

/**
 * Hostile sign-ins and renewals against the sandbox's own provider, with the product's own functions: each is refused, by
 * name, and nobody is signed in.
 */
export const oauthClass: FaultClass = {
  name: 'oauth',
  usual: 200,
  slice: 60,
  inBrowser: false,
  async run(run) {
    const { module } = await runnerImport<typeof Attacks>(here('play-attacks.ts'), {
      configFile: false,
      logLevel: 'silent',
      plugins: [instead],
      define: { 'import.meta.env.PLANSIDE_INSECURE': JSON.stringify('yes') },
    });
    return module.playAttacks(run);
  },
};
