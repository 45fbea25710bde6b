// One build in a process of its own, since WXT and Vite keep the configuration and NODE_ENV for the whole process.
// node build-extension.ts BROWSER OUT_FOLDER OUT_NAME [--zip]
import { build, zip } from 'wxt';

const [browser, outDir, outDirTemplate, ...rest] = process.argv.slice(2);
if (browser === undefined || outDir === undefined || outDirTemplate === undefined) {
  throw new Error('What to build is missing: BROWSER OUT_FOLDER OUT_NAME [--zip]');
}
const choice = { browser, outDir, outDirTemplate, manifestVersion: 3 } as const;
await (rest.includes('--zip') ? zip(choice) : build(choice));
