/** Written by the script, so that the page’s own policy for styles is not asked; nothing of the page outdoes it. */
export function setStyle(element: HTMLElement, style: string): void {
  element.style.cssText = style.replaceAll(';', '!important;');
}
