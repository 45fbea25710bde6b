import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PatientFrames } from '../../../utils/page/patient-frames.ts';
import { confirmationOf, contextAnswer, eventOf, okafor, patientOf, reed, TOPIC } from '../fhircast/hub-words.ts';
import type { FakePort } from '../tabs/fake-runtime.ts';

const lines = vi.hoisted(() => ({ opened: [] as FakePort[] }));
vi.mock('../../../utils/browser.ts', async () => {
  const { FakePort: Port } = await import('../tabs/fake-runtime.ts');
  const connect = ({ name }: { name: string }) => {
    const port = new Port(name, null);
    lines.opened.push(port);
    return port;
  };
  return { browser: { runtime: { connect } } };
});

const { followEither } = await import('../../../utils/panel/follow-either.ts');

/** A WebSocket that a test speaks over. */
class PlayedSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: PlayedSocket | null = null;
  readonly readyState = PlayedSocket.OPEN;
  readonly sent: unknown[] = [];
  isClosed = false;
  constructor() {
    super();
    PlayedSocket.last = this;
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.isClosed = true;
  }
  says(text: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: text }));
  }
}

let stands: { readonly generation: number; readonly stillTrue: () => boolean } | null = null;
const frames: PatientFrames = {
  move: () => {},
  takeAway: () => {
    stands = null;
  },
  show: ({ generation }, stillTrue) => {
    stands = { generation, stillTrue };
  },
};
const lineOf = (name: string): FakePort => {
  const found = lines.opened.findLast((line) => line.name === name);
  if (!found) throw new Error(`No line "${name}" is open.`);
  return found;
};
const orders = () => lineOf('hub').orders as Record<string, unknown>[];
const lastReport = () => orders().findLast((order) => 'says' in order) as { sequence: number; says: { is: string } };
const socket = (): PlayedSocket => {
  if (!PlayedSocket.last) throw new Error('There is no WebSocket.');
  return PlayedSocket.last;
};
const tell = (order: object) => lineOf('hub').say(order);

/** Up to where the hub has answered that this person is open. */
function connects(patient: object | null): void {
  const asked = (asks: string) => orders().findLast((order) => order.asks === asks)?.asked;
  const answer = { ok: true, endpoint: 'wss://hub.example/1', topic: TOPIC };
  tell({ do: 'subscribed', asked: asked('subscribe'), answer });
  socket().says(confirmationOf());
  tell({ do: 'read', asked: asked('read'), answer: contextAnswer(patient) });
}

const context = (generation: number, rests = lastReport().sequence) =>
  tell({ do: 'context', generation, ticket: `ticket ${generation}`, rests });

beforeEach(() => {
  stands = null;
  lines.opened.length = 0;
  PlayedSocket.last = null;
  vi.stubGlobal('WebSocket', PlayedSocket);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the panel and a hub', () => {
  it('stands beside the page where policy names no hub, and nowhere before that is known', () => {
    followEither(frames).turn(3);
    lineOf('panel').say({ tab: 3, generation: 7, ticket: 'a', rests: 0 });
    expect(stands).toBeNull();
    tell({ do: 'hub', hub: null, session: 'one' });
    lineOf('panel').say({ tab: 3, generation: 8, ticket: 'b', rests: 0 });
    expect([stands?.generation, orders()]).toEqual([8, []]);
  });

  it('S2: whoever stood there is gone within the event in which the hub opens somebody else', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    context(7);
    expect([stands?.generation, stands?.stillTrue()]).toEqual([7, true]);
    const before = stands;
    socket().says(eventOf('Patient-open', patientOf(okafor), { id: 'a', at: Date.now() }));
    expect([stands, before?.stillTrue()]).toEqual([null, false]);
  });

  it('S3: follows no context that rests on what the hub said before', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    const { sequence } = lastReport();
    socket().says(eventOf('Patient-close', patientOf(reed), { id: 'a', at: Date.now() }));
    context(7, sequence);
    expect(stands).toBeNull();
    context(8);
    expect(stands?.generation).toBe(8);
  });

  it('is lost with the WebSocket, and shows nobody until the hub has said who is open', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    context(7);
    socket().dispatchEvent(new Event('close'));
    expect([stands, lastReport().says]).toEqual([null, expect.objectContaining({ is: 'lost', cause: 'closed' })]);
    vi.advanceTimersByTime(2_000);
    connects(patientOf(okafor));
    expect(lastReport().says).toMatchObject({ is: 'patient', identity: { familyName: 'Okafor' } });
  });

  it('keeps the WebSocket while the background is away, and asks the next one what the last did not answer', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    context(7);
    const mine = socket();
    lineOf('hub').leave();
    expect([stands, mine.isClosed]).toEqual([null, false]);
    vi.advanceTimersByTime(50);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    expect([mine.isClosed, lastReport().says.is, orders().some(({ nextTo }) => nextTo === 3)]).toEqual([
      false,
      'patient',
      true,
    ]);
  });

  it('follows on nobody else’s sign-in', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    context(7);
    const mine = socket();
    tell({ do: 'hub', hub: 'hub.example', session: null });
    expect([stands, mine.isClosed, lastReport().says.is]).toEqual([null, true, 'connecting']);
  });

  it('S3: takes no answer to what was asked for somebody else', () => {
    followEither(frames).turn(3);
    const asked = () => orders().flatMap((order) => (order.asks === 'subscribe' ? [order.asked] : []));
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    expect(asked()).toHaveLength(1);
    tell({ do: 'hub', hub: 'hub.example', session: 'two' });
    tell({ do: 'follow', follow: 'page' });
    tell({ do: 'follow', follow: 'hub' });
    expect(new Set(asked()).size).toBe(3);
    for (const old of asked().slice(0, 2)) {
      tell({ do: 'subscribed', asked: old, answer: { ok: true, endpoint: 'wss://hub.example/old', topic: TOPIC } });
    }
    expect(PlayedSocket.last).toBeNull();
    connects(patientOf(reed));
    expect(lastReport().says.is).toBe('patient');
  });

  it('follows the page for whoever chooses so, without the hub, and the hub again', () => {
    followEither(frames).turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    const mine = socket();
    tell({ do: 'follow', follow: 'page' });
    expect(mine.isClosed).toBe(true);
    lineOf('panel').say({ tab: 3, generation: 9, ticket: 'c', rests: 0 });
    expect(stands?.generation).toBe(9);
    lineOf('panel').say({ tab: 3, follow: 'hub' });
    expect([stands, lastReport().says.is]).toEqual([null, 'connecting']);
  });

  it('S2: with another tab in front, whoever stood there goes at once', () => {
    const { turn } = followEither(frames);
    turn(3);
    tell({ do: 'hub', hub: 'hub.example', session: 'one' });
    connects(patientOf(reed));
    context(7);
    turn(null);
    expect(stands).toBeNull();
  });
});
