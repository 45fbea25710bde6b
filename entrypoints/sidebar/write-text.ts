/**
 * Puts text on the clipboard, and nothing but text. A page may forbid its frames the clipboard (Permissions-Policy), so
 * the older way is the one used: it is the person's own key press that counts there, in every browser.
 *
 * @returns whether the browser did it
 */
export function writeText(text: string): boolean {
  let written = false;
  const put = (event: ClipboardEvent) => {
    // On record already: what hears of copies that somebody made by hand must not hear of this one.
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    written = event.clipboardData !== null;
  };
  addEventListener('copy', put, { capture: true });
  const done = document.execCommand('copy');
  removeEventListener('copy', put, { capture: true });
  return done && written;
}
