import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { PATIENCE } from './browser/harness/patience.ts';
import type { BrowserFamily } from './commands/find-browser.ts';
import { LongFirst } from './long-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Pictures of two browsers would say the same twice. */
const IN_CHROMIUM_ALONE = ['tests/browser/pictures.test.ts'];

/** The same browser tests for each family, side by side; the tests of one file run one after another. */
function browserProject(family: BrowserFamily): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: family,
      environment: 'node',
      include: ['tests/browser/**/*.test.ts'],
      exclude: family === 'chromium' ? [] : IN_CHROMIUM_ALONE,
      globalSetup: ['tests/browser/harness/global-setup.ts'],
      env: { PLANSIDE_BROWSERS: family },
      sequence: { concurrent: false },
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // What is waited for comes at once, or on a busy machine after a while.
      expect: { poll: { timeout: PATIENCE, interval: 20 } },
    },
  };
}

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    teardownTimeout: 20_000,
    // Two browsers at once at most.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // Properties and models run thousands of cases, and a busy machine takes its time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'builds',
          environment: 'node',
          include: ['tests/builds.test.ts', 'tests/packages.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});
