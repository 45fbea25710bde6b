import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import type { StoredEvent } from '../../../../utils/access/audit/trail-types.ts';
import { freshBed, loseDatabase } from './outbox-bed.ts';

const INSTALLATION = '0f6f5b52-5bd5-4a36-8b1e-3e4d77f0c001';

function event(sequence: number, rest: Partial<StoredEvent> = {}): StoredEvent {
  const hash = sequence.toString(16).padStart(64, '0');
  const id = `00000000-0000-4000-8000-${sequence.toString().padStart(12, '0')}`;
  const own = { sequence, installation: INSTALLATION, id, jwe: `jwe-${sequence}`, hash, previous: '' };
  return { ...own, correlationId: INSTALLATION, gap: null, ...rest };
}

beforeEach(() => void freshBed());
afterEach(() => vi.restoreAllMocks());

describe('the store', () => {
  it('is empty at first, and then holds what was added', async () => {
    const store = eventStore();
    expect(await store.look('anything')).toEqual({ sequences: [], waiting: [], newest: null, gaps: [], known: false });
    expect(await store.add(event(1))).toBe('stored');
    expect(await store.look(event(1).id)).toMatchObject({
      sequences: [1],
      waiting: [1],
      newest: event(1),
      known: true,
    });
    expect(await store.read({ sequence: 1 })).toEqual(event(1));
    expect(await eventStore().read({ id: event(1).id })).toEqual(event(1));
  });

  it('writes to the disk before it says so', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await eventStore().add(event(1));
    expect(transaction).toHaveBeenLastCalledWith('events', 'readwrite', { durability: 'strict' });
  });

  it('never replaces an event, nor takes an id twice', async () => {
    const store = eventStore();
    await store.add(event(1));
    expect(await store.add(event(1, { id: crypto.randomUUID(), jwe: 'other' }))).toBe('taken');
    expect(await store.add(event(2, { id: event(1).id }))).toBe('taken');
    expect(await store.look()).toMatchObject({ sequences: [1] });
    expect(await store.read({ sequence: 1 })).toEqual(event(1));
  });

  it('leaves a tombstone of what was acknowledged', async () => {
    const store = eventStore();
    await store.add(event(1));
    await store.acknowledge(1);
    await store.acknowledge(99);
    expect(await store.look(event(1).id)).toMatchObject({ sequences: [1], waiting: [], known: true });
    expect(await store.read({ sequence: 1 })).toEqual(event(1, { jwe: null }));
  });

  it('keeps five hundred tombstones, the newest, and every event that waits', async () => {
    const store = eventStore();
    await store.add(event(1));
    for (let sequence = 2; sequence <= 503; sequence += 1) {
      await store.add(event(sequence));
      await store.acknowledge(sequence);
    }
    const { sequences, waiting } = await store.look();
    expect([sequences.length, sequences[0], sequences[1], waiting]).toEqual([501, 1, 4, [1]]);
    await store.dropTombstones();
    expect(await store.look()).toMatchObject({ sequences: [1], waiting: [1] });
  });

  it('lists the gaps it was told of, acknowledged or not', async () => {
    const store = eventStore();
    const gap = { missing: [1, 2], markLost: null };
    await store.add(event(3, { gap }));
    await store.add(event(4));
    expect((await store.look()).gaps).toEqual([{ ...gap, isAcknowledged: false }]);
    await store.acknowledge(3);
    expect((await store.look()).gaps).toEqual([{ ...gap, isAcknowledged: true }]);
  });
});

describe('a store in trouble', () => {
  it.each(['QuotaExceededError', 'AbortError', 'InvalidStateError', 'UnknownError', 'TypeError'])(
    '%s is a full store, and nothing is lost by it',
    async (name) => {
      const store = eventStore();
      await store.add(event(1));
      const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
        throw new DOMException('', name);
      });
      expect(await store.add(event(2))).toBe('full');
      add.mockRestore();
      expect(await store.add(event(2))).toBe('stored');
      expect(await store.look()).toMatchObject({ sequences: [1, 2] });
    },
  );

  it('is full where what was added is taken back at the end', async () => {
    const store = eventStore();
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function abort(this: IDBObjectStore, value) {
      const request = add.call(this, value);
      request.onsuccess = () => this.transaction.abort();
      return request;
    });
    expect(await store.add(event(1))).toBe('full');
    vi.restoreAllMocks();
    expect(await store.look()).toMatchObject({ sequences: [] });
  });

  it('opens another connection where one is spoilt', async () => {
    const store = eventStore();
    await store.add(event(1));
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('', 'InvalidStateError');
    });
    expect(await store.add(event(2))).toBe('stored');
  });

  it('cannot be opened: reading throws, and adding finds no room', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    const store = eventStore();
    await expect(store.look()).rejects.toThrow();
    expect(await store.add(event(1))).toBe('full');
    vi.restoreAllMocks();
    expect(await store.add(event(1))).toBe('stored');
  });

  it('was deleted under its hands: it is empty, and goes on', async () => {
    const store = eventStore();
    await store.add(event(1));
    await loseDatabase();
    expect(await store.look()).toMatchObject({ sequences: [] });
    expect(await store.add(event(2))).toBe('stored');
  });

  it('S6: what is no event is not read, but its place stays taken', async () => {
    const store = eventStore();
    await store.add(event(1, { hash: 7 as never }));
    expect(await store.read({ sequence: 1 })).toBeNull();
    expect(await store.look()).toMatchObject({ sequences: [1], newest: null });
    expect(await store.add(event(1, { id: crypto.randomUUID() }))).toBe('taken');
  });
});
