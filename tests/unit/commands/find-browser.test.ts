import { describe, expect, it } from 'vitest';
import { browserFromVersion, candidatePaths, howToGetBrowser } from '../../commands/find-browser.ts';

describe('what --version prints', () => {
  it.each([
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n', 'chromium', 'Chromium', '156.0.8078.79'],
    ['Google Chrome 156.0.8078.79 \n', 'chromium', 'Chrome', '156.0.8078.79'],
    ['Microsoft Edge 156.0.3900.12 \n', 'chromium', 'Edge', '156.0.3900.12'],
    ['Mozilla Firefox 153.7.0esr\n', 'firefox', 'Firefox', '153.7.0esr'],
    ['Mozilla Firefox 158.0b3\n', 'firefox', 'Firefox', '158.0b3'],
  ])('knows %j', (printed, family, name, version) => {
    expect(browserFromVersion(printed)).toEqual({ family, name, version });
  });

  it.each(['', 'GNU bash, version 5.2.15(1)-release', 'Mozilla Firefox', 'chromium: not found'])(
    'takes %j for no browser',
    (printed) => {
      expect(browserFromVersion(printed)).toBeNull();
    },
  );
});

describe('where browsers are looked for', () => {
  it('goes through PATH, Chromium before Firefox', () => {
    const paths = candidatePaths('linux', { PATH: '/usr/local/bin:/usr/bin:' });
    expect(paths.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    expect(paths.indexOf('/usr/bin/google-chrome-stable')).toBeLessThan(paths.indexOf('/usr/bin/firefox-esr'));
  });

  it('looks into the bundles of macOS first', () => {
    const paths = candidatePaths('darwin', { PATH: '/usr/bin', HOME: '/Users/someone' });
    expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths).toContain('/Users/someone/Applications/Firefox.app/Contents/MacOS/firefox');
    expect(paths.at(-1)).toBe('/usr/bin/firefox');
  });

  it('finds Edge, which every Windows has', () => {
    const paths = candidatePaths('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', PATH: 'C:\\Windows' });
    expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(paths.every((file) => file.endsWith('.exe'))).toBe(true);
  });

  it('says how to get one on each platform', () => {
    expect(howToGetBrowser('linux')).toContain('apt install chromium firefox-esr');
    expect(howToGetBrowser('linux', 'firefox')).toContain('"sudo apt install firefox-esr"');
    expect(howToGetBrowser('win32')).toContain('winget install Google.Chrome Mozilla.Firefox');
    expect(howToGetBrowser('darwin', 'chromium')).toContain('brew install --cask google-chrome"');
  });
});
