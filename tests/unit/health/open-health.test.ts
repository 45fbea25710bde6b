import { expect, it, vi } from 'vitest';

const create = vi.hoisted(() => vi.fn(async () => ({ id: 5 })));
vi.mock('../../../utils/browser.ts', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://planside/${path}` }, tabs: { create } },
}));

it('S7: a tab of its own, at an address with nothing in it', async () => {
  const { openHealth } = await import('../../../utils/health/open-health.ts');
  await openHealth();
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://planside/health.html' });
});
