// Runs before `npm start` and `npm test`, perhaps on an old Node and with nothing installed yet:
// Node built-ins only, and no syntax that Node 18 cannot parse.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NEEDED_NODE = 26;

/** What `node_modules/.stamp` must hold: the lock file's hash, and the platform, since packages differ by platform. */
export function stampFor(lockFile, platform, arch) {
  return `${createHash('sha256').update(lockFile).digest('hex')} ${platform}-${arch}`;
}

/** The major version in what `node --version` printed; 0 if that is no version. */
export function majorVersion(printed) {
  const match = /^v(\d+)\./.exec(printed.trim());
  return match ? Number(match[1]) : 0;
}

/**
 * What to tell the person about the Node that npm scripts will use, or '' when all is well.
 * `printed` is what `node --version` answered; `hasOwnNode` says whether the install brought a Node of its own.
 */
export function nodeProblem(printed, hasOwnNode, platform, arch) {
  if (majorVersion(printed) >= NEEDED_NODE) return '';
  const found = printed.trim() || 'no Node at all';
  const reason = hasOwnNode
    ? 'The Node that was installed beside the project does not run on this machine.'
    : `No Node ${NEEDED_NODE} is published as a package for ${platform}-${arch}, so the project could not bring its own.`;
  return [
    `Planside needs Node ${NEEDED_NODE} or newer, and npm scripts here would use ${found}.`,
    reason,
    `Install Node ${NEEDED_NODE} or newer (https://nodejs.org/en/download), check that "node --version" says so, and run the command again.`,
  ].join('\n');
}

/** Runs npm with its output on the screen; null when it worked, else the reason. */
function npm(words) {
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', words, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (run.error) return run.error.message;
  return run.status === 0 ? null : `it ended with ${run.status === null ? run.signal : run.status}`;
}

/** Installs what the lock file says; false when neither way worked. The kinds are named: NODE_ENV may leave some out. */
function install() {
  const kinds = ['--include=dev', '--include=optional'];
  console.log('Installing what the lock file says (about half a minute, only when it changes) …');
  const failure = npm(['ci', ...kinds]);
  if (failure === null) return true;
  console.log(`"npm ci" did not work: ${failure}. Trying "npm install" instead.`);
  const second = npm(['install', ...kinds]);
  if (second === null) return true;
  console.error(`"npm install" did not work either: ${second}. Is the package registry reachable from here?`);
  return false;
}

/** What `node --version` prints where npm scripts run: their own bin folder comes first. */
function scriptsNodeVersion() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  const first = path.join(ROOT, 'node_modules', '.bin');
  const run = spawnSync('node', ['--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, [name]: first + path.delimiter + (process.env[name] || '') },
  });
  return run.stdout || '';
}

function read(file) {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}

function main() {
  const stamp = stampFor(read('package-lock.json'), process.platform, process.arch);
  if (read('node_modules/.stamp') !== stamp) {
    if (!install()) return 1;
    mkdirSync(path.join(ROOT, 'node_modules'), { recursive: true });
    writeFileSync(path.join(ROOT, 'node_modules', '.stamp'), stamp);
  }
  // Once installed, npm runs this very file by the Node that the script after it will get: nothing more to ask.
  if (majorVersion(process.version) >= NEEDED_NODE) return 0;
  const ownNode = read(
    `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/package.json`,
  );
  const printed = scriptsNodeVersion();
  const problem = nodeProblem(printed, ownNode !== '', process.platform, process.arch);
  if (problem) console.error(problem);
  else if (ownNode === '') console.log(`Using Node ${printed.trim()} from PATH: none is packaged for this platform.`);
  return problem ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main();
