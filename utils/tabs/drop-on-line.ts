import type { MessageName } from '../messages.ts';
import type { Judged } from './allowed.ts';
import { countDropped } from './dropped.ts';
import type { AnySender } from './sender.ts';

/**
 * Counts what is said over one line and not taken: also what might be said there, and not now.
 *
 * @param judge of that line
 */
export function dropOnLine(
  judge: (raw: unknown, from: AnySender) => Judged<MessageName>,
  from: AnySender,
): (message: unknown) => void {
  return (message) => {
    const said = judge(message, from);
    countDropped('dropped' in said ? said.dropped : said.name, from.kind);
  };
}
