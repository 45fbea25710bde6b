import type { TestProject } from 'vitest/node';
import { buildForTests } from '../../commands/build.ts';
import type { BrowserFamily } from '../../commands/find-browser.ts';
import { browsersUnderTest } from './browsers-under-test.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the sandbox build for each browser under test: `inject('sandboxBuilds')[family]`. */
    sandboxBuilds: Partial<Record<BrowserFamily, string>>;
  }
}

/** Before the browser tests of one family (the project's name): builds the extension for it. */
export async function setup(project: TestProject): Promise<void> {
  const builds: Partial<Record<BrowserFamily, string>> = {};
  for (const { family } of await browsersUnderTest()) {
    if (family !== project.name) continue;
    builds[family] = await buildForTests({ browser: family === 'chromium' ? 'chrome' : 'firefox' });
  }
  project.provide('sandboxBuilds', builds);
}
