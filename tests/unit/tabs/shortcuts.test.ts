import { beforeEach, expect, test, vi } from 'vitest';
import type { SurfaceName } from '../../../utils/tabs/surface.ts';

type Tab = { readonly id?: number; readonly windowId?: number };
let press: (tab: Tab) => void;
let did: string[];

vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    action: {
      onClicked: {
        addListener: (listener: typeof press) => {
          press = listener;
        },
      },
    },
    commands: { onCommand: { addListener: () => undefined } },
  },
}));
vi.mock('../../../utils/tabs/browser-panel.ts', () => ({
  openPanel: (windowId: number) => did.push(`panel of ${windowId} opened`),
  closePanel: (windowId: number) => did.push(`panel of ${windowId} closed`),
}));

beforeEach(() => {
  did = [];
});

test.each<[string, readonly SurfaceName[], string, boolean?]>([
  ['folds the sidebar that stands in the page', ['page'], 'tab 7 folded'],
  ['and leaves the panel beside it', ['page', 'panel'], 'tab 7 folded'],
  ['closes the panel where no sidebar stands', ['panel'], 'panel of 3 closed'],
  ['opens the panel where nothing of ours stands', [], 'panel of 3 opened'],
  ['leaves the panel open that waited for it', ['panel'], 'panel of 3 opened', true],
])('the browser’s own button %s', async (_, standing, expected, isAwaited = false) => {
  const { onShortcuts } = await import('../../../utils/tabs/shortcuts.ts');
  onShortcuts({
    places: { fold: async (tabId) => void did.push(`tab ${tabId} folded`) },
    has: (_tabId, surface) => standing.includes(surface),
    pressed: () => isAwaited,
    hideNow: () => did.push('hidden'),
    find: () => did.push('find'),
  });
  press({ id: 7, windowId: 3 });
  press({ id: 7 });
  expect(did).toEqual([expected]);
});
