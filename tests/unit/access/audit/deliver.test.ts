import { beforeEach, describe, expect, it } from 'vitest';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import { CONNECTION, draftOf } from './drafts.ts';
import { type Bed, freshBed, markIn, storeWith } from './outbox-bed.ts';
import type { Behaviour } from './pretend-service.ts';

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

async function keepThree() {
  const drafts = [draftOf(), draftOf(), draftOf()] as const;
  const outbox = bed.wake();
  for (const draft of drafts) await outbox.keep(draft, null);
  return { outbox, ids: drafts.map(({ id }) => id), drafts };
}

const requested = () => bed.service.received.map(({ address }) => address.split('/').at(-1));

describe('delivering', () => {
  it('sends what waits, in order, and forgets what was acknowledged', async () => {
    const { outbox, ids } = await keepThree();
    expect(await outbox.waiting()).toBe(3);
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect([...bed.service.held.keys()]).toEqual(ids);
    expect(markIn(bed.area)).toMatchObject({ sequence: 3, open: [] });
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect(bed.service.received).toHaveLength(3);
  });

  it('sends each as the contract says', async () => {
    const { outbox, drafts } = await keepThree();
    await outbox.deliver(CONNECTION);
    const [{ address, init, headers } = { address: '', init: {}, headers: new Headers() }] = bed.service.received;
    expect(address).toBe(`https://plans.example/fhir/R4/AuditEvent/${drafts[0].id}`);
    const { 'x-request-id': requestId, ...sent } = Object.fromEntries(headers);
    expect(sent).toEqual({
      authorization: 'Bearer token-1',
      accept: 'application/fhir+json',
      'content-type': 'application/jose',
      'x-correlation-id': drafts[0].correlationId,
      'nhsd-end-user-organisation-ods': 'Y12345',
      'nhsd-session-urid': '555021935107',
    });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(init).toMatchObject({ method: 'PUT', cache: 'no-store', credentials: 'omit', redirect: 'manual' });
    expect(init.signal).toBeInstanceOf(AbortSignal);
    const ids = bed.service.received.map(({ headers: each }) => each.get('x-request-id'));
    expect(new Set(ids).size).toBe(3);
  });

  it('sends no role where there is none', async () => {
    const { outbox } = await keepThree();
    await outbox.deliver({ ...CONNECTION, roleId: '' });
    expect(bed.service.received[0]?.headers.has('nhsd-session-urid')).toBe(false);
  });

  it('sends what was sealed, and the same again until it is acknowledged', async () => {
    const { outbox, ids } = await keepThree();
    bed.service.behave = () => 'takesSilently';
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 3 });
    bed.service.behave = () => 'takes';
    expect(await bed.wake().deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect(requested()).toEqual([ids[0], ...ids]);
    expect([bed.service.received[0]?.init.body, bed.service.conflicts]).toEqual([
      bed.service.received[1]?.init.body,
      0,
    ]);
  });
});

describe('what the service answers', () => {
  it.each<[Behaviour, 'later' | 'signedOut' | 'refused']>([
    ['unreachable', 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [404, 'later'],
    [202, 'later'],
    [302, 'later'],
    ['webPage', 'later'],
    ['otherAnswer', 'later'],
    ['nods', 'later'],
    [401, 'signedOut'],
    [403, 'refused'],
  ])('%s: it stops, and everything is kept', async (behaviour, outcome) => {
    const { outbox, ids } = await keepThree();
    bed.service.behave = (id) => (id === ids[1] ? behaviour : 'takes');
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome, waiting: 2 });
    expect(requested()).toEqual(ids.slice(0, 2));
    bed.service.behave = () => 'takes';
    expect(await outbox.deliver({ ...CONNECTION, accessToken: 'token-2' })).toEqual({ outcome: 'done', waiting: 0 });
    expect([...bed.service.held.keys()]).toEqual(ids);
  });

  it.each([400, 409, 413, 415, 422])('%d: that one is passed over and kept, the others go', async (status) => {
    const { outbox, ids } = await keepThree();
    bed.service.behave = (id) => (id === ids[0] ? status : 'takes');
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'refused', waiting: 1 });
    expect([...bed.service.held.keys()]).toEqual(ids.slice(1));
    expect(markIn(bed.area).open).toEqual([1]);
    bed.service.behave = () => 'takes';
    expect(await bed.wake().deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect(bed.service.held.size).toBe(3);
  });
});

