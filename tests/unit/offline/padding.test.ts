import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { padded, unpadded } from '../../../utils/offline/padding.ts';
import { copyOf, NINE, newBrowser, onlyRecord, REED, signedIn } from './bench.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

test('comes off again, and leaves whole steps', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000, size: 'max' }), (content) => {
      expect(padded(content).length % 4096).toBe(0);
      expect(padded(content).length).toBeLessThan(content.length + 4 + 4096);
      expect(unpadded(padded(content))).toEqual(content);
    }),
    { examples: [0, 1, 4091, 4092, 4093, 8187, 8188, 8189].map((length) => [new Uint8Array(length).fill(7)]) },
  );
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['no whole step', padded(new Uint8Array(10)).subarray(1)],
  ['a length beyond its end', new Uint8Array(4096).fill(255)],
  ['a step too many', new Uint8Array([...padded(new Uint8Array(10)), ...new Uint8Array(4096)])],
])('what is not padded is not taken for it: %s', (_, bytes) => {
  expect(unpadded(bytes)).toBeNull();
});

test('of a plan’s length nothing but its step of 4096 bytes can be seen', async () => {
  const { copies } = await signedIn();
  const lengths = new Set<number>();
  for (let length = 0; length < 12_000; length += 400) {
    const document = { says: 'x'.repeat(length) };
    await copies.saveCopy(copyOf(REED, { documents: [{ planId: 'p', version: '1', document }] }), NINE);
    lengths.add((await onlyRecord()).stored.sealed.length);
  }
  expect([...lengths]).toEqual([4096, 8192, 12_288].map((steps) => steps + 16));
});
