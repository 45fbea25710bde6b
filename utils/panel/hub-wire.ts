import type { Subscribed } from '../fhircast/ask-hub.ts';
import { parseCurrentContext } from '../fhircast/current-context.ts';
import { followHub, type Happened, startHub } from '../fhircast/follow-hub.ts';
import { type HubAct, type HubState, type Step, wakeAt } from '../fhircast/hub-link.ts';
import { parseHubMessage } from '../fhircast/hub-messages.ts';
import { type HubSays, hubSays, isSameSaid } from '../fhircast/hub-says.ts';
import type { HubAsk } from '../messages.ts';
import { steadyClock } from './steady-clock.ts';

export type HubWireOptions = {
  /** The last question of the wire before: an answer to one of those is none to this one. */
  readonly askedBefore: number;
  /** Asks the background, which holds the token. */
  readonly ask: (question: HubAsk) => void;
  /** Called in the very event after which something else is true of the hub, before anything else is done. */
  readonly says: (says: HubSays) => void;
};

/** The WebSocket to a hub, and all that is known by it. */
export type HubWire = {
  readonly now: () => HubSays;
  /** The last question it has asked. */
  readonly asked: () => number;
  readonly subscribed: (asked: number, answer: Subscribed) => void;
  /** @param answer as it came from the hub */
  readonly read: (asked: number, answer: unknown) => void;
  /** The background that was asked is gone: the next one is asked the same. */
  readonly askAgain: () => void;
  readonly tryNow: () => void;
  /** Nobody listens any more. */
  readonly stop: () => void;
};

/** A browser waits no longer than this at once (milliseconds). */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** How a WebSocket is closed by somebody who goes (RFC 6455 §7.4.1). */
const NORMAL_CLOSURE = 1000;

/** Begins to follow: does what the rules of `utils/fhircast` say, and tells them what happens. */
export function hubWire({ askedBefore, ask, says }: HubWireOptions): HubWire {
  const clock = steadyClock();
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const first = startHub(clock(), askedBefore);
  let state: HubState = first.state;

  function go({ state: next, acts }: Step): void {
    const before = hubSays(state);
    state = next;
    const after = hubSays(state);
    if (!isSameSaid(before, after)) says(after);
    for (const act of acts) perform(act);
    clearTimeout(timer);
    timer = setTimeout(() => happens({ is: 'time' }), Math.min(Math.max(wakeAt(state) - clock(), 0), LONGEST_WAIT_MS));
  }

  function happens(happened: Happened): void {
    if (!isOver) go(followHub(state, happened, { now: clock(), chance: Math.random() }));
  }

  function perform(act: HubAct): void {
    if (act.do === 'subscribe') ask({ asks: 'subscribe', asked: act.asked });
    if (act.do === 'read') ask({ asks: 'read', asked: act.asked });
    if (act.do === 'renew') ask({ asks: 'renew', endpoint: act.endpoint });
    if (act.do === 'refuse') ask({ asks: 'refuse', id: act.id, name: act.name });
    if (act.do === 'open') open(act.endpoint);
    if (act.do === 'close') close();
    if (act.do === 'answer' && socket?.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ id: act.id, status: act.status }));
    }
  }

  function open(endpoint: string): void {
    const mine = new WebSocket(endpoint);
    socket = mine;
    mine.addEventListener('message', ({ data }) => {
      if (socket === mine) happens({ is: 'said', message: parseHubMessage(data) });
    });
    mine.addEventListener('close', () => {
      if (socket === mine) happens({ is: 'closed' });
    });
  }

  function close(): void {
    const mine = socket;
    socket = null;
    mine?.close(NORMAL_CLOSURE);
  }

  go(first);
  return {
    now: () => hubSays(state),
    asked: () => state.asked,
    subscribed(asked, answer) {
      const { ok: _, ...rest } = answer;
      if ('cause' in rest) happens({ is: 'notSubscribed', asked, cause: rest.cause });
      else happens({ is: 'subscribed', asked, ...rest });
    },
    read: (asked, answer) => happens({ is: 'read', asked, context: parseCurrentContext(answer) }),
    askAgain() {
      const { link } = state;
      if (link.is === 'subscribing') ask({ asks: 'subscribe', asked: link.asked });
      if (link.is === 'reading') ask({ asks: 'read', asked: link.asked });
      if (link.is === 'following' && link.checking) ask({ asks: 'read', asked: link.checking.asked });
    },
    tryNow: () => happens({ is: 'tryNow' }),
    stop() {
      isOver = true;
      clearTimeout(timer);
      close();
    },
  };
}
