import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { Outcome } from '../commands.ts';
import { commandEnvelope } from '../message-schemas.ts';
import { type Command, judgeCommand, type Passed } from './allowed.ts';
import { countDropped } from './dropped.ts';
import { type FindPage, type OwnFrame, parseSender, type SystemAt, senderOf, type TeachPage } from './sender.ts';

/** A command that came as a message: the browser's word on tab, frame and document says whose it is. */
export type FromFrame = Passed<Command> & { readonly from: OwnFrame | FindPage | TeachPage };

export type CommandOptions = {
  /** Does what is asked, if this frame may ask it now. */
  readonly follow: (command: FromFrame) => Promise<Outcome>;
  readonly systemAt: SystemAt;
};

/**
 * Accepts commands of sidebar frames in tabs, and of the pages in which a person is found or a system is taught. Whatever else anybody sends is
 * dropped and counted: a frame of ours is told so of a command, and nobody else is answered at all.
 *
 * This is the receiving end of `commands.ts` in place of the messaging library's own, which answers every sender, and
 * takes a name that all objects inherit for one that somebody listens to: `constructor` gets its message back.
 */
export function acceptCommands(options: CommandOptions): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const outcome = hear(message, sender, options).catch(() => 'dropped' as const);
    const isOurs = ['ownFrame', 'findPage', 'teachPage'].includes(parseSender(sender).kind);
    const isAnswered = isOurs && commandEnvelope.safeParse(message).success;
    // The library's sending end takes this for an answer. Without a promise the browser says that nobody answers.
    return isAnswered ? outcome.then((res) => ({ res })) : undefined;
  });
}

async function hear(message: unknown, sender: unknown, { follow, systemAt }: CommandOptions): Promise<Outcome> {
  const from = await senderOf(sender, systemAt);
  const envelope = commandEnvelope.safeParse(message);
  const command = envelope.success ? judgeCommand(envelope.data.data, from) : ({ dropped: 'unknown' } as const);
  const outcome = !('dropped' in command) && isFromFrame(command) ? await follow(command) : 'dropped';
  if (outcome === 'dropped') countDropped('dropped' in command ? command.dropped : command.name, from.kind);
  return outcome;
}

function isFromFrame(command: Passed<Command>): command is FromFrame {
  return command.from.kind !== 'panelFrame';
}
