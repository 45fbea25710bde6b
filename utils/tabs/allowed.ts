import { messageSchemas } from '../message-schemas.ts';
import {
  FIND_LINE,
  GUARD_LINE,
  HUB_LINE,
  type MessageName,
  PAGE_LINE,
  PANEL_LINE,
  SIDEBAR_LINE,
  type ToBackground,
} from '../messages.ts';
import type { AnySender, SenderKind } from './sender.ts';

/**
 * Who may say what to the background: the whole of it. A kind of sender that does not stand beside a message is
 * dropped with it, and so is whatever has no line here. That a frame of ours holds the ticket of its tab is for the
 * tab's desk to say, besides.
 */
export const allowed = {
  'page.open': ['enabledPage'],
  'page.report': ['enabledPage'],
  'page.need': ['enabledPage'],
  'page.note': ['enabledPage'],
  'guard.open': ['enabledPage'],
  'guard.report': ['enabledPage'],
  'panel.open': ['ownPanel'],
  'panel.beside': ['ownPanel'],
  'hub.open': ['ownPanel'],
  'hub.report': ['ownPanel'],
  'hub.nextTo': ['ownPanel'],
  'hub.ask': ['ownPanel'],
  'sidebar.open': ['ownFrame', 'panelFrame'],
  'sidebar.hello': ['ownFrame', 'panelFrame'],
  'sidebar.sight': ['ownFrame'],
  'find.open': ['findPage'],
  'find.report': ['findPage'],
  'find.list': ['findPage'],
  'command.signIn': ['ownFrame', 'panelFrame', 'findPage'],
  'command.signOut': ['ownFrame', 'panelFrame', 'findPage'],
  'command.lock': ['ownFrame', 'panelFrame', 'findPage'],
  'command.cancel': ['ownFrame', 'panelFrame', 'findPage'],
  'command.chooseRole': ['ownFrame', 'panelFrame', 'findPage'],
  'command.switchRole': ['ownFrame', 'panelFrame', 'findPage'],
  'command.hideNow': ['ownFrame', 'panelFrame', 'findPage'],
  'command.showAgain': ['ownFrame', 'panelFrame', 'findPage', 'teachPage'],
  'command.enableHere': ['panelFrame'],
  'command.health': ['ownFrame', 'panelFrame', 'findPage'],
  'command.teach': ['ownFrame', 'panelFrame'],
  'command.giveReason': ['ownFrame', 'panelFrame'],
  'command.find': ['ownFrame', 'panelFrame'],
  'command.copied': ['ownFrame', 'panelFrame'],
  'command.printed': ['ownFrame', 'panelFrame'],
  'command.copy': ['ownFrame', 'panelFrame'],
  'command.print': ['ownFrame', 'panelFrame'],
  'command.retry': ['ownFrame', 'panelFrame'],
  'command.revalidate': ['ownFrame', 'panelFrame'],
  'command.confirmBirthDate': ['ownFrame', 'panelFrame'],
  'command.follow': ['panelFrame'],
  'command.arrange': ['ownFrame'],
} as const satisfies Readonly<Record<MessageName, readonly SenderKind[]>>;

/** What a message is called when it is counted: by the table, or nothing. */
export type Called = MessageName | 'unknown';

export type OnPageLine = 'page.report' | 'page.need' | 'page.note';
export type OnFindLine = 'find.report' | 'find.list';
export type OnHubLine = 'hub.report' | 'hub.nextTo' | 'hub.ask';
export type Opening = Extract<MessageName, `${string}.open`>;
export type Command = Extract<MessageName, `command.${string}`>;

declare const byTheTable: unique symbol;

/**
 * A message that has passed: well-formed, and from somebody the table names. Whatever acts on a message asks for one
 * of these, and only this file can make it, so nothing is acted on without the table's word.
 */
export type Passed<Name extends MessageName = MessageName> = {
  readonly [Each in Name]: {
    readonly name: Each;
    readonly body: ToBackground[Each];
    readonly from: From<(typeof allowed)[Each][number]>;
    readonly [byTheTable]: true;
  };
}[Name];

type From<Kind extends SenderKind> = Extract<AnySender, { readonly kind: Kind }>;

