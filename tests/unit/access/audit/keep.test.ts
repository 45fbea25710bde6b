import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import type { StoredEvent } from '../../../../utils/access/audit/trail-types.ts';
import { ACTOR, CONNECTION, draftOf, NHS_NUMBER, VIEW } from './drafts.ts';
import { type Bed, freshBed, markIn, storeWith } from './outbox-bed.ts';
import { AUDIT_KEY, trailSays, unseal } from './pretend-service.ts';

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

async function storedEvents(): Promise<readonly StoredEvent[]> {
  const store = eventStore();
  const { sequences } = await store.look();
  const events = await Promise.all(sequences.map((sequence) => store.read({ sequence })));
  return events.flatMap((event) => event ?? []);
}

describe('an event that is kept', () => {
  it('lies sealed in the store, and is counted in the mark', async () => {
    const draft = draftOf();
    expect(await bed.wake().keep(draft, null)).toEqual({ ok: true });
    const [event, ...others] = await storedEvents();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ sequence: 1, id: draft.id, previous: '', correlationId: draft.correlationId });
    expect(await unseal(event?.jwe ?? '')).toMatchObject({ id: draft.id, type: { code: 'access' } });
    expect(markIn(bed.area)).toMatchObject({ sequence: 1, hash: event?.hash, open: [1], standsIn: null });
    expect(bed.service.received).toEqual([]);
  });

  it('leaves nothing on the disk that says whom it is about, who acted, or what was seen', async () => {
    const words = 'Found unconscious at home';
    const outbox = bed.wake();
    await outbox.keep(draftOf({ kind: 'reason', reason: 'emergency', words }), null);
    await outbox.keep(draftOf(), null);
    const disk = JSON.stringify([await storedEvents(), bed.area.stored]);
    const { issuer, subject, name, role, roleId, odsCode } = ACTOR;
    for (const said of [NHS_NUMBER, words, issuer, subject, name, role, roleId, odsCode, 'plan-77', 'emergency']) {
      expect(disk).not.toContain(said);
      // Base64url of three different starts: a JWE shows its parts in it.
      for (const start of ['', 'x', 'xx']) {
        const encoded = Buffer.from(start + said)
          .toString('base64url')
          .slice(start ? 4 : 0, -2);
        if (encoded.length >= 6) expect(disk).not.toContain(encoded);
      }
    }
    expect(disk).toContain(Buffer.from('application/fhir+json').toString('base64url').slice(4, 16));
  });

  it('names the one before it, by the hash of what was sealed', async () => {
    const outbox = bed.wake();
    for (let count = 0; count < 3; count += 1) await outbox.keep(draftOf(), null);
    const events = await storedEvents();
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    const hashes = events.map(({ jwe }) =>
      createHash('sha256')
        .update(jwe ?? '')
        .digest('hex'),
    );
    expect(events.map(({ hash }) => hash)).toEqual(hashes);
    expect(events.map(({ previous }) => previous)).toEqual(['', hashes[0], hashes[1]]);
    const said = await Promise.all(events.map(async ({ jwe }) => trailSays(await unseal(jwe ?? ''), 'previous')));
    expect(said).toEqual([[], [hashes[0]], [hashes[1]]]);
    expect(markIn(bed.area).hash).toBe(hashes[2]);
  });

  it('goes on where the last life ended', async () => {
    await bed.wake().keep(draftOf(), null);
    await bed.wake().keep(draftOf(), null);
    const [first, second] = await storedEvents();
    expect(second).toMatchObject({ sequence: 2, previous: first?.hash, installation: first?.installation });
  });

  it('is announced in the mark, written to the store, then to the mark, and all before it is said to be kept', async () => {
    const steps: string[] = [];
    const real = eventStore();
    const store = storeWith(
      {
        add: async (event) => {
          const put = await real.add(event);
          steps.push('stored');
          return put;
        },
      },
      real,
    );
    const { area } = bed;
    const set = area.set.bind(area);
    area.set = async (items) => {
      await set(items);
      const { sequence, storing } = markIn(area);
      steps.push(`mark ${sequence}${storing ? ', one more on its way' : ''}`);
    };
    await bed.wake(store).keep(draftOf(), null);
    steps.push('kept');
    expect(steps).toEqual(['mark 0', 'mark 0, one more on its way', 'stored', 'mark 1', 'kept']);
  });
});

