import { render } from 'preact';
import { FindPage, NobodyOpen } from '../../components/find/FindPage.tsx';
import '../../components/find/find.css';
import { londonTime } from '../../components/format/london-time.ts';
import { SupportContext } from '../../components/Support.tsx';
import { loadWords, WordsContext } from '../../components/words/words.ts';
import { sendCommand } from '../../utils/commands.ts';
import { type NumberWithin, readSearch } from '../../utils/find/read-search.ts';
import type { FindOrder, Saying, Wanted } from '../../utils/messages.ts';
import { patientFrames } from '../../utils/page/patient-frames.ts';
import { type TopFrame, topFrame } from '../../utils/page/top-frame.ts';
import type { FindView } from '../../utils/view/find-view.ts';
import { stayAlive } from '../sidebar/stay-alive.ts';
import '../sidebar/stay-alive.css';
import { openFindLine } from './find-line.ts';

const NOBODY: Wanted = { who: 'nobody' };
const [ways, hint, root] = ['find', 'hint', 'frames'].map((id) => document.getElementById(id) as HTMLElement) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
];

/** The frames of patients stand in this page as they stand in a clinical one: one for each, and gone at any doubt. */
const frames = patientFrames({ root, address: '/sidebar.html', origin: location.origin });
let top: TopFrame = newTop();
let frame: string | null = null;
let sequence = 0;
let view: FindView | null = null;
let saying: Saying = { language: 'en' };
let words = await loadWords(saying.language);
let given: NumberWithin | null = null;
let isOpen = false;
/** The place in the list of residents from which somebody is open. */
let openPlace: number | null = null;

function newTop(): TopFrame {
  // Whatever makes a plan untrue here takes it away before anything else happens: there is nothing to look at again.
  return topFrame({ ...frames, isOpen: () => false }, () => true);
}

/** From the moment somebody else is wanted, or nobody, whoever was there is gone; then the background hears of it. */
function want(wants: Wanted): void {
  if (frame === null || (wants.who === 'nobody' && !isOpen)) return;
  sequence += 1;
  top.doubt(frame, sequence, wants.who !== 'nobody');
  line.report({ sequence, wants });
  isOpen = wants.who !== 'nobody';
  openPlace = wants.who === 'resident' ? wants.place : null;
  draw();
}

async function follow(order: FindOrder): Promise<void> {
  if (order.do === 'context') top.follow(order);
  if (order.do === 'start') [frame, given] = [order.frame, order.given];
  if (order.do === 'draw') ({ view, ...saying } = order);
  while (words.LANGUAGE !== saying.language) words = await loadWords(saying.language);
  draw();
}

/** Nothing of anybody stays: neither a plan, nor a name, nor what was typed in. */
function clear(): void {
  frames.takeAway();
  top = newTop();
  [frame, sequence, view, given, isOpen, openPlace] = [null, 0, null, null, false, null];
  draw();
}

function draw(): void {
  const now = Date.now();
  document.documentElement.lang = words.LANGUAGE;
  document.body.toggleAttribute('data-open', isOpen);
  const page = (
    <FindPage
      view={view}
      isOpen={isOpen}
      now={now}
      on={(command) => void sendCommand(command)}
      given={given}
      onSearch={(typed) => {
        want(NOBODY);
        const read = readSearch(typed, londonTime(now).date);
        if (read.ok) want({ who: 'person', ...read.search });
        return read.ok ? null : read.faults;
      }}
      onChange={() => want(NOBODY)}
      onTakeAway={() => want(NOBODY)}
      residents={{
        openPlace,
        onAsk: () => {
          want(NOBODY);
          line.ask();
        },
        onOpen: (list, place) => want({ who: 'resident', list, place }),
      }}
    />
  );
  render(
    <WordsContext.Provider value={words}>
      <SupportContext.Provider value={saying.support ?? null}>{page}</SupportContext.Provider>
    </WordsContext.Provider>,
    ways,
  );
  const nobody = <NobodyOpen view={view} />;
  render(<WordsContext.Provider value={words}>{nobody}</WordsContext.Provider>, hint);
}

const line = openFindLine((order) => void follow(order), clear);
stayAlive(document);
draw();
