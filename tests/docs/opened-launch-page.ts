import { readFile } from 'node:fs/promises';
import { Window } from 'happy-dom';
import { type Declared, parseDeclared } from '../../utils/page/declared-context.ts';
import { LAUNCH_PAGE } from './launch-page.ts';

const ADDRESS = 'https://launch.example.nhs.uk/launch.html';
const TEXT = await readFile(LAUNCH_PAGE, 'utf8');

/** What a person, Planside and the browser have of the page. */
export type Seen = {
  /** As Planside reads it; `null`: nothing is declared, or nothing that counts. */
  readonly declared: Declared | null;
  readonly elements: number;
  readonly banner: { readonly name: string; readonly born: string; readonly number: string } | null;
  readonly says: string;
  readonly address: string;
};

/** The launch page, opened at an address. */
export class OpenedLaunchPage {
  readonly #window: Window;

  constructor(behind: string, language = 'en-GB') {
    this.#window = new Window({
      url: `${ADDRESS}${behind}`,
      settings: {
        enableJavaScriptEvaluation: true,
        suppressInsecureJavaScriptEnvironmentWarning: true,
        navigator: { userAgent: 'test' },
      },
    });
    Object.defineProperty(this.#window.navigator, 'language', { value: language });
    this.#window.document.write(TEXT);
    this.#window.document.dispatchEvent(new this.#window.Event('DOMContentLoaded', { bubbles: true }));
  }

  /** Another address in the same window: nothing but what stands behind the `#` is another. */
  again(fragment: string): void {
    this.#window.history.replaceState(null, '', `${ADDRESS}#${fragment}`);
    this.#window.dispatchEvent(new this.#window.Event('hashchange'));
  }

  seen(): Seen {
    const { document, location } = this.#window;
    const text = (id: string) => document.getElementById(id)?.textContent ?? '';
    const scripts = [...document.querySelectorAll('script[data-patient-context]')];
    const isHidden = document.getElementById('banner')?.hasAttribute('hidden') ?? true;
    return {
      declared: scripts[0] ? parseDeclared(scripts[0].textContent ?? '') : null,
      elements: scripts.length,
      banner: isHidden ? null : { name: text('name'), born: text('born'), number: text('number') },
      says: text('says'),
      address: location.href.replace(ADDRESS, ''),
    };
  }
}
