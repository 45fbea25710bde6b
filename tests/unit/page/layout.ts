/**
 * The little layout that `isVisible` asks for, where the test's DOM has none: an element is rendered unless it or an
 * element around it is `hidden`, and stands in the page unless `data-box="left top width height"` says otherwise.
 */
export function pretendLayout(window: Window & typeof globalThis): void {
  const { Element: TheElement, HTMLElement: TheHtml, DOMRect: TheRect } = window;
  TheElement.prototype.checkVisibility = function rendered() {
    return this.closest('[hidden]') === null;
  };
  TheElement.prototype.getBoundingClientRect = function box() {
    const [left = 10, top = 10, width = 100, height = 20] = (this.getAttribute('data-box') ?? '10 10 100 20')
      .split(' ')
      .map(Number);
    return new TheRect(left, top, width, height);
  };
  Object.defineProperty(TheHtml.prototype, 'scrollWidth', { configurable: true, get: () => 1280 });
  Object.defineProperty(TheHtml.prototype, 'scrollHeight', { configurable: true, get: () => 2000 });
}

/** A page with this in its body. */
export function page(body: string): Document {
  document.body.innerHTML = body;
  return document;
}
