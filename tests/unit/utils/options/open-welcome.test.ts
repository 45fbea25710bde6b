import { expect, it, vi } from 'vitest';
import { openWelcome } from '../../../../utils/options/open-welcome.ts';

const create = vi.hoisted(() => vi.fn());
vi.mock('../../../../utils/browser.ts', () => ({
  browser: { tabs: { create }, runtime: { getURL: (path: string) => `x://${path}` } },
}));

it('opens the first page when Planside has been installed, and at no other time', () => {
  for (const reason of ['update', 'chrome_update', 'browser_update', 'shared_module_update']) openWelcome({ reason });
  expect(create).not.toHaveBeenCalled();
  openWelcome({ reason: 'install' });
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'x://welcome.html' });
});
