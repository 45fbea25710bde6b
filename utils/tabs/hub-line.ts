import type { HubAsk, HubOrder } from '../messages.ts';
import { judgeOnHubLine, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import type { HeldLine } from './held-line.ts';
import type { Hubs } from './hubs.ts';
import type { PanelOutlet } from './tab-desk-types.ts';

/**
 * The line of the panel that is about a hub. The panel holds the WebSocket, since it lives for as long as it is open;
 * what takes a token is asked here. Whom the hub has open is what the desk of this line shows.
 */
export async function hubLine(
  line: HeldLine,
  opened: Passed<'hub.open'>,
  { hubs }: { readonly hubs: Hubs },
): Promise<void> {
  const { from } = opened;
  await hubs.ready();
  if (line.isOver()) return;
  const send = (order: HubOrder) => line.send(order);
  const hub = hubs.open((now) => send({ do: 'hub', ...now }));
  let endpoint: string | null = null;
  let subscriptions = 0;
  let outlet: PanelOutlet | null = null;

  /** Each time another frame is to stand there. */
  function stand(): void {
    if (outlet) hub.desk.panelLeft(outlet);
    outlet = { send: (order) => send('follow' in order ? { do: 'follow', ...order } : { do: 'context', ...order }) };
    hub.desk.panelOpened(outlet, 'read');
  }

  async function ask(question: HubAsk): Promise<void> {
    const { requests } = hubs;
    if (question.asks === 'refuse') return requests.refuse({ id: question.id, name: question.name });
    if (question.asks === 'renew') return renew(question.endpoint);
    if (question.asks === 'read') return send({ do: 'read', asked: question.asked, answer: await requests.read() });
    leave();
    const mine = ++subscriptions;
    const answer = await requests.subscribe();
    if (mine === subscriptions && !line.isOver()) {
      endpoint = answer.ok ? answer.endpoint : null;
      send({ do: 'subscribed', asked: question.asked, answer });
    } else if (answer.ok) void requests.unsubscribe(answer.endpoint);
  }

  /** The background that subscribed may have been killed since: the panel knows its WebSocket, and this one does not. */
  async function renew(asked: string): Promise<void> {
    endpoint ??= asked;
    if (asked === endpoint) await hubs.requests.renew(endpoint);
  }

  /** The hub is told that nobody listens at that end any more. */
  function leave(): void {
    if (endpoint) void hubs.requests.unsubscribe(endpoint);
    endpoint = null;
  }

  const drop = dropOnLine(judgeOnHubLine, from);
  line.heardBy({
    hear(message) {
      const said = judgeOnHubLine(message, from);
      if ('dropped' in said) return drop(message);
      if (said.name === 'hub.report') return hub.report(said.body);
      if (said.name === 'hub.ask') return void ask(said.body);
      hub.turnTo(said.body.nextTo);
      stand();
    },
    tooMuch: drop,
    ended() {
      leave();
      hub.end();
    },
  });
}