describe('the same event', () => {
  it('is stored once, however often it is kept, in this life and the next', async () => {
    const draft = draftOf();
    const outbox = bed.wake();
    expect(await Promise.all([outbox.keep(draft, null), outbox.keep(draft, null)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await bed.wake().keep({ ...draft, at: draft.at + 1 }, null)).toEqual({ ok: true });
    expect(await storedEvents()).toHaveLength(1);
  });

  it('is not stored again after it was delivered', async () => {
    const draft = draftOf();
    const outbox = bed.wake();
    await outbox.keep(draft, null);
    await outbox.deliver(CONNECTION);
    expect(await outbox.keep(draft, null)).toEqual({ ok: true });
    expect(await bed.wake().keep(draft, CONNECTION)).toEqual({ ok: true });
    expect(await bed.wake().waiting()).toBe(0);
    expect(bed.service.received).toHaveLength(1);
  });

  it('needs no key once it is stored', async () => {
    const draft = draftOf();
    await bed.wake().keep(draft, null);
    bed.key = null;
    expect(await bed.wake().keep(draft, null)).toEqual({ ok: true });
  });
});

describe('events kept at the same time', () => {
  it('stand one after another', async () => {
    const outbox = bed.wake();
    const drafts = Array.from({ length: 20 }, () => draftOf());
    await Promise.all(drafts.map((draft) => outbox.keep(draft, null)));
    const events = await storedEvents();
    expect(events.map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
    expect(events.slice(1).map(({ previous }) => previous)).toEqual(events.slice(0, -1).map(({ hash }) => hash));
  });

  it('stand one after another in two lives that overlap', async () => {
    const real = eventStore();
    let inTheWay = async (): Promise<void> => {
      inTheWay = async () => undefined;
      await bed.wake().keep(draftOf(), null);
    };
    const store = storeWith({ add: (event) => inTheWay().then(() => real.add(event)) }, real);
    expect(await bed.wake(store).keep(draftOf(), null)).toEqual({ ok: true });
    const [first, second] = await storedEvents();
    expect(second).toMatchObject({ sequence: 2, previous: first?.hash });
  });
});

describe('an event that cannot be kept', () => {
  it('AUD-KEY: there is no key, or none that seals', async () => {
    for (const key of [null, { ...AUDIT_KEY, x: AUDIT_KEY.y }]) {
      bed.key = key;
      expect(await bed.wake().keep(draftOf(), CONNECTION)).toEqual({ ok: false, code: 'AUD-KEY' });
    }
    expect(await storedEvents()).toEqual([]);
    bed.key = AUDIT_KEY;
    expect(await bed.wake().keep(draftOf(VIEW), null)).toEqual({ ok: true });
  });

  it('AUD-STORE: the mark cannot be written', async () => {
    bed.area.isFull = true;
    const draft = draftOf();
    const outbox = bed.wake();
    expect(await outbox.keep(draft, CONNECTION)).toEqual({ ok: false, code: 'AUD-STORE' });
    expect(bed.service.received).toEqual([]);
    bed.area.isFull = false;
    expect(await outbox.keep(draft, null)).toEqual({ ok: true });
    expect(await storedEvents()).toHaveLength(1);
  });

  it('AUD-STORE: the mark can no longer be written once the event is stored', async () => {
    const outbox = bed.wake();
    await outbox.keep(draftOf(), null);
    bed.area.isFull = true;
    const draft = draftOf();
    expect(await outbox.keep(draft, null)).toEqual({ ok: false, code: 'AUD-STORE' });
    bed.area.isFull = false;
    expect(await outbox.keep(draft, null)).toEqual({ ok: true });
    expect(await storedEvents()).toHaveLength(2);
    expect(markIn(bed.area)).toMatchObject({ sequence: 2, open: [1, 2] });
  });
});
