import { beforeEach, describe, expect, it } from 'vitest';
import { type EventStore, eventStore } from '../../../../utils/access/audit/event-store.ts';
import { CONNECTION, draftOf } from './drafts.ts';
import { type Bed, freshBed, loseDatabase, markIn, SHUT, storeWith } from './outbox-bed.ts';
import { trailSays } from './pretend-service.ts';

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

const KEPT = { ok: true };
const NO_STORE = { ok: false, code: 'AUD-STORE' };
const DONE = { outcome: 'done', waiting: 0 };

/** A store that is full as long as `isFull` says, for this event. */
function fullStore(isFull: () => boolean): EventStore {
  const real = eventStore();
  return storeWith({ add: async (event) => (isFull() ? 'full' : real.add(event)) }, real);
}

/** What the trail entities of all that the service holds say, in the order in which they came. */
async function said(type: string) {
  return (await bed.service.events()).map((event) => trailSays(event, type).join());
}

describe('a full store', () => {
  it('drops its tombstones and tries once more', async () => {
    const outbox = bed.wake();
    await outbox.keep(draftOf(), null);
    await outbox.keep(draftOf(), null);
    await outbox.deliverOne((await eventStore().read({ sequence: 1 }))?.id ?? '', CONNECTION);
    const real = eventStore();
    const isFull = async () => (await real.look()).sequences.includes(1);
    const store = storeWith({ add: async (event) => ((await isFull()) ? 'full' : real.add(event)) }, real);
    expect(await bed.wake(store).keep(draftOf(), null)).toEqual(KEPT);
    expect(await real.look()).toMatchObject({ sequences: [2, 3], waiting: [2, 3] });
    expect(bed.service.received).toHaveLength(1);
  });

  it('AUD-STORE: nobody is signed in, and nothing is sent', async () => {
    expect(await bed.wake(fullStore(() => true)).keep(draftOf(), null)).toEqual(NO_STORE);
    expect(bed.service.received).toEqual([]);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
  });

  it.each<[string, () => EventStore]>([
    ['full', () => fullStore(() => true)],
    ['shut', () => SHUT],
  ])('%s: the event is delivered at once, in its place in the trail', async (_what, store) => {
    await bed.wake().keep(draftOf(), null);
    const outbox = bed.wake(store());
    const draft = draftOf();
    expect(await outbox.keep(draft, CONNECTION)).toEqual(KEPT);
    expect([...bed.service.held.keys()]).toEqual([draft.id]);
    expect(markIn(bed.area)).toMatchObject({ sequence: 2, open: [1] });
    expect(await bed.wake().keep(draftOf(), null)).toEqual(KEPT);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await said('sequence')).toEqual(['2', '1', '3']);
    expect(await said('missing')).toEqual(['', '', '']);
  });

  it('an event that was delivered at once is not sent again', async () => {
    const outbox = bed.wake(SHUT);
    const draft = draftOf();
    await outbox.keep(draft, CONNECTION);
    expect(await outbox.keep(draft, CONNECTION)).toEqual(KEPT);
    expect(await outbox.deliverOne(draft.id, CONNECTION)).toBe('acknowledged');
    expect(bed.service.received).toHaveLength(1);
  });

  it('where there is room for a tombstone, the next life knows the event too', async () => {
    let isFull = true;
    const store = fullStore(() => isFull);
    const { fetch } = bed.service;
    globalThis.fetch = ((address: string, init: RequestInit) => {
      isFull = false;
      return fetch(address, init);
    }) as typeof globalThis.fetch;
    const draft = draftOf();
    await bed.wake(store).keep(draft, CONNECTION);
    const next = bed.wake();
    expect(await next.keep(draft, CONNECTION)).toEqual(KEPT);
    expect(await next.deliver(CONNECTION)).toEqual(DONE);
    expect(bed.service.received).toHaveLength(1);
  });

  it.each([401, 403, 409, 422, 503, 'unreachable', 'webPage'] as const)(
    'AUD-STORE: the service says %s',
    async (says) => {
      bed.service.behave = () => says;
      expect(await bed.wake(SHUT).keep(draftOf(), CONNECTION)).toEqual(NO_STORE);
    },
  );

  it('an event whose answer was not heard is sent again as it was', async () => {
    const outbox = bed.wake(SHUT);
    const draft = draftOf();
    bed.service.behave = () => 'takesSilently';
    expect(await outbox.keep(draft, CONNECTION)).toEqual(NO_STORE);
    bed.service.behave = () => 'takes';
    expect(await outbox.keep(draft, CONNECTION)).toEqual(KEPT);
    expect([bed.service.held.size, bed.service.conflicts]).toEqual([1, 0]);
    expect(markIn(bed.area)).toMatchObject({ sequence: 1, open: [] });
  });

  it('or is stored as it was, once there is room', async () => {
    let isFull = true;
    const outbox = bed.wake(fullStore(() => isFull));
    const draft = draftOf();
    bed.service.behave = () => 'takesSilently';
    await outbox.keep(draft, CONNECTION);
    await outbox.keep(draftOf(), CONNECTION);
    isFull = false;
    expect(await outbox.keep(draft, null)).toEqual(KEPT);
    bed.service.behave = () => 'takes';
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    expect([bed.service.held.size, bed.service.conflicts]).toEqual([2, 0]);
  });

  it('what the last life had sent and nobody heard is told of as missing', async () => {
    bed.service.behave = () => 'unreachable';
    const outbox = bed.wake(fullStore(() => true));
    await outbox.keep(draftOf(), CONNECTION);
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    bed.service.behave = () => 'takes';
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await said('missing')).toEqual(['1']);
    expect(await said('sequence')).toEqual(['2']);
  });

  it('a loss is told of at once, and once, where that cannot be stored', async () => {
    await bed.wake().keep(draftOf(), null);
    await loseDatabase();
    const outbox = bed.wake(fullStore(() => true));
    bed.service.behave = () => 'takesSilently';
    await outbox.deliver(CONNECTION);
    await outbox.deliver(CONNECTION);
    bed.service.behave = () => 'takes';
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await said('missing')).toEqual(['1']);
    expect(markIn(bed.area)).toMatchObject({ sequence: 2, open: [] });
  });
});

describe('a store that cannot be opened', () => {
  it('and no mark: whether anything was lost, nobody knows, and that is said', async () => {
    const outbox = bed.wake(SHUT);
    expect(await outbox.keep(draftOf(), CONNECTION)).toEqual(KEPT);
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    expect(await said('mark')).toEqual(['', 'lost']);
    await outbox.deliver(CONNECTION);
    expect(bed.service.held.size).toBe(2);
  });

  it('opens again, and what was in it is delivered', async () => {
    const kept = draftOf();
    await bed.wake().keep(kept, null);
    await bed.wake(SHUT).keep(draftOf(), CONNECTION);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect([...bed.service.held.keys()]).toContain(kept.id);
    expect(await said('missing')).toEqual(['', '']);
  });
});
