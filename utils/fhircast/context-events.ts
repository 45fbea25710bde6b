import { read } from './connect-hub.ts';
import { type HubContext, isSameContext, NOBODY, opened } from './current-context.ts';
import { type HubLink, type HubState, type Step, step, type Trigger } from './hub-link.ts';
import type { ContextEvent, HubMessage } from './hub-messages.ts';
import { isSameOne } from './hub-patient.ts';

/** As many answers are kept, for events that come again. */
const MOST_ANSWERED = 200;

/** A hub that contradicts its own event is asked once more after so long, in milliseconds. */
const ASK_AGAIN_MS = 1_000;

/** As HTTP has them (FHIRcast 2.5): done, taken and not done yet, refused. */
const [DONE, TAKEN, REFUSED] = [200, 202, 409] as const;

type Event = Extract<HubMessage, { kind: 'open' | 'close' }>;
type Reading = Extract<HubLink, { is: 'reading' }>;
type Following = Extract<HubLink, { is: 'following' }>;

/**
 * An event about who is open. It is answered in the same step, and followed at once if it is newer than all that came
 * before and the time of what is followed is known. If it would change that and is not so, it is not followed (an older
 * event counts for nothing), and neither is anybody else until the hub has said who is open.
 */
export function followEvent(state: HubState, event: Event, now: number): Step {
  const { link } = state;
  const before = state.answered.find(({ id }) => id === event.id);
  if (before) return step(state, { do: 'answer', ...before });
  if (link.is === 'opening') return answer(state, event, TAKEN);
  if (link.is === 'reading') return overtake(state, link, event, now);
  return link.is === 'following' ? change(state, link, event, now) : step(state);
}

/** An answer that is on its way will be old; while none is, there is nothing to wait for any more. */
function overtake(state: HubState, link: Reading, event: Event, now: number): Step {
  if (link.doubted && link.doubted.askAt !== null) return doubt(state, link, event, now);
  const because = triggerOf(event, state.newest);
  return answer({ ...state, link: { ...link, again: true, because, doubted: null } }, event, takes(because));
}

function change(state: HubState, link: Following, event: Event, now: number): Step {
  const is = event.kind === 'open' ? openedNow(state, link, event) : closedNow(state, link, event);
  if (is === 'inDoubt') return doubt(state, link, event, now);
  const { context, setAt } = is;
  const next = { ...state, link: { ...link, context, setAt } };
  return answer(next, event, context.kind === 'unusable' && event.kind === 'open' ? REFUSED : DONE);
}

type Now = { readonly context: HubContext; readonly setAt: number | null } | 'inDoubt';

function openedNow({ newest }: HubState, { context, setAt }: Following, event: ContextEvent): Now {
  const next = opened(event);
  const isNewest = event.at !== null && event.at > newest;
  if (isNewest && setAt !== null) return { context: next, setAt: event.at };
  // It says what the hub has said already, and with a time if it is the newest there is.
  if (isSameContext(next, context)) return { context, setAt: isNewest ? event.at : setAt };
  return 'inDoubt';
}

/** A close of somebody else leaves who is open where they are: of several records the last one opened is current. */
function closedNow({ newest }: HubState, { context, setAt }: Following, { at, patient }: ContextEvent): Now {
  const stays = { context, setAt };
  if (context.kind === 'nobody') return stays;
  const whose = patient && context.patient ? isSameOne(patient, context.patient) : 'cannotTell';
  if (whose === 'other') return stays;
  const isOlder = at === null || at < (setAt ?? newest);
  return whose === 'same' && !isOlder ? { context: NOBODY, setAt: at } : 'inDoubt';
}

function doubt(state: HubState, { connection }: Reading | Following, event: Event, now: number): Step {
  const because = triggerOf(event, state.newest);
  const reading = read(state, connection, now, { because });
  const answered = answer(reading.state, event, takes(because));
  return step(answered.state, ...answered.acts, ...reading.acts);
}

function triggerOf(event: Event, newest: number): Trigger {
  const { id, name, at } = event;
  const context = event.kind === 'open' ? opened(event) : NOBODY;
  return { id, name, at: at !== null && at > newest ? at : null, context };
}

/** Nobody who cannot be told can be followed, whatever the hub says next. */
function takes({ context }: Trigger): number {
  return context.kind === 'unusable' ? REFUSED : TAKEN;
}

function answer(state: HubState, { id, at }: Event, status: number): Step {
  const answered = [...state.answered, { id, status }].slice(-MOST_ANSWERED);
  const newest = Math.max(state.newest, at ?? Number.NEGATIVE_INFINITY);
  return step({ ...state, answered, newest }, { do: 'answer', id, status });
}

/**
 * The hub has said who is open. Only an answer that nothing has overtaken counts; and one that says something else than
 * the event for which it was asked only if it says so twice: a hub may tell of a change before it has made it.
 */
export function followAnswer(state: HubState, context: HubContext, now: number): Step {
  const { link } = state;
  if (link.is !== 'reading') return step(state);
  const { connection, because, doubted, again } = link;
  if (again) return read(state, connection, now, { because });
  const isOfEvent = because !== null && isSameContext(because.context, context);
  const isSaidTwice = doubted !== null && isSameContext(doubted.context, context);
  if (because && !isOfEvent && !isSaidTwice) {
    return step({ ...state, link: { ...link, doubted: { context, askAt: now + ASK_AGAIN_MS } } });
  }
  const setAt = isOfEvent ? because.at : null;
  const following = { is: 'following', connection, context, setAt, checking: null } as const;
  const followed = { ...state, link: following, broken: null, tries: 0 };
  const cannot = because !== null && context.kind === 'unusable' && because.context.kind !== 'unusable';
  return cannot ? step(followed, { do: 'refuse', id: because.id, name: because.name }) : step(followed);
}

/** The time has come to ask once more. */
export function askAgain(state: HubState, now: number): Step {
  const { link } = state;
  if (link.is !== 'reading') return step(state);
  const { connection, because, doubted } = link;
  return read(state, connection, now, { because, doubted: doubted && { ...doubted, askAt: null } });
}
