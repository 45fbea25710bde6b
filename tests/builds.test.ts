import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFaults, MOST_BYTES } from './builds/build-faults.ts';
import { type BuiltFile, builtFiles, kilobytes } from './builds/built-files.ts';
import { expectedManifest } from './builds/expected-manifest.ts';
import { lintFirefox } from './builds/lint-firefox.ts';
import { buildForTests, buildProduct, targets } from './commands/build.ts';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

function manifestOf(files: readonly BuiltFile[]): unknown {
  return JSON.parse(files.find(({ name }) => name === 'manifest.json')?.text ?? '');
}

describe.each(targets)('the build for %s', (target) => {
  let files: BuiltFile[] = [];

  beforeAll(async () => {
    files = await builtFiles(await buildProduct(target));
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    const sizes = [...scripts.map((script) => `${script.name} ${kilobytes([script])}`), `all ${kilobytes(files)}`];
    console.log(`${target}: ${sizes.join(', ')}`);
  });

  it('asks in its manifest for what is written down, and for nothing else', () => {
    expect(manifestOf(files)).toEqual(expectedManifest(target, version));
  });

  it('holds every file its manifest and pages name', () => {
    const names = files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'background.js',
        'page.js',
        'reader.js',
        'teach-page.js',
        'guard.js',
        'sidebar.html',
        'options.html',
        'welcome.html',
        'health.html',
        'privacy.html',
      ]),
    );
    const named = files
      .filter(({ name }) => name.endsWith('.html'))
      .flatMap(({ text }) => [...text.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, name]) => name));
    expect(names).toEqual(expect.arrayContaining([...named, 'icon/16.png', 'icon/128.png']));
  });

  it('knows no host, holds nothing of the sandbox, makes no code from text and keeps the page script small', () => {
    expect(buildFaults(files)).toEqual([]);
  });
});

describe('Mozilla’s linter', () => {
  it('has nothing to say of the Firefox build but what it says of Preact', { timeout: 120_000 }, async () => {
    // Preact sets innerHTML where it is asked to (`dangerouslySetInnerHTML`), which the product never does.
    expect(await lintFirefox(await buildProduct('firefox'))).toEqual([
      'warning UNSAFE_VAR_ASSIGNMENT: chunks/jsxRuntime-….js',
    ]);
  });

  it('catches a build that makes code from text and asks for what it has not', { timeout: 120_000 }, async () => {
    const bad = path.join(await mkdtemp(path.join(tmpdir(), 'planside-lint-')));
    await cp(await buildProduct('firefox'), bad, { recursive: true });
    await appendFile(
      path.join(bad, 'background.js'),
      ';eval(globalThis.text);document.body.innerHTML = globalThis.text;',
    );
    const said = await lintFirefox(bad);
    await rm(bad, { recursive: true });
    expect(said).toEqual(expect.arrayContaining(['warning DANGEROUS_EVAL: background.js']));
    expect(said.length).toBeGreaterThan(2);
  });
});

describe('the same checks on builds that must not be shipped', () => {
  it.each(['chrome', 'firefox'] as const)('catch the sandbox build for %s', async (browser) => {
    const files = await builtFiles(await buildForTests({ browser, outDir: '.output/control' }));
    expect(manifestOf(files)).not.toEqual(expectedManifest(browser, version));
    expect(buildFaults(files)).toEqual(
      expect.arrayContaining([
        'manifest.json: http://gp-record.localhost/*',
        'manifest.json: 127.0.0.1',
        'content-scripts/hook.js: planside-sandbox',
        'content-scripts/hook.js: a content script of the manifest',
      ]),
    );
  });

  const inPages = Object.keys(MOST_BYTES).map((name) => ({ name, bytes: 10, text: '' }));

  it.each([
    ['fetch("https://tracker.example.com/a")', 'a.js: https://tracker.example.com/a'],
    ['connect(`ws://[::1]:80/`)', 'a.js: ws://[::1]:80/'],
    ['host = "localhost"', 'a.js: localhost'],
    ['eval(text)', 'a.js: eval('],
    ['new Function("a")', 'a.js: new Function'],
  ])('catch %s', (text, fault) => {
    expect(buildFaults([...inPages, { name: 'a.js', bytes: 1, text }])).toContain(fault);
  });

  it('catch a page script that is missing, too big, or holds zod, Preact or the polyfill', async () => {
    expect(buildFaults([])).toEqual(Object.keys(MOST_BYTES).map((name) => `${name}: missing`));
    const full = Object.entries(MOST_BYTES).map(([name, bytes]) => ({ name, bytes, text: '' }));
    expect(buildFaults(full)).toEqual(full.map(({ name, bytes }) => `${name}: ${bytes} bytes`));
    const files = await builtFiles(await buildForTests({ browser: 'chrome', outDir: '.output/control' }));
    const caught = ['background.js', 'chunks/'].map((start) =>
      files
        .filter(({ name }) => name.startsWith(start))
        .flatMap(({ text }) => buildFaults(inPages.map((script) => ({ ...script, text }))))
        .filter((fault) => /_zod|__html|message port/.test(fault)),
    );
    expect(caught.map((faults) => faults.length > 0)).toEqual([true, true]);
  });
});
