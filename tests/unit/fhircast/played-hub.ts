import { parseCurrentContext } from '../../../utils/fhircast/current-context.ts';
import { followHub, type Happened, startHub } from '../../../utils/fhircast/follow-hub.ts';
import { type HubAct, type HubState, type Step, wakeAt } from '../../../utils/fhircast/hub-link.ts';
import { parseHubMessage } from '../../../utils/fhircast/hub-messages.ts';
import { type HubSays, hubSays } from '../../../utils/fhircast/hub-says.ts';
import {
  confirmationOf,
  contextAnswer,
  eventOf,
  heartbeatOf,
  type Named,
  patientOf,
  TOPIC,
  UNNAMED,
} from './hub-words.ts';

/** Who is open in the played hub; `unnamed`: somebody without an NHS number. */
export type Open = Named | 'unnamed' | null;

type Panel = {
  state: HubState;
  /** Open towards the hub. */
  socket: { readonly queue: string[]; isDead: boolean } | null;
  /** Requests on their way to the hub, and answers on their way back. */
  readonly requests: (() => void)[];
  readonly answers: Happened[];
  readonly refused: string[];
};

/** How a change is told; `late`: with a time before everything that was told so far. */
type Told = { readonly late?: boolean };

/**
 * A hub, and panels that follow it, in a world where everything takes time: requests, answers and messages arrive one by
 * one, in an order that `choose` gives; of one socket, in theirs.
 */
export function playedHub(choose: (of: number) => number, panelCount = 2) {
  let now = Date.UTC(2026, 10, 26, 12);
  let open: Open = null;
  let [isUp, events] = [true, 0];
  let last: string | null = null;
  const old: string[] = [];
  const panels: Panel[] = Array.from({ length: panelCount }, () => {
    const { state, acts } = startHub(now);
    const panel: Panel = { state, socket: null, requests: [], answers: [], refused: [] };
    for (const act of acts) perform(panel, act);
    return panel;
  });

  function perform(panel: Panel, act: HubAct): void {
    if (act.do === 'subscribe') panel.requests.push(() => panel.answers.push(subscription(act.asked)));
    if (act.do === 'read') panel.requests.push(() => panel.answers.push(reading(act.asked)));
    if (act.do === 'open') {
      panel.requests.push(() => {
        panel.socket = { queue: isUp ? [confirmationOf()] : [], isDead: !isUp };
      });
    }
    if (act.do === 'close') panel.socket = null;
    if (act.do === 'refuse') panel.refused.push(act.id);
    if (act.do === 'answer' && act.status === 409) panel.refused.push(act.id);
  }

  function subscription(asked: number): Happened {
    if (!isUp) return { is: 'notSubscribed', asked, cause: 'unreachable' };
    return { is: 'subscribed', asked, endpoint: 'wss://hub.example/1', topic: TOPIC };
  }

  function reading(asked: number): Happened {
    const answer = contextAnswer(open === 'unnamed' ? UNNAMED : open && patientOf(open));
    return { is: 'read', asked, context: isUp ? parseCurrentContext(answer) : null };
  }

  function happens(panel: Panel, happened: Happened): void {
    const next: Step = followHub(panel.state, happened, { now, chance: 0.5 });
    panel.state = next.state;
    for (const act of next.acts) perform(panel, act);
  }

  function send(message: string): void {
    for (const { socket } of panels) if (socket && !socket.isDead) socket.queue.push(message);
  }

  function nextId(kind: string): string {
    events += 1;
    return `${kind}-${events}`;
  }

  function write(name: string, patient: object, { late = false }: Told = {}): string {
    now += 10;
    const message = eventOf(name, patient, { id: nextId('event'), at: late ? now - 3_600_000 - events : now });
    old.push(message);
    return message;
  }

  /** One thing that is under way arrives; `false`: nothing is. */
  function arrive(): boolean {
    const ways = panels.flatMap((panel) => [
      ...(panel.requests.length > 0 ? [() => panel.requests.shift()?.()] : []),
      ...(panel.answers.length > 0 ? [() => happens(panel, panel.answers.shift() as Happened)] : []),
      ...(panel.socket && panel.socket.queue.length > 0
        ? [() => happens(panel, { is: 'said', message: parseHubMessage(panel.socket?.queue.shift()) })]
        : []),
    ]);
    const way = ways[choose(ways.length)];
    way?.();
    return way !== undefined;
  }

  return {
    panels: () =>
      panels.map(({ state, socket, refused }) => ({
        says: hubSays(state) as HubSays,
        refused,
        /** Something of the hub's is on its way, so this panel cannot know it. */
        isBehind: socket !== null && (socket.isDead || socket.queue.length > 0),
      })),
    open: () => open,
    change(to: Exclude<Open, null>, told: Told = {}): void {
      open = to;
      last = write('Patient-open', to === 'unnamed' ? UNNAMED : patientOf(to), told);
      if (isUp) send(last);
    },
    /** Two changes, of which panels hear the second first. */
    changeTwice(first: Named, second: Named): void {
      const before = write('patient-open', patientOf(first));
      open = second;
      last = write('patient-open', patientOf(second));
      if (isUp) for (const message of [last, before]) send(message);
    },
    close(whose: Named): void {
      if (open !== null && open !== 'unnamed' && open.nhsNumber === whose.nhsNumber) open = null;
      last = write('Patient-close', patientOf(whose));
      if (isUp) send(last);
    },
    again(): void {
      if (last) send(last);
    },
    /** An event of long ago comes once more, as another. */
    stale(which: number): void {
      const message = old[which % Math.max(old.length, 1)];
      if (message) send(message.replace(/"id":"event-(\d+)"/, `"id":"${nextId('again')}"`));
    },
    /** Somebody is opened, and what is said of it cannot be read. */
    garble(to: Named): void {
      open = to;
      if (isUp) send('{"timestamp":1}');
    },
    drop(which: number): void {
      const panel = panels[which % panels.length];
      if (!panel?.socket) return;
      panel.socket = null;
      happens(panel, { is: 'closed' });
    },
    /** Nothing comes through any more, and nobody says so. */
    deafen(which: number): void {
      const panel = panels[which % panels.length];
      if (panel?.socket) panel.socket = { queue: [], isDead: true };
    },
    /** Everybody is put out; whoever is open may be forgotten. */
    restart(forgets: boolean): void {
      if (forgets) open = null;
      for (const panel of panels) {
        if (!panel.socket) continue;
        panel.socket = null;
        happens(panel, { is: 'closed' });
      }
    },
    setUp(up: boolean): void {
      isUp = up;
      if (!up) this.restart(false);
    },
    arrive,
    /** Time goes on: the hub's heartbeats come, and whatever is due is done. */
    pass(ms: number): void {
      const end = now + ms;
      while (arrive());
      while (now < end) {
        now = Math.min(end, now + 1_000);
        if (now % 5_000 < 1_000 && isUp) send(heartbeatOf(nextId('beat'), now));
        for (const panel of panels) if (wakeAt(panel.state) <= now) happens(panel, { is: 'time' });
        while (arrive());
      }
    },
  };
}
