import find from '../../../components/find/find.css?inline';
import options from '../../../components/options/options.css?inline';
import sidebar from '../../../components/sidebar.css?inline';
import teach from '../../../components/teach/teach.css?inline';
import gallery from './gallery.css?inline';
import type { PageStory } from './pages/page-story.ts';

/** `gallery`: all stories in frames; `paper`: the sidebar as it is printed. */
export type Clothes = 'gallery' | 'sidebar' | 'paper' | PageStory['page']['of'];

/** As in `entrypoints/sidebar/page.css`, but for what puts out the sidebar of an extension that is gone. */
const WHOLE_DOCUMENT = 'html, body { height: 100%; margin: 0; }';

const CSS: Readonly<Record<Clothes, string>> = {
  gallery: sidebar + gallery,
  sidebar: WHOLE_DOCUMENT + sidebar,
  paper: `${sidebar.replaceAll('@media print', '@media all')} html { scrollbar-width: none; } body { width: 186mm; margin: 0; }`,
  find: WHOLE_DOCUMENT + find,
  options,
  welcome: options,
  privacy: options,
  health: options,
  teach,
};

const sheets = new Map<Clothes, CSSStyleSheet>();

/** Puts one style sheet on this document, and takes off the one before it: they share the names of their layers. */
export function wear(clothes: Clothes): void {
  const sheet = sheets.get(clothes) ?? new CSSStyleSheet();
  if (!sheets.has(clothes)) sheet.replaceSync(CSS[clothes]);
  sheets.set(clothes, sheet);
  document.adoptedStyleSheets = [sheet];
}
