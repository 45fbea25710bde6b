import { expect, test } from 'vitest';
import { NOBODY } from '../../../utils/page/look.ts';
import { pageReader } from '../../../utils/page/read-page.ts';

test('where no origin is to be read, nothing of a page is touched, and nobody is seen', () => {
  const touched = new Proxy({}, { get: () => expect.unreachable() }) as never;
  const reader = (origins: readonly string[]) => pageReader(touched, touched, { adapter: null, origins });
  expect(reader([])(false)).toBe(NOBODY);
  expect(() => reader(['https://record.example.org/*'])).toThrow();
});
