import type { Page } from 'puppeteer';
import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';
import { sessionOfFrame } from './session-of-frame.ts';
import { shownFrame } from './sidebar.ts';

/** Ends the process that the extension's documents and its background live in, as a computer without memory does. */
export async function crashExtension({ browser, family }: Launched, page: Page): Promise<void> {
  if (family === 'firefox') return inFirefoxItself(browser, `(${killExtensionProcess})()`);
  // It is never answered: whoever would is gone.
  await sessionOfFrame(await shownFrame(page))
    .send('Page.crash')
    .catch(() => undefined);
}

/** Runs in Firefox's own window, which alone knows its processes. */
async function killExtensionProcess(): Promise<void> {
  const { ChromeUtils } = globalThis as unknown as FirefoxItself;
  const { children } = await ChromeUtils.requestProcInfo();
  const extension = children.find(({ type }) => type === 'extension');
  if (!extension) throw new Error('There is no process of extensions.');
  const { ctypes } = ChromeUtils.importESModule('resource://gre/modules/ctypes.sys.mjs');
  const system = ctypes.open('libc.so.6');
  const kill = system.declare('kill', ctypes.default_abi, ctypes.int, ctypes.int, ctypes.int);
  kill(extension.pid, 9);
  system.close();
}

/** What a script in Firefox's own window finds there, of what is used here. */
type FirefoxItself = {
  readonly ChromeUtils: {
    requestProcInfo(): Promise<{ readonly children: readonly { readonly type: string; readonly pid: number }[] }>;
    importESModule(name: string): {
      readonly ctypes: {
        readonly default_abi: unknown;
        readonly int: unknown;
        open(library: string): {
          declare(name: string, ...types: readonly unknown[]): (pid: number, signal: number) => number;
          close(): void;
        };
      };
    };
  };
};
