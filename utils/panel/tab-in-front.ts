import { browser } from '../browser.ts';

/**
 * Follows the tab in front of this page's window. Whenever that may be another, `turn(null)` is called in the very
 * event in which the browser says so, before anything is asked or waited for.
 *
 * @param turn `null`: it is not known now which tab is in front
 */
export function onTabInFront(turn: (tabId: number | null) => void): void {
  const { tabs, windows } = browser;
  let windowId: number | null = null;
  let inFront: number | null = null;
  let newest = 0;

  function turnTo(tabId: number | null): void {
    newest += 1;
    inFront = tabId;
    turn(tabId);
  }

  async function ask(): Promise<void> {
    turnTo(null);
    const mine = newest;
    const window = await windows.getCurrent();
    windowId = window.id ?? null;
    const [tab] = windowId === null ? [] : await tabs.query({ active: true, windowId });
    // The browser has said something newer meanwhile.
    if (mine === newest && tab?.id !== undefined) turnTo(tab.id);
  }

  function gone(tabId: number): void {
    if (tabId === inFront) void ask();
  }

  tabs.onActivated.addListener((activated) => {
    if (activated.windowId !== windowId) return;
    turn(null);
    turnTo(activated.tabId);
  });
  tabs.onRemoved.addListener(gone);
  tabs.onDetached.addListener(gone);
  tabs.onReplaced.addListener((_, tabId) => gone(tabId));
  tabs.onAttached.addListener((_, { newWindowId }) => {
    if (newWindowId === windowId) void ask();
  });
  void ask();
}
