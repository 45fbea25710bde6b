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

/** The package that brings Node itself for a platform, whether or not one is published. */
export function nodePackage(platform, arch) {
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * What to tell the person about the Node that npm scripts will use, or '' when all is well.
 * `printed` is what `node --version` answered; `ownNode` says what became of the Node that the project brings along.
 */
export function nodeProblem(printed, ownNode, platform, arch) {
  if (majorVersion(printed) >= NEEDED_NODE) return '';
  const name = nodePackage(platform, arch);
  const reasons = {
    installed: `The Node that was installed beside the project (${name}) does not run on this machine.`,
    missing: `The package ${name}, which brings Node along, was not installed.`,
    unpublished: `No Node ${NEEDED_NODE} is published as a package for ${platform}-${arch}, so the project could not bring its own.`,
  };
  return [
    `Planside needs Node ${NEEDED_NODE} or newer, and npm scripts here would use ${printed.trim() || 'no Node at all'}.`,
    reasons[ownNode],
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

/** Installs what the lock file says; false when neither way worked. The words are named: NODE_ENV may leave some out. */
function install() {
  const words = ['--include=dev', '--include=optional', '--loglevel=error'];
  console.log('Installing what the lock file says (about half a minute, only when it changes) …');
  const failure = npm(['ci', ...words]);
  if (failure === null) return true;
  console.log(`"npm ci" did not work: ${failure}. Trying "npm install" instead.`);
  const second = npm(['install', ...words]);
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

/** 'installed', 'missing' although the lock file names it, or 'unpublished' for this platform. */
function ownNodeState() {
  const name = nodePackage(process.platform, process.arch);
  if (read(`node_modules/${name}/package.json`) !== '') return 'installed';
  return read('package-lock.json').includes(`"node_modules/${name}"`) ? 'missing' : 'unpublished';
}

function main() {
  const wanted = () => stampFor(read('package-lock.json'), process.platform, process.arch);
  if (read('node_modules/.stamp') !== wanted() || ownNodeState() === 'missing') {
    if (!install()) return 1;
    mkdirSync(path.join(ROOT, 'node_modules'), { recursive: true });
    writeFileSync(path.join(ROOT, 'node_modules', '.stamp'), wanted());
  }
  // Once installed, npm runs this very file by the Node that the script after it will get: nothing more to ask.
  if (majorVersion(process.version) >= NEEDED_NODE) return 0;
  const printed = scriptsNodeVersion();
  const ownNode = ownNodeState();
  const problem = nodeProblem(printed, ownNode, process.platform, process.arch);
  if (problem) console.error(problem);
  else if (ownNode !== 'installed')
    console.log(`Using Node ${printed.trim()} from PATH: the project has none of its own here.`);
  return problem ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main();
