declare global {
  interface Window {
    /**
     * Changes the list so often, a thousand times a second: seven of ten are text, two an attribute, one a row that comes
     * or goes. Nothing of it is about who is open. Resolves with the milliseconds it took.
     */
    changeList: (changes: number) => Promise<number>;
  }
}

const EACH_MS = 10;
const AT_ONCE = 10;

/** Runs in the page. */
export function provideChanges(at: { readonly eachMs: number; readonly atOnce: number }): void {
  const list = document.querySelector('#list');
  const cells = [...document.querySelectorAll<HTMLElement>('.state')];
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  let more: HTMLElement | null = null;

  function change(number: number): void {
    const kind = number % 10;
    const text = cells[(number * 7) % cells.length]?.firstChild;
    if (kind < 7 && text) text.nodeValue = `S${number}`;
    else if (kind < 9) rows[(number * 3) % rows.length]?.classList.toggle('hot');
    else if (more) {
      more.remove();
      more = null;
    } else {
      more = document.createElement('div');
      more.className = 'row';
      more.innerHTML = '<b>new</b><i>x</i>';
      list?.prepend(more);
    }
  }

  window.changeList = (changes) =>
    new Promise((done) => {
      const start = performance.now();
      let made = 0;
      const ticking = setInterval(() => {
        for (let one = 0; one < at.atOnce && made < changes; one += 1, made += 1) change(made);
        if (made < changes) return;
        clearInterval(ticking);
        done(performance.now() - start);
      }, at.eachMs);
    });
}

/** The script of the page. */
export const CHANGES = `(${provideChanges})(${JSON.stringify({ eachMs: EACH_MS, atOnce: AT_ONCE })});`;
