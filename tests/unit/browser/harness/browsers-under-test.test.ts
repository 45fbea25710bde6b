import { expect, it } from 'vitest';
import { browsersUnderTest, oneOfEachFamily } from '../../../browser/harness/browsers-under-test.ts';
import type { FoundBrowser } from '../../../commands/find-browser.ts';

const browser = (family: FoundBrowser['family'], path: string): FoundBrowser => ({
  family,
  path,
  version: '1.0',
  name: family,
});

it('takes the first of each family', () => {
  const found = [browser('chromium', 'a'), browser('chromium', 'b'), browser('firefox', 'c'), browser('firefox', 'd')];
  expect(oneOfEachFamily(found).map(({ path }) => path)).toEqual(['a', 'c']);
  expect(oneOfEachFamily([])).toEqual([]);
});

it('refuses a browser it does not know rather than testing nothing', async () => {
  await expect(browsersUnderTest({ PLANSIDE_BROWSERS: 'chrome' })).rejects.toThrow('names "chrome"');
});
