import { newSurface, type Surface, type SurfaceName } from './surface.ts';
import type { PanelOutlet } from './tab-desk-types.ts';

type ToPanel = Parameters<PanelOutlet['send']>[0];

/** Where the view of one tab stands, or may: in its page, and in the browser's own panel while that stands beside it. */
export type TabSurfaces = {
  readonly inPage: Surface;
  /** `null`: the panel stands beside another tab, or nowhere. */
  readonly inPanel: () => Surface | null;
  readonly all: () => readonly Surface[];
  readonly named: (name: SurfaceName) => Surface | null;
  readonly heldBy: (frame: string) => Surface | undefined;
  readonly tellPanel: (what: (surface: Surface) => ToPanel) => void;
  readonly panelOpened: (outlet: PanelOutlet) => void;
  readonly panelLeft: (outlet: PanelOutlet) => void;
};

/** Nothing stands anywhere yet. */
export function tabSurfaces(newTicket: () => string): TabSurfaces {
  const inPage = newSurface(newTicket);
  let panel: { readonly outlet: PanelOutlet; readonly surface: Surface } | null = null;
  const inPanel = () => panel?.surface ?? null;
  const all = () => (panel ? [panel.surface, inPage] : [inPage]);

  return {
    inPage,
    inPanel,
    all,
    named: (name) => (name === 'panel' ? inPanel() : inPage),
    heldBy: (frame) => all().find((one) => one.frame() === frame),
    tellPanel: (what) => panel?.outlet.send(what(panel.surface)),
    panelOpened(outlet) {
      panel = { outlet, surface: newSurface(newTicket) };
    },
    panelLeft(outlet) {
      if (panel?.outlet === outlet) panel = null;
    },
  };
}
