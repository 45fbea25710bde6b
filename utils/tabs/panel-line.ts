import type { PanelOrder } from '../messages.ts';
import type { PageStanding } from '../view/page-standing.ts';
import { judgeOnPanelLine, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import type { HeldLine } from './held-line.ts';
import type { PanelOutlet, TabDesk } from './tab-desk-types.ts';

/** A tab as the browser knows it. */
export type BesideTab = {
  readonly desk: TabDesk;
  /** Of its page. */
  readonly standing: PageStanding;
};

export type PanelLineOptions = {
  /** The tab beside which the panel says it stands; `null`: the browser says it is not in front of its window. */
  readonly tabBeside: (message: Passed<'panel.beside'>) => Promise<BesideTab | null>;
  /** Forgets the desk of a tab in which nothing of ours is left. */
  readonly tidy: (tabId: number) => void;
};

/**
 * The line of the browser's own panel. It stands in no tab, and says beside which; the desk of that tab is asked for
 * another ticket each time, so what was meant for the tab before opens nothing here.
 */
export function panelLine(line: HeldLine, opened: Passed<'panel.open'>, options: PanelLineOptions): void {
  const { from } = opened;
  let leave = () => {};
  let turns = 0;

  async function turnTo(message: Passed<'panel.beside'>): Promise<void> {
    leave();
    turns += 1;
    const turn = turns;
    const { beside: tab } = message.body;
    const there = await options.tabBeside(message);
    if (!there || turn !== turns || line.isOver()) return;
    const { desk } = there;
    const outlet: PanelOutlet = { send: (order) => line.send({ ...order, tab } satisfies PanelOrder) };
    leave = () => {
      leave = () => {};
      desk.panelLeft(outlet);
      options.tidy(tab);
    };
    desk.panelOpened(outlet, there.standing);
  }

  const drop = dropOnLine(judgeOnPanelLine, from);
  line.heardBy({
    hear(message) {
      const said = judgeOnPanelLine(message, from);
      if ('dropped' in said) drop(message);
      else void turnTo(said);
    },
    tooMuch: drop,
    ended: () => leave(),
  });
}
