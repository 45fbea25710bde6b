import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hubInForce } from '../../../utils/tabs/hubs.ts';
import { acceptLines } from '../../../utils/tabs/lines.ts';
import { SIGNED_IN } from '../view/plans.ts';
import { beginAnew, open, options, seen, settle } from './line-rig.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
vi.mock('../../../utils/tabs/dropped.ts', async () => (await import('./line-rig.ts')).dropped);
vi.mock('../../../utils/tabs/sites.ts', async () => (await import('./line-rig.ts')).sites);

acceptLines(options);
beforeEach(beginAnew);

const NOBODY = { is: 'nobody' };

describe('the line about a hub', () => {
  it('is told at once which hub is in force', async () => {
    const port = await open('hub', 'ownPanel');
    expect(port.orders).toEqual([{ do: 'hub', hub: 'hub.example.org', session: null }]);
  });

  it('S3: hears and tells nothing before settings and session are known', async () => {
    const known = Promise.withResolvers<void>();
    seen.hubsReady = known.promise;
    const port = await open('hub', 'ownPanel', { sequence: 1, says: NOBODY });
    expect([port.orders, seen.told]).toEqual([[], []]);
    known.resolve();
    await settle();
    expect([port.orders.length, seen.told.map(([what]) => what)]).toEqual([1, ['topOpened', 'pageReported']]);
  });

  it('S5: is the panel’s, and nobody else’s', async () => {
    for (const kind of ['ownFrame', 'panelFrame', 'enabledPage', 'otherPage', 'findPage', 'stranger'] as const) {
      const port = await open('hub', kind);
      expect([kind, port.isOpen, port.orders]).toEqual([kind, false, []]);
    }
  });

  it('asks the hub for whoever holds the WebSocket, and gives back what came', async () => {
    const port = await open('hub', 'ownPanel');
    port.say({ asks: 'subscribe', asked: 1 });
    port.say({ asks: 'read', asked: 2 });
    await settle();
    expect(port.orders.slice(1)).toEqual(
      expect.arrayContaining([
        { do: 'subscribed', asked: 1, answer: { ok: true, endpoint: 'wss://hub.example.org/1', topic: 'topic' } },
        { do: 'read', asked: 2, answer: { context: [] } },
      ]),
    );
  });

  it('renews no WebSocket but its own, and tells the hub when nobody listens any more', async () => {
    const port = await open('hub', 'ownPanel', { asks: 'subscribe', asked: 1 });
    await settle();
    port.say({ asks: 'renew', endpoint: 'wss://another.example.org/1' });
    port.say({ asks: 'renew', endpoint: 'wss://hub.example.org/1' });
    port.leave();
    await settle();
    const asked = seen.told.filter(([what]) => what === 'renew' || what === 'unsubscribe');
    expect(asked).toEqual([
      ['renew', 'wss://hub.example.org/1'],
      ['unsubscribe', 'wss://hub.example.org/1'],
    ]);
  });

  it('renews, and ends, the WebSocket for which a background asked that was killed since', async () => {
    const port = await open('hub', 'ownPanel', { asks: 'renew', endpoint: 'wss://hub.example.org/before' });
    port.leave();
    await settle();
    expect(seen.told.filter(([what]) => what === 'renew' || what === 'unsubscribe')).toEqual([
      ['renew', 'wss://hub.example.org/before'],
      ['unsubscribe', 'wss://hub.example.org/before'],
    ]);
  });

  it('S3: gives back nothing of a subscription that is none any more, and ends it', async () => {
    const port = await open('hub', 'ownPanel');
    port.say({ asks: 'subscribe', asked: 1 });
    port.say({ asks: 'subscribe', asked: 2 });
    await settle();
    expect(port.orders.flatMap((order) => Object(order).asked ?? [])).toEqual([2]);
    port.say({ asks: 'subscribe', asked: 3 });
    port.leave();
    await settle();
    expect(seen.told.filter(([what]) => what === 'unsubscribe')).toHaveLength(3);
  });

  it('names each context with the report it rests on, and where somebody wants to go from it', async () => {
    const port = await open('hub', 'ownPanel', { nextTo: 3 });
    port.say({ sequence: 4, says: NOBODY });
    expect(seen.told).toEqual(
      expect.arrayContaining([['pageReported', { frame: 'hub', sequence: 4, sighting: { kind: 'none' } }]]),
    );
    seen.panel?.send({ generation: 7, ticket: 'ticket', rests: 4 });
    seen.panel?.send({ follow: 'page' });
    expect(port.orders.slice(1)).toEqual([
      { do: 'context', generation: 7, ticket: 'ticket', rests: 4 },
      { do: 'follow', follow: 'page' },
    ]);
  });

  it('hears nothing else', async () => {
    const port = await open('hub', 'ownPanel');
    port.say({ beside: 3 });
    port.say({ sequence: 1, says: { is: 'somebody' } });
    expect(seen.counted).toEqual(['unknown ownPanel', 'hub.report ownPanel']);
  });
});

describe('the hub in force', () => {
  const said = { hub: 'hub.example', hubIs: '{"hub":"https://hub.example/a"}' };

  it('is not known before the settings are', () => {
    expect(hubInForce({ hub: undefined, hubIs: '' }, SIGNED_IN)).toBeNull();
    expect(hubInForce({ hub: null, hubIs: 'null' }, SIGNED_IN)?.hub).toBeNull();
  });

  it('is another for another sign-in, another address or another topic, and the same for the same', () => {
    const sessions = [
      hubInForce(said, SIGNED_IN),
      hubInForce(said, { ...SIGNED_IN, sessionId: 'another' }),
      hubInForce({ ...said, hubIs: '{"hub":"https://hub.example/b"}' }, SIGNED_IN),
      hubInForce(said, { kind: 'signedOut', failed: null }),
    ].map((now) => now?.session);
    expect(new Set(sessions).size).toBe(4);
    expect(hubInForce(said, { ...SIGNED_IN, locksSoon: { at: 1, cause: 'idle' } })?.session).toBe(sessions[0]);
  });
});
