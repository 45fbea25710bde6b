import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export type BrowserFamily = 'chromium' | 'firefox';
export type FoundBrowser = { family: BrowserFamily; path: string; version: string; name: string };

const run = promisify(execFile);

/** Family, name and version from what `--version` printed ("Mozilla Firefox 153.7.0esr"), or null if it is no browser. */
export function browserFromVersion(printed: string): Omit<FoundBrowser, 'path'> | null {
  const version = /\b\d+(?:\.\d+)+[a-z]*\d*/.exec(printed)?.[0];
  if (version === undefined) return null;
  if (/Firefox/i.test(printed)) return { family: 'firefox', name: 'Firefox', version };
  if (/Microsoft Edge/i.test(printed)) return { family: 'chromium', name: 'Edge', version };
  if (/Chromium/i.test(printed)) return { family: 'chromium', name: 'Chromium', version };
  if (/Chrome/i.test(printed)) return { family: 'chromium', name: 'Chrome', version };
  return null;
}

/** Where browsers are usually found, best first; `env` gives PATH and the Windows program folders. */
export function candidatePaths(platform: NodeJS.Platform, env: Record<string, string | undefined>): string[] {
  if (platform === 'win32') return windowsPaths(env);
  const names = [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    ...['firefox-esr', 'firefox'],
  ];
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  return platform === 'darwin' ? [...macPaths(env.HOME), ...onPath] : onPath;
}

function macPaths(home: string | undefined): string[] {
  const bundles = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Firefox'];
  const folders = home === undefined ? ['/Applications'] : ['/Applications', `${home}/Applications`];
  return bundles.flatMap((name) =>
    folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name === 'Firefox' ? 'firefox' : name}`),
  );
}

function windowsPaths(env: Record<string, string | undefined>): string[] {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  const inside = [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Mozilla Firefox\\firefox.exe',
  ];
  return inside.flatMap((file) => folders.map((folder) => path.win32.join(folder, file)));
}

/**
 * Every browser on this machine that Planside can be shown and tested in, best first.
 * BROWSER_BIN comes before all others; what it names is asked for its family. Unreadable entries are left out.
 */
export async function findBrowsers(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser[]> {
  const wanted = env.BROWSER_BIN === undefined || env.BROWSER_BIN === '' ? [] : [env.BROWSER_BIN];
  const files = new Map<string, string>();
  for (const file of [...wanted, ...candidatePaths(process.platform, env)]) {
    if (existsSync(file) && !files.has(realpathSync(file))) files.set(realpathSync(file), file);
  }
  const found = new Map<string, FoundBrowser>();
  for (const browser of await Promise.all([...files.values()].map(identify))) {
    // Several starters of one installation answer alike.
    const key = `${browser?.name} ${browser?.version}`;
    if (browser !== null && !found.has(key)) found.set(key, browser);
  }
  return [...found.values()];
}

async function identify(file: string): Promise<FoundBrowser | null> {
  try {
    // On Windows `--version` opens a window instead of answering.
    const printed = process.platform === 'win32' ? windowsVersion(file) : await printedVersion(file);
    const browser = browserFromVersion(printed);
    return browser === null ? null : { ...browser, path: file };
  } catch {
    return null; // a program that does not say what it is cannot be driven
  }
}

async function printedVersion(file: string): Promise<string> {
  return (await run(file, ['--version'], { timeout: 10_000 })).stdout;
}

/** What `--version` would have said: the name by the file's place, the version by what the installer put beside it. */
function windowsVersion(file: string): string {
  const folder = path.dirname(file);
  if (/firefox\.exe$/i.test(file)) {
    const facts = readFileSync(path.join(folder, 'application.ini'), 'utf8');
    return `Mozilla Firefox ${/^Version=(\S+)/m.exec(facts)?.[1]}`;
  }
  const version = readdirSync(folder).findLast((entry) => /^\d+(\.\d+){3}$/.test(entry));
  if (/msedge\.exe$/i.test(file)) return `Microsoft Edge ${version}`;
  return `${/chromium/i.test(file) ? 'Chromium' : 'Google Chrome'} ${version}`;
}

/** One plain sentence on how to get a browser of this family, or of either when none is named. */
export function howToGetBrowser(platform: NodeJS.Platform, family?: BrowserFamily): string {
  const [apt, winget, brew] =
    family === undefined
      ? ['chromium firefox-esr', 'Google.Chrome Mozilla.Firefox', 'google-chrome firefox']
      : family === 'firefox'
        ? ['firefox-esr', 'Mozilla.Firefox', 'firefox']
        : ['chromium', 'Google.Chrome', 'google-chrome'];
  const command =
    platform === 'win32'
      ? `winget install ${winget}`
      : platform === 'darwin'
        ? `brew install --cask ${brew}`
        : `sudo apt install ${apt}`;
  return `Install one with "${command}", or set BROWSER_BIN to the program file of one that is already here.`;
}
