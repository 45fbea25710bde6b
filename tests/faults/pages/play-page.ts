import type { WatchLog } from '../kit/watch.ts';
import type { GeneratedPage } from './generate-page.ts';

/** Whoever is open at this moment, by the page's own word. */
export const BY_ITS_OWN_WORD = `globalThis.plansideTruth ?? ''`;

/** What came of one page. */
export type PagePlayed = WatchLog & { readonly hosts: number };

type World = typeof globalThis & {
  plansideTruth?: string;
  plansideRoot?: HTMLElement;
  plansideBody?: HTMLElement;
  plansideStorm?: ReturnType<typeof setInterval>;
  readonly plansideWatch: { readonly take: () => WatchLog };
};

/** Runs in the page: becomes the generated page in place, is watched for some frames, and says what was seen. */
export async function playPage(next: GeneratedPage): Promise<PagePlayed> {
  const world = globalThis as World;
  // Before anything in the page is called like them.
  world.plansideBody ??= document.body;
  world.plansideRoot ??= document.documentElement;
  const [body, root] = [world.plansideBody, world.plansideRoot];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const find = (selector: string) => [...Element.prototype.querySelectorAll.call(body, selector)];

  function become(html: string): void {
    body.innerHTML = html;
    for (const host of find('[data-shadow]')) {
      const inner = host.innerHTML;
      host.innerHTML = '';
      host.attachShadow({ mode: 'open' }).innerHTML = inner;
    }
  }

  /** The fields of who was open give way, one in each frame, to those of who is; from the first on nobody is. */
  async function change(): Promise<void> {
    const made = document.implementation.createHTMLDocument();
    made.body.innerHTML = next.html;
    for (const field of find('[data-head] [data-field]')) {
      const same = made.querySelector(`[data-head] [data-field="${field.getAttribute('data-field')}"]`);
      if (!same || same.textContent === field.textContent) continue;
      world.plansideTruth = '';
      field.textContent = same.textContent;
      await frame();
    }
  }

  function storm(): void {
    clearInterval(world.plansideStorm);
    let at = 0;
    const log = find('#log')[0];
    if (next.storm === 'none' || !log) return;
    world.plansideStorm = setInterval(() => {
      for (let times = 0; times < 10; times += 1) {
        at += 1;
        if (next.storm === 'text') log.textContent = `Consultation ${at}`;
        if (next.storm === 'attributes') body.setAttribute('data-at', String(at));
        if (next.storm === 'hidden people') {
          log.innerHTML = `<span hidden>NHS number 999 ${String(at % 1000).padStart(3, '0')} 0000, born 01-Jan-1950</span>`;
        }
      }
    }, 10);
  }

  clearInterval(world.plansideStorm);
  if (next.change === 'field by field') await change();
  if (next.change === 'emptied first') {
    world.plansideTruth = '';
    become('<main><h1>Loading</h1></main>');
    await frame();
  }
  world.plansideTruth = next.truth;
  become(next.html);
  storm();
  for (let frames = 0; frames < next.frames; frames += 1) await frame();
  const hosts = [...root.children].filter(({ localName }) => !/^(?:head|body)$/.test(localName)).length;
  return { ...world.plansideWatch.take(), hosts };
}

/** Runs in the page: what it makes of the globals of its own world. */
export function pollute(kind: GeneratedPage['pollution']): void {
  const nothing = () => undefined;
  if (kind === 'objects') Object.assign(Object.prototype, { nhsNumber: '9990000000', kind: 'patient', shown: true });
  if (kind === 'lists') {
    Object.defineProperty(Array.prototype, 'at', { value: nothing, configurable: true });
    Object.defineProperty(Array.prototype, 'includes', { value: () => true, configurable: true });
    Object.defineProperty(String.prototype, 'match', { value: nothing, configurable: true });
  }
  if (kind === 'elements') {
    Object.assign(Element.prototype, { getBoundingClientRect: () => ({}), matches: () => false, closest: nothing });
    Object.assign(globalThis, { getComputedStyle: () => ({}) });
  }
  if (kind === 'observers') Object.assign(globalThis, { MutationObserver: class {}, queueMicrotask: nothing });
}
