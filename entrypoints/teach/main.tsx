import { render } from 'preact';
import { TeachPage, type TeachSaid } from '../../components/teach/TeachPage.tsx';
import '../../components/teach/teach.css';
import { DATES as cy } from '../../components/words/cy/dates.ts';
import { DATES as en } from '../../components/words/en/dates.ts';
import { PageWordsContext, pageWordsIn } from '../../components/words/pages.ts';
import { sendCommand } from '../../utils/commands.ts';
import { onInForceChanged } from '../../utils/pack/in-force.ts';
import { languageOf, readSettings } from '../../utils/settings/settings.ts';
import { onHiding } from '../../utils/tabs/hiding.ts';
import { partsAt } from '../../utils/teach/candidates.ts';
import { followTab } from '../../utils/teach/lesson-tab.ts';
import { redact } from '../../utils/teach/redact.ts';
import { readTaughtSystem, saveAdapter } from '../../utils/teach/save-adapter.ts';
import { type Choice, teachView } from '../../utils/teach/teach-view.ts';
import {
  adapterOf,
  askFor,
  BEGUN,
  forgetPage,
  keepNobody,
  keepPatient,
  leftFrame,
  point,
  pointAgain,
  type Teaching,
  withName,
} from '../../utils/teach/teaching.ts';
import { saveTextFile } from '../options/save-text-file.ts';

/** The id of the system stands behind the `#` of the address: a name from the settings, of nobody. */
const id = location.hash.slice(1);
let taught = await readTaughtSystem(id);
const language = languageOf(await readSettings());
const words = pageWordsIn(language);
document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
document.title = words.TEACH.title(taught?.system.name ?? '');

const origins = taught?.system.origins ?? [];
let teaching: Teaching = BEGUN;
let said: TeachSaid | null = null;
let isPointing = false;
let isHidden = true;

/** A page that comes while somebody points is pointed at as well. */
const greeting = () => (isPointing ? [order(), { do: 'point', on: true } as const] : [order()]);
const order = () => ({ do: 'read', adapter: adapterOf(teaching), origins }) as const;
const tab = followTab(origins, greeting, {
  changed: draw,
  left: (frameId) => go(leftFrame(teaching, frameId)),
  pointedAt(frameId, element) {
    setPointing(false);
    if (element === null) draw();
    else go(point(teaching, id, tab.frames(), frameId, element));
  },
});

/** The next step; what is read by another adapter now is told to the page. */
function go(next: Teaching): void {
  const before = adapterOf(teaching);
  teaching = next;
  said = null;
  if (adapterOf(teaching) !== before) tab.send(order());
  draw();
}

function setPointing(on: boolean): void {
  isPointing = on;
  tab.send({ do: 'point', on });
}

function choose({ frameId, elements: [one, other] }: Choice): void {
  const frame = tab.frames().get(frameId)?.frame;
  tab.send({ do: 'mark', elements: [] });
  if (one === undefined || !frame) return;
  const [family, given] = [frame.elementOf(one), other === undefined ? null : frame.elementOf(other)];
  const name = family && given ? partsAt(frame, family, given) : null;
  go(name ? withName(teaching, id, tab.frames(), name) : point(teaching, id, tab.frames(), frameId, one));
}

function mark(choice: Choice | null): void {
  if (choice) tab.send({ do: 'mark', elements: choice.elements }, choice.frameId);
  else if (!isPointing) tab.send({ do: 'mark', elements: [] });
}

function say(next: TeachSaid): void {
  said = next;
  draw();
}

function exportAdapter(): void {
  const adapter = adapterOf(teaching);
  if (!adapter) return;
  const file = `${id}.json`;
  saveTextFile(file, `${JSON.stringify(adapter, null, 2)}\n`);
  say({ is: 'exported', file });
}

function exportPage(at: number): void {
  const [adapter, page] = [adapterOf(teaching), teaching.pages[at]];
  if (!adapter || !page) return;
  const { page: html, label } = redact(page, adapter);
  saveTextFile('page.html', html);
  saveTextFile('label.json', label);
  say({ is: 'exported', file: 'page.html, label.json' });
}

async function save(): Promise<void> {
  const adapter = adapterOf(teaching);
  if (adapter) say({ is: (await saveAdapter(id, adapter)) ? 'saved' : 'notSaved' });
}

function draw(): void {
  const page = (
    <TeachPage
      system={taught?.system.name ?? null}
      exportOnly={taught?.exportOnly ?? null}
      view={isHidden ? { kind: 'hidden' } : teachView(teaching, tab.state(), tab.frames(), isPointing)}
      said={said}
      dates={language === 'cy' ? cy : en}
      onChoose={choose}
      onMark={mark}
      onPoint={(on) => {
        setPointing(on);
        draw();
      }}
      onAskFor={(asks) => go(asks === 'number' ? pointAgain(teaching) : askFor(teaching, asks))}
      onRight={() => go(keepPatient(teaching, id, tab.frames()))}
      onNobody={() => go(keepNobody(teaching, id, tab.frames()))}
      onWrong={() => go(pointAgain(teaching))}
      onForget={(at) => go(forgetPage(teaching, id, at))}
      onRedact={exportPage}
      onSave={() => void save()}
      onExport={exportAdapter}
      onShowAgain={() => void sendCommand({ do: 'showAgain' })}
    />
  );
  render(<PageWordsContext.Provider value={words}>{page}</PageWordsContext.Provider>, document.body);
}

onHiding((hidden) => {
  isHidden = hidden;
  if (hidden) setPointing(false);
  draw();
});
onInForceChanged(async () => {
  taught = await readTaughtSystem(id);
  draw();
});
draw();
