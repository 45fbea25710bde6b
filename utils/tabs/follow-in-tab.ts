import type { SidebarAnswer } from '../messages.ts';
import type { SidebarCommand } from '../view/view.ts';
import type { PersonSays } from './person-says.ts';

/** What a command can change in the tab it comes from. */
export type FollowInTab = {
  readonly says: PersonSays;
  readonly again: () => void;
  readonly revalidate: () => void;
  /** Ends whatever is being waited for where the command comes from. */
  readonly cancel: () => void;
  readonly answer: (answer: Omit<SidebarAnswer, 'generation'>) => void;
  /** Has the panel follow the page beside it, or the hub, from the beginning. */
  readonly turn: (to: 'page' | 'hub') => void;
  /** Who is open is said by a hub, and not by a page. */
  readonly isHub: boolean;
};

/** Does what a command asks of its own tab; the others are for all tabs. */
export function followInTab(command: SidebarCommand, tab: FollowInTab): void {
  const { says, again, revalidate, cancel, answer, turn, isHub } = tab;
  if (command.do === 'revalidate') revalidate();
  if (command.do === 'retry') {
    if (isHub) turn('hub');
    says.tryAgain();
    again();
  }
  if (command.do === 'cancel') cancel();
  if (command.do === 'confirmBirthDate') says.confirm(command.birthDate);
  if (command.do === 'giveReason') says.giveReason(command);
  if (command.do === 'follow') turn(command.what);
  if (command.do === 'copied') says.did('copy');
  if (command.do === 'printed') says.did('print');
  if (command.do === 'copy' || command.do === 'print') says.takes(command, answer);
}
