import { beforeEach, describe, expect, it } from 'vitest';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import { CONNECTION, draftOf } from './drafts.ts';
import { type Bed, freshBed, loseDatabase, markIn, storeWith } from './outbox-bed.ts';
import { gapsTold, trailsHeld } from './told-of-gaps.ts';

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

async function keep(count: number, outbox = bed.wake()) {
  for (let kept = 0; kept < count; kept += 1) expect(await outbox.keep(draftOf(), null)).toEqual({ ok: true });
  return outbox;
}

const DONE = { outcome: 'done', waiting: 0 };

describe('a lost database', () => {
  it('is told of by the next keep, once', async () => {
    const outbox = await keep(3);
    await loseDatabase();
    await keep(1, outbox);
    await keep(1, bed.wake());
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['1-3', '']]);
    expect(await trailsHeld(bed)).toMatchObject([
      { held: [4, 5, 6], missing: [{ from: 1, to: 3, reported: true }], brokenAt: null },
    ]);
  });

  it('is told of by the next delivery, even where nothing else waits', async () => {
    await keep(2);
    await loseDatabase();
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
    expect(markIn(bed.area)).toMatchObject({ sequence: 3, open: [] });
  });

  it('only what was not acknowledged is missing', async () => {
    const outbox = await keep(2);
    await outbox.deliver(CONNECTION);
    await keep(1, outbox);
    await loseDatabase();
    await outbox.deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['3', '']]);
    await outbox.deliver(CONNECTION);
    await loseDatabase();
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toHaveLength(1);
  });

  it('what was delivered in this life is known all the same', async () => {
    const outbox = bed.wake();
    const draft = draftOf();
    await outbox.keep(draft, null);
    await outbox.deliver(CONNECTION);
    await loseDatabase();
    expect(await outbox.keep(draft, null)).toEqual({ ok: true });
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    expect(bed.service.received).toHaveLength(1);
  });

  it('a gap event that is lost too is told of, with what it told of', async () => {
    const outbox = await keep(1);
    await loseDatabase();
    await keep(1, outbox);
    await loseDatabase();
    await outbox.deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['1-3', '']]);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [4], missing: [{ from: 1, to: 3, reported: true }] }]);
  });

  it('waits to be told of until there is a key', async () => {
    const outbox = await keep(1);
    await loseDatabase();
    bed.key = null;
    expect(await outbox.deliver(CONNECTION)).toEqual(DONE);
    expect(markIn(bed.area).open).toEqual([1]);
    const { deliver } = bed.wake();
    bed.key = (await import('./pretend-service.ts')).AUDIT_KEY;
    await deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['1', '']]);
  });

  it('a store that cannot be read is not a lost one', async () => {
    await keep(2);
    await bed.wake(storeWith({ look: () => Promise.reject(new Error('shut')) })).deliver(CONNECTION);
    expect(markIn(bed.area).open).toEqual([1, 2]);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([]);
  });
});

describe('a lost mark', () => {
  it.each<[string, () => void]>([
    ['wiped', () => void delete bed.area.stored.auditMark],
    ['unreadable', () => void Object.assign(bed.area.stored, { auditMark: { sequence: 'x' } })],
  ])('%s: it is told of, once, and the trail goes on', async (_what, lose) => {
    const outbox = await keep(2);
    lose();
    await keep(1, outbox);
    await keep(1);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['', 'lost']]);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [1, 2, 3, 4, 5], missing: [], brokenAt: null }]);
    lose();
    await bed.wake().deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([
      ['', 'lost'],
      ['', 'lost'],
    ]);
  });

  it('unreadable, and the database gone with it: another trail begins and says so', async () => {
    await keep(2);
    const { installation } = markIn(bed.area);
    bed.area.stored.auditMark = 'broken';
    await loseDatabase();
    await keep(1);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['', 'lost']]);
    expect(markIn(bed.area).installation).not.toBe(installation);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [1, 2], missing: [], brokenAt: null }]);
  });

  it('nothing is told of where there was never anything', async () => {
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    await keep(1);
    await bed.wake().deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([]);
  });
});

describe('a mark of yesterday', () => {
  it('takes up what is in the store: nothing is lost, given twice or told of', async () => {
    await keep(2);
    const yesterday = structuredClone(bed.area.stored);
    const outbox = await keep(3);
    await outbox.deliver(CONNECTION);
    await keep(2);
    bed.area.stored = yesterday;
    await keep(1);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([]);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [1, 2, 3, 4, 5, 6, 7, 8], missing: [], brokenAt: null }]);
  });

  it('does not tell again what was told since', async () => {
    await keep(2);
    const yesterday = structuredClone(bed.area.stored);
    await loseDatabase();
    await bed.wake().deliver(CONNECTION);
    bed.area.stored = yesterday;
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
  });
});

describe('a store of yesterday', () => {
  it('what came since is told of, and what comes back is delivered and no second event', async () => {
    await keep(1);
    const old = await eventStore().read({ sequence: 1 });
    const outbox = await keep(2);
    await outbox.deliver(CONNECTION);
    await keep(1);
    await loseDatabase();
    if (old) await eventStore().add(old);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['4', '']]);
    expect(bed.service.conflicts).toBe(0);
  });
});

describe('an event the service has from before, written down anew by a background that was killed', () => {
  /** UUID version 8: made from what the event is. */
  const TOLD_BEFORE = '0d9c7a3e-2f45-8b18-8a57-6c1d2e3f4a5b';

  it('is delivered as it was, once; the sequence it took the second time is told as missing', async () => {
    const first = bed.wake();
    expect(await first.keep(draftOf(undefined, TOLD_BEFORE), null)).toEqual({ ok: true });
    expect(await first.deliver(CONNECTION)).toEqual(DONE);
    // Nothing of it is left here, as on a disk that was full.
    await loseDatabase();
    await keep(1, bed.wake());
    expect(await bed.wake().keep(draftOf(undefined, TOLD_BEFORE), null)).toEqual({ ok: true });
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect([...bed.service.held.keys()].filter((id) => id === TOLD_BEFORE)).toHaveLength(1);
    expect(markIn(bed.area).open).toEqual([]);
    expect((await trailsHeld(bed))[0]?.missing.every(({ reported }) => reported)).toBe(true);
    expect((await gapsTold(bed)).length).toBe(1);
  });

  it('is acknowledged to whoever waits for it', async () => {
    const first = bed.wake();
    await first.keep(draftOf(undefined, TOLD_BEFORE), null);
    expect(await first.deliverOne(TOLD_BEFORE, CONNECTION)).toBe('acknowledged');
    await loseDatabase();
    const second = bed.wake();
    await second.keep(draftOf(undefined, TOLD_BEFORE), null);
    expect(await second.deliverOne(TOLD_BEFORE, CONNECTION)).toBe('acknowledged');
  });

  it('with a full disk, too', async () => {
    const first = bed.wake();
    await first.keep(draftOf(undefined, TOLD_BEFORE), CONNECTION);
    expect(await first.deliver(CONNECTION)).toEqual(DONE);
    await loseDatabase();
    const full = bed.wake(storeWith({ add: async () => 'full' }, eventStore()));
    expect(await full.keep(draftOf(undefined, TOLD_BEFORE), CONNECTION)).toEqual({ ok: true });
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect((await trailsHeld(bed))[0]?.missing.every(({ reported }) => reported)).toBe(true);
  });
});
