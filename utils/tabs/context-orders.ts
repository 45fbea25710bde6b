import { considered, type TabContext } from '../context/tab-context.ts';
import type { PageOrder, PanelContext } from '../messages.ts';
import type { View } from '../view/view.ts';

type ContextOrder = Extract<PageOrder, { do: 'context' }>;

/** The name of the panel among the frames of a desk that is a hub's. */
export const HUB_FRAME = 'hub';

/** What the top frame of a tab is told of its context. */
export function topOrder(
  context: TabContext,
  { about, ticket, gone }: Pick<ContextOrder, 'about' | 'ticket' | 'gone'>,
): ContextOrder {
  return { do: 'context', generation: context.generation, ticket, about, considered: considered(context), gone };
}

/** What the panel is told of it; `rests`: on which of its own reports, where it is the panel that follows a hub. */
export function panelOrder(context: TabContext, ticket: string | null): PanelContext & { readonly rests: number } {
  return { generation: context.generation, ticket, rests: considered(context)[HUB_FRAME] ?? 0 };
}

/** What stands in the panel where the organisation has plans shown in the page alone. */
export function inPageOnly(view: View): View {
  const signedInAs = 'signedInAs' in view ? view.signedInAs : null;
  return { kind: 'notHere', because: { is: 'pageOnly' }, signedInAs };
}