describe('two who deliver', () => {
  it('go together: nothing is sent twice, and what came meanwhile goes too', async () => {
    const { outbox, ids } = await keepThree();
    const late = draftOf();
    let first: (() => Promise<unknown>) | null = () => outbox.keep(late, null);
    const { fetch } = bed.service;
    globalThis.fetch = (async (address: string, init: RequestInit) => {
      await first?.();
      first = null;
      return fetch(address, init);
    }) as typeof globalThis.fetch;
    const runs = [outbox.deliver(CONNECTION), outbox.deliver(CONNECTION)];
    expect(await Promise.all(runs)).toEqual(runs.map(() => ({ outcome: 'done', waiting: 0 })));
    expect(requested()).toEqual([...ids, late.id]);
  });

  it('the second brings a session that is good', async () => {
    const { outbox } = await keepThree();
    const { fetch } = bed.service;
    globalThis.fetch = (async (address: string, init: RequestInit) => {
      const isOld = new Headers(init.headers).get('authorization') === 'Bearer token-1';
      return isOld ? new Response(null, { status: 401 }) : fetch(address, init);
    }) as typeof globalThis.fetch;
    const old = outbox.deliver(CONNECTION);
    const renewed = outbox.deliver({ ...CONNECTION, accessToken: 'token-2' });
    expect(await Promise.all([old, renewed])).toEqual(Array(2).fill({ outcome: 'done', waiting: 0 }));
  });

  it('keeping an event does not wait for the network', async () => {
    const { outbox } = await keepThree();
    const answer = Promise.withResolvers<Response>();
    globalThis.fetch = (() => answer.promise) as typeof globalThis.fetch;
    const delivering = outbox.deliver(CONNECTION);
    expect(await outbox.keep(draftOf(), null)).toEqual({ ok: true });
    answer.resolve(new Response(null, { status: 503 }));
    expect(await delivering).toEqual({ outcome: 'later', waiting: 4 });
  });
});

describe('delivering one', () => {
  it('says what came of it', async () => {
    const { outbox, ids } = await keepThree();
    const [first = '', second = '', third = ''] = ids;
    expect(await outbox.deliverOne(second, CONNECTION)).toBe('acknowledged');
    expect(await outbox.deliverOne(second, CONNECTION)).toBe('acknowledged');
    expect(requested()).toEqual([second]);
    // At once, not at some later step: the tombstone could be lost before.
    expect(markIn(bed.area).open).toEqual([1, 3]);
    const outcomes = [
      [401, 'signedOut'],
      [403, 'refused'],
      [422, 'refused'],
      [503, 'later'],
      ['unreachable', 'later'],
    ] as const;
    for (const [behaviour, outcome] of outcomes) {
      bed.service.behave = () => behaviour;
      expect(await outbox.deliverOne(first, CONNECTION)).toBe(outcome);
    }
    bed.service.behave = () => 'takes';
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect([...bed.service.held.keys()]).toEqual([second, first, third]);
  });

  it('refuses what is not there, and waits where nobody can say', async () => {
    const { outbox, ids } = await keepThree();
    expect(await outbox.deliverOne(crypto.randomUUID(), CONNECTION)).toBe('refused');
    const shut = bed.wake(storeWith({ read: () => Promise.reject(new Error('shut')) }));
    expect(await shut.deliverOne(ids[0] ?? '', CONNECTION)).toBe('later');
    expect(bed.service.received).toEqual([]);
  });
});

describe('a disk in trouble', () => {
  it('cannot note what was acknowledged: it is sent again, and is still one', async () => {
    const { ids } = await keepThree();
    const outbox = bed.wake(storeWith({ acknowledge: () => Promise.reject(new Error('full')) }));
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 3 });
    expect(await bed.wake().deliver(CONNECTION)).toEqual({ outcome: 'done', waiting: 0 });
    expect([...bed.service.held.keys()]).toEqual(ids);
    expect(bed.service.conflicts).toBe(0);
  });

  it('cannot be read: nothing is sent, and nobody is told that all is done', async () => {
    await keepThree();
    const shut = bed.wake(storeWith({ look: () => Promise.reject(new Error('shut')) }));
    expect(await shut.deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 3 });
    expect(bed.service.received).toEqual([]);
  });

  it('cannot even be marked: delivering does not throw', async () => {
    const { outbox } = await keepThree();
    bed.area.get = () => Promise.reject(new Error('shut'));
    expect(await outbox.deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 0 });
    expect(await outbox.waiting()).toBe(0);
  });

  it('an event that cannot be read counts as refused', async () => {
    const { ids } = await keepThree();
    const real = eventStore();
    const read: typeof real.read = async (by) => ('sequence' in by && by.sequence === 1 ? null : real.read(by));
    expect(await bed.wake(storeWith({ read }, real)).deliver(CONNECTION)).toEqual({ outcome: 'refused', waiting: 1 });
    expect([...bed.service.held.keys()]).toEqual(ids.slice(1));
  });
});
