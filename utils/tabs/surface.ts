import type { SidebarAnswer, SidebarHello, SidebarOrder } from '../messages.ts';
import type { View } from '../view/view.ts';
import type { Outlet } from './outlet.ts';

/** Where a tab's view may stand: in its page, or in the browser's own panel beside it. */
export type SurfaceName = 'page' | 'panel';

/** One place where a tab's view stands, with a ticket of its own: it opens one frame, once, for one generation. */
export type Surface = {
  readonly ticket: () => string;
  /** A frame asks with this ticket; `false`: it is not this surface's, or no longer. */
  readonly open: (
    hello: SidebarHello,
    generation: number,
    frame: string,
    outlet: Outlet<SidebarOrder | SidebarAnswer>,
  ) => boolean;
  /** The frame that draws here; `null`: none. */
  readonly frame: () => string | null;
  /** What was drawn here last; `null`: nothing yet. */
  readonly drawn: () => View['kind'] | null;
  readonly draw: (order: SidebarOrder) => void;
  /** Tells the frame that draws here, which is the one that asked: within a generation there is no other. */
  readonly answer: (answer: SidebarAnswer) => void;
  readonly left: (frame: string) => void;
  /** A new generation: whoever drew the old one draws nothing more. */
  readonly renew: () => void;
};

/** A surface in which nothing stands yet. */
export function newSurface(newTicket: () => string): Surface {
  let ticket = newTicket();
  let ticketTaken = false;
  let holder: { readonly frame: string; readonly outlet: Outlet<SidebarOrder | SidebarAnswer> } | null = null;
  let drawn: View['kind'] | null = null;

  return {
    ticket: () => ticket,
    open(hello, generation, frame, outlet) {
      if (ticketTaken || hello.generation !== generation || hello.ticket !== ticket) return false;
      ticketTaken = true;
      holder = { frame, outlet };
      return true;
    },
    frame: () => holder?.frame ?? null,
    drawn: () => drawn,
    draw(order) {
      if (!holder) return;
      drawn = order.view.kind;
      holder.outlet.send(order);
    },
    answer: (answer) => holder?.outlet.send(answer),
    left(frame) {
      if (holder?.frame === frame) holder = null;
    },
    renew() {
      holder = null;
      drawn = null;
      ticketTaken = false;
      ticket = newTicket();
    },
  };
}
