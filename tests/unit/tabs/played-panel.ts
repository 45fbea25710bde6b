import assert from 'node:assert/strict';
import type { PanelContext } from '../../../utils/messages.ts';
import type { PanelOutlet } from '../../../utils/tabs/tab-desk-types.ts';
import type { PageStanding } from '../../../utils/view/page-standing.ts';
import type { DeskRig } from './desk-rig.ts';

/** The browser's own panel beside the tab of a rig, and what must hold whenever it is told something. */
export class PlayedPanel {
  /** What it was told since it stands beside this tab; `null`: it stands elsewhere. */
  contexts: PanelContext[] | null = null;
  /** The tickets that were made as it came: of those made later, the panel's comes first, and then the page's. */
  readonly firstTickets = new Set<string>();
  readonly #rig: DeskRig;
  #outlet: PanelOutlet | null = null;

  constructor(rig: DeskRig) {
    this.#rig = rig;
  }

  /** It turns to this tab, from another one or from this one. */
  comes(standing: PageStanding = 'read'): void {
    const { desk, tickets, holders } = this.#rig;
    holders.panel = null;
    const contexts: PanelContext[] = [];
    this.contexts = contexts;
    this.#outlet = { send: (order) => ('follow' in order ? undefined : this.#told(order, contexts)) };
    const before = tickets.length;
    desk.panelOpened(this.#outlet, standing);
    for (const ticket of tickets.slice(before)) this.firstTickets.add(ticket);
  }

  goes(): void {
    this.contexts = null;
    this.#rig.holders.panel = null;
    if (this.#outlet) this.#rig.desk.panelLeft(this.#outlet);
  }

  #told(context: PanelContext, contexts: PanelContext[]): void {
    assert.equal(contexts, this.contexts, 'S2: a panel that stands elsewhere is told of this tab');
    assert.equal(context.generation, this.#rig.generation, 'S3: the panel is told of a generation that is over');
    contexts.push(context);
  }
}
