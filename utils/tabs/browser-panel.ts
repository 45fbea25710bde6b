import { browser } from '../browser.ts';

/** Chromium's side panel; the polyfill does not know it, and neither does Firefox. */
type SidePanel = {
  open(where: { windowId: number }): Promise<void>;
  close?(where: { windowId: number }): Promise<void>;
};

/**
 * Opens the browser's own panel, where the browser has one. To be called in the very event of somebody's press: browsers allow it
 * nowhere else.
 */
export function openPanel(windowId: number): void {
  const panel = sidePanel();
  void (panel ? panel.open({ windowId }) : firefoxSidebar()?.open())?.catch(notNow);
}

/** Closes it, where the browser can. */
export function closePanel(windowId: number): void {
  const panel = sidePanel();
  void (panel ? panel.close?.({ windowId }) : firefoxSidebar()?.close())?.catch(notNow);
}

/** Safari has neither. */
function firefoxSidebar(): typeof browser.sidebarAction | undefined {
  return browser.sidebarAction;
}

function sidePanel(): SidePanel | undefined {
  return (browser as { readonly sidePanel?: SidePanel }).sidePanel;
}

/** The window has just gone. */
function notNow(): void {}
