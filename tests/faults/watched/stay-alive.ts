import { stayAlive as stayAliveItself } from '../../../entrypoints/sidebar/stay-alive.ts';
import type { Shows } from './seen.ts';

/**
 * In place of the real one in the build that campaigns watch: stays alive as it does, and tells the page around this
 * document whom it shows, each time that has changed. Never shipped.
 */
export function stayAlive(document: Document): void {
  stayAliveItself(document);
  let last = '';
  const tell = () => {
    const article = document.querySelector<HTMLElement>('[data-view]');
    const number = article?.querySelector('[data-part="nhs-number"]')?.textContent ?? '';
    const shows: Shows = { view: article?.dataset.view ?? '', number: number.replace(/\D/g, '') };
    const now = JSON.stringify(shows);
    if (now === last) return;
    last = now;
    parent.postMessage({ plansideShows: shows }, '*');
  };
  new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
  tell();
}
