import { ASK_EVERY_MS, ASKED_MS, confirm, heard, lose, openSocket, read, subscribe } from './connect-hub.ts';
import { askAgain, followAnswer, followEvent } from './context-events.ts';
import { type HubContext, isSameContext } from './current-context.ts';
import { type HubFault, type HubLink, type HubState, type Moment, type Step, step } from './hub-link.ts';
import type { HubMessage } from './hub-messages.ts';

export { startHub } from './connect-hub.ts';

/** What can happen to a link; `asked` is the number of the question that is answered. */
export type Happened =
  | { readonly is: 'time' }
  /** The person at the screen does not want to wait for the next try. */
  | { readonly is: 'tryNow' }
  | { readonly is: 'subscribed'; readonly asked: number; readonly endpoint: string; readonly topic: string }
  | { readonly is: 'notSubscribed'; readonly asked: number; readonly cause: HubFault }
  | { readonly is: 'said'; readonly message: HubMessage }
  | { readonly is: 'closed' }
  /** `null`: the hub did not say who is open. */
  | { readonly is: 'read'; readonly asked: number; readonly context: HubContext | null };

type Open = Extract<HubLink, { is: 'reading' | 'following' }>;

/**
 * The one function by which a hub is followed (facts: domain C5). Pure: it says what is true after something has
 * happened, and what is to be done; the panel does it (`utils/panel/hub-wire.ts`).
 */
export function followHub(before: HubState, happened: Happened, moment: Moment): Step {
  const timed = onTime(before, moment);
  const wasLost = timed.state.link.is === 'lost' && before.link.is !== 'lost';
  // What comes over a link that is over has nothing to say.
  if (happened.is === 'time' || wasLost) return timed;
  const next = react(timed.state, happened, moment);
  return step(next.state, ...timed.acts, ...next.acts);
}

function react(state: HubState, happened: Exclude<Happened, { is: 'time' }>, moment: Moment): Step {
  const { link } = state;
  switch (happened.is) {
    case 'tryNow':
      if (link.is === 'following') return read(state, link.connection, moment.now);
      return link.is === 'lost' ? subscribe(state, moment.now) : step(state);
    case 'subscribed':
      return isAnswer(link, happened) ? openSocket(state, happened, moment.now) : step(state);
    case 'notSubscribed':
      return isAnswer(link, happened) ? lose(state, happened.cause, moment) : step(state);
    case 'closed':
      return link.is === 'subscribing' || link.is === 'lost' ? step(state) : lose(state, 'closed', moment);
    case 'said':
      return hear(heard(state, moment.now), happened.message, moment);
    case 'read':
      return answered(state, happened, moment);
  }
}

function isAnswer(link: HubLink, { asked }: { readonly asked: number }): boolean {
  return link.is === 'subscribing' && link.asked === asked;
}

function hear(state: HubState, message: HubMessage, moment: Moment): Step {
  const { link } = state;
  if (link.is === 'subscribing' || link.is === 'lost') return step(state);
  switch (message.kind) {
    case 'confirmed':
      return confirm(state, message, moment);
    case 'denied':
      return lose(state, 'denied', moment);
    case 'heartbeat':
      return step(heard(state, moment.now, message.periodMs), { do: 'answer', id: message.id, status: 200 });
    case 'other':
      return step(state, { do: 'answer', id: message.id, status: 200 });
    case 'open':
    case 'close':
      return followEvent(state, message, moment.now);
    case 'unreadable':
      return unheard(state, moment);
  }
}

/** It may have said that somebody else is open. */
function unheard(state: HubState, { now }: Moment): Step {
  const { link } = state;
  if (link.is === 'following') return read(state, link.connection, now);
  return step(link.is === 'reading' ? { ...state, link: { ...link, again: true } } : state);
}

function answered(state: HubState, { asked, context }: Extract<Happened, { is: 'read' }>, moment: Moment): Step {
  const { link } = state;
  if (link.is === 'reading' && link.asked === asked) {
    return context === null ? lose(state, 'noContext', moment) : followAnswer(state, context, moment.now);
  }
  if (link.is !== 'following' || link.checking?.asked !== asked) return step(state);
  if (context === null) return lose(state, 'silent', moment);
  // Nothing has been heard of that change: it is asked once more, and nobody is followed until it is known.
  if (!isSameContext(context, link.context)) return read(state, link.connection, moment.now);
  const connection = { ...link.connection, asksAt: moment.now + ASK_EVERY_MS };
  return step({ ...state, link: { ...link, connection, checking: null } });
}

/** What is due by now. */
function onTime(state: HubState, moment: Moment): Step {
  const { link } = state;
  const { now } = moment;
  switch (link.is) {
    case 'lost':
      return now >= link.nextAt ? subscribe(state, now) : step(state);
    case 'subscribing':
      return now >= link.until ? lose(state, 'unreachable', moment) : step(state);
    case 'opening':
      return now >= link.until ? lose(state, 'silent', moment) : step(state);
    case 'reading':
      return now < (link.doubted?.askAt ?? link.until) ? whileOpen(state, link, moment) : readDue(state, moment);
    case 'following':
      if (link.checking && now >= link.checking.until) return lose(state, 'silent', moment);
      return whileOpen(state, link, moment);
  }
}

function readDue(state: HubState, moment: Moment): Step {
  const { link } = state;
  const isWaiting = link.is === 'reading' && link.doubted !== null && link.doubted.askAt !== null;
  return isWaiting ? askAgain(state, moment.now) : lose(state, 'noContext', moment);
}

function whileOpen(state: HubState, link: Open, moment: Moment): Step {
  const { now } = moment;
  const { silentAt, endsAt, renewAt, asksAt, endpoint } = link.connection;
  if (now >= endsAt) return lose(state, 'expired', moment);
  if (now >= silentAt) return lose(state, 'silent', moment);
  if (now >= renewAt) {
    const connection = { ...link.connection, renewAt: Number.POSITIVE_INFINITY };
    return step({ ...state, link: { ...link, connection } }, { do: 'renew', endpoint });
  }
  return asksAt !== null && now >= asksAt ? check(state, link, now) : step(state);
}

function check(state: HubState, link: Open, now: number): Step {
  const connection = { ...link.connection, asksAt: now + ASK_EVERY_MS };
  if (link.is === 'reading' || link.checking) return step({ ...state, link: { ...link, connection } });
  const asked = state.asked + 1;
  const checking = { asked, until: now + ASKED_MS };
  return step({ ...state, asked, link: { ...link, connection, checking } }, { do: 'read', asked });
}
