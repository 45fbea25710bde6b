import { beforeEach, describe, expect, it, vi } from 'vitest';

type Created = { readonly url?: string; readonly active?: boolean };

const created: Created[] = [];
let next: Promise<{ readonly id?: number }> = Promise.resolve({ id: 5 });
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://planside/${path}` },
    tabs: {
      create: (options: Created) => {
        created.push(options);
        return next;
      },
    },
  },
}));

const ONE = { is: 'one', nhsNumber: '9991087109' } as const;

const { openFind, takePrefilled } = await import('../../../utils/tabs/open-find.ts');

beforeEach(() => {
  created.length = 0;
  next = Promise.resolve({ id: 5 });
});

describe('what a page is opened with', () => {
  it('S7: stands in no address', async () => {
    await openFind(ONE);
    expect(created).toEqual([{ url: 'chrome-extension://planside/find.html', active: true }]);
  });

  it('can wait in a tab that stays behind', async () => {
    await openFind({ is: 'none' }, false);
    expect(created).toMatchObject([{ active: false }]);
    expect(await takePrefilled(5)).toEqual({ is: 'none' });
  });

  it('S5: is for the new tab, and for once', async () => {
    await openFind(ONE);
    expect(await takePrefilled(6)).toBeNull();
    expect(await takePrefilled(5)).toEqual(ONE);
    expect(await takePrefilled(5)).toBeNull();
  });

  it('waits until it is known which tab it is for', async () => {
    const tab = Promise.withResolvers<{ readonly id: number }>();
    next = tab.promise;
    const opening = openFind(ONE);
    const taken = takePrefilled(7);
    tab.resolve({ id: 7 });
    await opening;
    expect(await taken).toEqual(ONE);
  });

  it('is forgotten with the next page that is opened', async () => {
    await openFind(ONE);
    next = Promise.resolve({ id: 8 });
    await openFind();
    expect([await takePrefilled(5), await takePrefilled(8)]).toEqual([null, null]);
  });

  it('a tab that does not open leaves nothing behind', async () => {
    next = Promise.reject(new Error('No window'));
    await expect(openFind(ONE)).rejects.toThrow();
    expect(await takePrefilled(5)).toBeNull();
  });
});
