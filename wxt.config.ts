import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { chromiumKey, geckoId } from './tests/browser/harness/redirect-uris.ts';
import { rememberBundled } from './tests/packages/bundled-packages.ts';
import { sourceFiles, writeParts } from './tests/packages/packing.ts';
import { sandboxHosts } from './tests/sandbox/host-permissions.ts';

/**
 * Left out: what is shipped. `sandbox`: for `npm start` and the browser tests. `watched`: for the fault campaigns. Others:
 * controls that tests must catch.
 */
const variant = process.env.PLANSIDE_BUILD;
const forSandbox = variant !== undefined;

/** The packages whose code is in this build; a build is a process of its own. */
const bundled = new Set<string>();

/** Alt or Control and Shift with a letter (Control on a Mac, where Alt writes letters); everybody can choose others. */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});

const commands = {
  _execute_action: keys('P'),
  'open-panel': { ...keys('O'), description: '__MSG_openPanel__' },
  find: { ...keys('F'), description: '__MSG_find__' },
  'hide-now': { ...keys('H'), description: '__MSG_hideNow__' },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'identity', 'idle', 'alarms', 'contextMenus', 'activeTab'],
    action: {
      default_title: 'Planside',
      default_icon: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png' },
      ...(browser === 'firefox' ? { default_area: 'navbar' as const } : {}),
    },
    commands,
    optional_host_permissions: ['https://*/*'],
    web_accessible_resources: [
      {
        resources: ['sidebar.html'],
        matches: forSandbox ? ['http://*/*', 'https://*/*'] : ['https://*/*'],
        ...(browser === 'firefox' || browser === 'safari' ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "frame-src 'self'",
        // wss: for the hub that policy names, which the panel follows (docs/fhircast.md).
        `connect-src 'self' https: wss:${forSandbox ? ' http: ws:' : ''}`,
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              // The first with `documentId` in the sender of a message, by which frames are told apart (S5).
              strict_min_version: '153.0',
              data_collection_permissions: {
                required: ['healthInfo', 'personallyIdentifyingInfo', 'authenticationInfo'],
              },
            },
          },
        }
      : {}),
    ...(browser === 'chrome' || browser === 'edge'
      ? {
          minimum_chrome_version: '130',
          storage: { managed_schema: 'managed_schema.json' },
          // Not in Firefox: it sends what is typed after a keyword to its search engine, letter by letter.
          omnibox: { keyword: 'plan' },
        }
      : {}),
    ...(forSandbox
      ? { host_permissions: [...sandboxHosts], ...(browser === 'chrome' ? { key: chromiumKey } : {}) }
      : {}),
  }),
  hooks: forSandbox
    ? { 'entrypoints:found': addHook }
    : { 'build:done': ({ config }) => writeParts(here('.'), config.outDir, bundled) },
  zip: { includeSources: [...sourceFiles] },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'import.meta.env.PLANSIDE_INSECURE': JSON.stringify(forSandbox ? 'yes' : 'no') },
    plugins: [
      rememberBundled(bundled),
      ...(forSandbox ? [policyOfTests] : []),
      ...(variant === 'reused-frame' ? [reusedFrame] : []),
      ...(variant === 'watched' ? [tellingFrame] : []),
    ],
  }),
});

/** Lets a page of the sandbox set the extension up, in test builds only. */
function addHook(_wxt: unknown, entrypoints: { name: string; inputPath: string; type: string }[]): void {
  const add = (name: string, file: string) => entrypoints.push({ name, inputPath: here(file), type: 'content-script' });
  add('hook', 'tests/sandbox/hook/hook.content.ts');
  if (variant === 'watched') add('watch', 'tests/faults/watched/watch.content.ts');
}

/** The control: one frame for all patients, which the pixel measurement must catch. */
const reusedFrame: Plugin = {
  name: 'reused-frame',
  enforce: 'pre',
  resolveId(source) {
    const control = ['sidebar-frames.ts', 'draw-orders.ts'].find((file) => source.endsWith(`/${file}`));
    return control ? here(`tests/browser/controls/${control}`) : null;
  },
};

/** For the fault campaigns: each frame of the sidebar tells the page whom it shows. */
const tellingFrame: Plugin = {
  name: 'telling-frame',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const isIt = source.endsWith('/stay-alive.ts') && importer.endsWith('/sidebar/main.tsx');
    return isIt ? here('tests/faults/watched/stay-alive.ts') : null;
  },
};

/** A test says what the organisation's policy is, where no file of the whole computer may be touched for it. */
const policyOfTests: Plugin = {
  name: 'policy-of-tests',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const isIt = source.endsWith('/managed-storage.ts') && importer.includes('/utils/settings/');
    return isIt ? here('tests/sandbox/hook/managed-storage.ts') : null;
  },
};

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
