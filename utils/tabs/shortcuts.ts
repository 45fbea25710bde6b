import { browser } from '../browser.ts';
import { closePanel, openPanel } from './browser-panel.ts';
import type { SurfaceName } from './surface.ts';
import type { TabPlaces } from './tab-places.ts';

/** What somebody asks for outside the sidebar: by the browser's own button, or by keys. */
export type Shortcuts = {
  readonly places: Pick<TabPlaces, 'fold'>;
  /** Whether a sidebar can be seen in the page of this tab, or the browser's own panel stands beside it. */
  readonly has: (tabId: number, surface: SurfaceName) => boolean;
  /**
   * The button was pressed on a page, whose address browsers tell only then.
   *
   * @returns whether the panel beside it was waiting for that, to say what can be done there
   */
  readonly pressed: (tabId: number, address: string | undefined) => boolean;
  readonly hideNow: () => void;
  readonly find: () => void;
};

/** Follows the button and the keys; the listeners are registered at once, so that they wake the background too. */
export function onShortcuts({ places, has, pressed, hideNow, find }: Shortcuts): void {
  browser.action.onClicked.addListener(({ id, windowId, url }) => {
    if (windowId === undefined) return;
    const isAwaited = id !== undefined && pressed(id, url);
    if (id !== undefined && has(id, 'page')) void places.fold(id);
    else if (id !== undefined && has(id, 'panel') && !isAwaited) closePanel(windowId);
    else openPanel(windowId);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'hide-now') hideNow();
    if (command === 'find') find();
    if (command === 'open-panel' && tab?.windowId !== undefined) openPanel(tab.windowId);
  });
}
