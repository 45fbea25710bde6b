import { browser } from '../browser.ts';

/**
 * Calls back with a tab that a person has just turned to: it came to the front of its window, or its window did.
 * The listeners are registered at once, so that they wake the background too.
 */
export function onAttention(turnedTo: (tabId: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId }) => turnedTo(tabId));
  browser.windows?.onFocusChanged.addListener((windowId) => {
    if (windowId === browser.windows.WINDOW_ID_NONE) return;
    void browser.tabs.query({ active: true, windowId }).then(([tab]) => {
      if (tab?.id !== undefined) turnedTo(tab.id);
    });
  });
}
