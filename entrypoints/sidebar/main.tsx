import { render } from 'preact';
import { Sidebar, type SidebarProps } from '../../components/Sidebar.tsx';
import '../../components/sidebar.css';
import './page.css';
import './stay-alive.css';
import { loadWords, type Words } from '../../components/words/words.ts';
import type { FrameNews, Saying } from '../../utils/messages.ts';
import { allow } from '../../utils/options/allow.ts';
import type { Place } from '../../utils/page/place.ts';
import { languageFor } from '../../utils/view/language.ts';
import type { View } from '../../utils/view/view.ts';
import { onDrawOrder } from './draw-orders.ts';
import { goOnHere } from './go-on-here.ts';
import { stayAlive } from './stay-alive.ts';
import { tabSize } from './tab-size.ts';
import { taking } from './take-out.ts';

let shown: ({ readonly view: View } & Saying) | null = null;
let words: Words | null = null;
let overlay: SidebarProps['overlay'];
let inPanel = false;
let tellTabSize = () => {};

/** The browser is asked in the very press; only then the background hears of it, from whom the browser says yes. */
const enable: SidebarProps['enable'] = async (origin, asks) => {
  const came = await allow(asks);
  if (came === 'allowed') on({ do: 'enableHere', origin });
  return came;
};

function redraw(): void {
  // Sentences that are still on their way: nothing stands here without them.
  const said = words?.LANGUAGE === shown?.language ? words : null;
  const given = { on, takeOut, enable, overlay, inPanel, now: Date.now() };
  render(shown && said && <Sidebar {...shown} {...given} words={said} />, document.body);
  tellTabSize();
}

function stand(place: Place, report: (news: FrameNews) => void): void {
  overlay = {
    place,
    arrange(next) {
      report({ place: next });
      on({ do: 'arrange', place: next });
      // Folding waits until the page has taken this frame out of sight; with all else the next key may follow at once.
      if (next.folded === place.folded) stand(next, report);
    },
    drawEdge: (edge) => report({ edge }),
  };
  tellTabSize = () => {
    const tab = tabSize(document);
    if (tab) report({ tab });
  };
  redraw();
}

/** The frame of one patient: draws what the background sends, nothing before that, and nothing once it is gone. */
const on = onDrawOrder({
  async draw(view, saying) {
    const isFirst = shown === null;
    shown = { view, ...saying };
    while (shown && words?.LANGUAGE !== shown.language) words = await loadWords(shown.language);
    document.documentElement.lang = saying.language;
    redraw();
    if (isFirst) goOnHere(document);
  },
  clear() {
    shown = null;
    redraw();
  },
  stand,
  answered: (answer) => answered(answer),
  inPanel() {
    inPanel = true;
  },
});
const { takeOut, answered, isPrinting } = taking(on);
stayAlive(document);
// A frame is there long before it has anybody to show.
void loadWords(languageFor(undefined, navigator.language));
addEventListener('resize', () => tellTabSize());
// S10: what leaves the sidebar by itself is on record, too.
addEventListener('copy', () => on({ do: 'copied' }));
addEventListener('cut', () => on({ do: 'copied' }));
addEventListener('beforeprint', () => {
  if (!isPrinting()) on({ do: 'printed' });
});