export type Judged<Name extends MessageName> = Passed<Name> | { readonly dropped: Called };

type Said<Name extends MessageName> = { readonly name: Name; readonly body: unknown; readonly from: AnySender };

/** Judges the opening of a line by the name of its port. */
export function judgeOpening(portName: string, from: AnySender): Judged<Opening> {
  if (portName === PAGE_LINE) return judge('page.open', null, from);
  if (portName === GUARD_LINE) return judge('guard.open', null, from);
  if (portName === PANEL_LINE) return judge('panel.open', null, from);
  if (portName === HUB_LINE) return judge('hub.open', null, from);
  if (portName === SIDEBAR_LINE) return judge('sidebar.open', null, from);
  if (portName === FIND_LINE) return judge('find.open', null, from);
  return { dropped: 'unknown' };
}

/** Judges something said over the line of a page frame. */
export function judgeOnPageLine(raw: unknown, from: AnySender): Judged<OnPageLine> {
  if (has(raw, 'sighting')) return judge('page.report', raw, from);
  if (has(raw, 'needs')) return judge('page.need', raw, from);
  if (has(raw, 'unread')) return judge('page.note', raw, from);
  return { dropped: 'unknown' };
}

/** Judges something said over the line of the script that guards the sidebar in a page. */
export function judgeOnGuardLine(raw: unknown, from: AnySender): Judged<'guard.report'> {
  return has(raw, 'sight') ? judge('guard.report', raw, from) : { dropped: 'unknown' };
}

/** Judges something said over the line of the panel. */
export function judgeOnPanelLine(raw: unknown, from: AnySender): Judged<'panel.beside'> {
  return has(raw, 'beside') ? judge('panel.beside', raw, from) : { dropped: 'unknown' };
}

/** Judges something said over the line of the panel that is about a hub. */
export function judgeOnHubLine(raw: unknown, from: AnySender): Judged<OnHubLine> {
  if (has(raw, 'says')) return judge('hub.report', raw, from);
  if (has(raw, 'nextTo')) return judge('hub.nextTo', raw, from);
  return has(raw, 'asks') ? judge('hub.ask', raw, from) : { dropped: 'unknown' };
}

/** Judges something said over the line of a sidebar frame. */
export function judgeOnSidebarLine(raw: unknown, from: AnySender): Judged<'sidebar.hello' | 'sidebar.sight'> {
  if (has(raw, 'inSight')) return judge('sidebar.sight', raw, from);
  return has(raw, 'ticket') ? judge('sidebar.hello', raw, from) : { dropped: 'unknown' };
}

/** Judges something said over the line of the page in which a person is found. */
export function judgeOnFindLine(raw: unknown, from: AnySender): Judged<OnFindLine> {
  if (has(raw, 'wants')) return judge('find.report', raw, from);
  return has(raw, 'list') ? judge('find.list', raw, from) : { dropped: 'unknown' };
}

/** Judges a command, as it is sent or out of its envelope. */
export function judgeCommand(raw: unknown, from: AnySender): Judged<Command> {
  const name = has(raw, 'do') && typeof raw.do === 'string' ? `command.${raw.do}` : '';
  return isCommand(name) ? judge(name, raw, from) : { dropped: 'unknown' };
}

function judge<Name extends MessageName>(name: Name, raw: unknown, from: AnySender): Judged<Name> {
  const parsed = messageSchemas[name].safeParse(raw);
  const said = { name, body: parsed.data, from };
  return parsed.success && standsInTable(said) ? said : { dropped: name };
}

/** The table's word. */
function standsInTable<Name extends MessageName>(said: Said<Name>): said is Said<Name> & Passed<Name> {
  const kinds: readonly SenderKind[] = allowed[said.name];
  return kinds.includes(said.from.kind);
}

function isCommand(name: string): name is Command {
  return name.startsWith('command.') && Object.hasOwn(allowed, name);
}

/** Whether something has a part of that name, by which it can be called; what the part holds has still to be judged. */
function has<Part extends string>(raw: unknown, part: Part): raw is Readonly<Record<Part, unknown>> {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, part);
}
