import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { changelogFaults } from '../../packages/changelog.ts';

const textOf = (file: string) => readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');

describe('the changelog', () => {
  it('has an entry for the version of package.json, which the lock file has as well', async () => {
    const { version } = JSON.parse(await textOf('package.json'));
    expect(changelogFaults(await textOf('CHANGELOG.md'), version)).toEqual([]);
    const lock = JSON.parse(await textOf('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  it.each([
    [
      'an entry that is missing',
      '## [Unreleased]\n\n## [0.9.0] - 2026-11-01\n',
      'The newest version is not 1.0.0, as package.json says.',
    ],
    ['no room for what is to come', '## [1.0.0] - 2026-11-01\n', 'The first heading is not “[Unreleased]”.'],
    ['a version without a date', '## [Unreleased]\n\n## 1.0.0\n', '“## 1.0.0” is no version with its date.'],
    [
      'versions out of order',
      '## [Unreleased]\n## [1.0.0] - 2026-01-01\n## [0.9.0] - 2026-02-01\n',
      'A date is later than that above it.',
    ],
    ['a kind that nobody knows', '## [Unreleased]\n### New\n## [1.0.0] - 2026-01-01\n', '“New” is no kind of change.'],
    ['a version twice', `## [Unreleased]\n${'## [1.0.0] - 2026-01-01\n'.repeat(2)}`, 'A version stands there twice.'],
  ])('says so of %s', (_what, text, fault) => {
    expect(changelogFaults(text, '1.0.0')).toContain(fault);
  });
});
