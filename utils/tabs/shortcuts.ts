import { browser } from '../browser.ts';
import { closePanel, openPanel } from './browser-panel.ts';

/** What somebody asks for outside the sidebar: by the browser's own button, or by keys. */
export type Shortcuts = {
  /** Whether the browser's own panel stands beside this tab. */
  readonly hasPanel: (tabId: number) => boolean;
  readonly hideNow: () => void;
  readonly find: () => void;
};

/** Follows the button and the keys; the listeners are registered at once, so that they wake the background too. */
export function onShortcuts({ hasPanel, hideNow, find }: Shortcuts): void {
  browser.action.onClicked.addListener(({ id, windowId }) => {
    if (windowId === undefined) return;
    if (id !== undefined && hasPanel(id)) closePanel(windowId);
    else openPanel(windowId);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'hide-now') hideNow();
    if (command === 'find') find();
    if (command === 'open-panel' && tab?.windowId !== undefined) openPanel(tab.windowId);
  });
}
