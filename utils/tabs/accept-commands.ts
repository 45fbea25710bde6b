import { type Outcome, onCommand } from '../commands.ts';
import { sidebarCommandSchema } from '../message-schemas.ts';
import type { SidebarCommand } from '../view/view.ts';
import { parseSender, type Sender } from './sender.ts';

/**
 * Accepts commands of sidebar frames; whatever comes from anybody else, or is no command, is dropped.
 *
 * @param follow does what is asked, if this frame may ask it now
 */
export function acceptCommands(follow: (command: SidebarCommand, from: Sender) => Promise<Outcome>): void {
  onCommand('sidebar', async ({ data, sender }) => {
    const from = parseSender(sender);
    const command = sidebarCommandSchema.safeParse(data);
    return from?.kind === 'sidebar' && command.success ? follow(command.data, from) : 'dropped';
  });
}
