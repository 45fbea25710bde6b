import { beforeEach, describe, expect, it } from 'vitest';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import { hashOf } from '../../../../utils/access/audit/seal.ts';
import { trailEntryIn } from '../../../sandbox/plan-service/audit/trail-entry.ts';
import { trailsOf } from '../../../sandbox/plan-service/audit/trails.ts';
import { CONNECTION, draftOf } from './drafts.ts';
import { type Bed, freshBed, loseDatabase, markIn, SHUT, storeWith } from './outbox-bed.ts';
import { trailSays } from './pretend-service.ts';

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

async function keep(count: number, outbox = bed.wake()) {
  for (let kept = 0; kept < count; kept += 1) expect(await outbox.keep(draftOf(), null)).toEqual({ ok: true });
  return outbox;
}

/** The gap events the service holds: what they name, and whether they say that a mark was lost. */
async function gaps() {
  const events = await bed.service.events();
  const told = events.filter(({ outcome }) => outcome === '4');
  return told.map((event) => [trailSays(event, 'missing').join(), trailSays(event, 'mark').join()]);
}

/** What the sandbox says of the trails, by its own reading. */
async function trails() {
  const links = await Promise.all(
    [...bed.service.held.values()].map(async (jwe, at) => {
      const entry = trailEntryIn((await bed.service.events())[at] ?? {});
      return typeof entry === 'string' ? [] : [{ ...entry, hash: await hashOf(jwe) }];
    }),
  );
  return trailsOf(links.flat());
}

const DONE = { outcome: 'done', waiting: 0 };

describe('a lost database', () => {
  it('is told of by the next keep, once', async () => {
    const outbox = await keep(3);
    await loseDatabase();
    await keep(1, outbox);
    await keep(1, bed.wake());
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([['1-3', '']]);
    expect(await trails()).toMatchObject([
      { held: [4, 5, 6], missing: [{ from: 1, to: 3, reported: true }], brokenAt: null },
    ]);
  });

  it('is told of by the next delivery, even where nothing else waits', async () => {
    await keep(2);
    await loseDatabase();
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([['1-2', '']]);
    expect(markIn(bed.area)).toMatchObject({ sequence: 3, open: [] });
  });

  it('only what was not acknowledged is missing', async () => {
    const outbox = await keep(2);
    await outbox.deliver(CONNECTION);
    await keep(1, outbox);
    await loseDatabase();
    await outbox.deliver(CONNECTION);
    expect(await gaps()).toEqual([['3', '']]);
    await outbox.deliver(CONNECTION);
    await loseDatabase();
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toHaveLength(1);
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
    expect(await gaps()).toEqual([['1-3', '']]);
    expect(await trails()).toMatchObject([{ held: [4], missing: [{ from: 1, to: 3, reported: true }] }]);
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
    expect(await gaps()).toEqual([['1', '']]);
  });

  it('a store that cannot be read is not a lost one', async () => {
    await keep(2);
    await bed.wake(storeWith({ look: () => Promise.reject(new Error('shut')) })).deliver(CONNECTION);
    expect(markIn(bed.area).open).toEqual([1, 2]);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([]);
  });
});

describe('a database that cannot be opened', () => {
  /** Longer than what may be the disk of a busy moment. */
  const A_WHILE = 30_000;

  /** Two events wait in a database that is shut from here on, and has been for a while. */
  async function shutForAWhile() {
    await keep(2);
    await bed.wake(SHUT).deliver(CONNECTION);
    bed.now += A_WHILE;
  }

  it('and stays shut: what waited in it is told of as lost, once, over all lives', async () => {
    await shutForAWhile();
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual(DONE);
    bed.now += A_WHILE;
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([['1-2', '']]);
    expect(markIn(bed.area).open).toEqual([]);
  });

  it('for a moment: nothing is told of, however long ago another moment was', async () => {
    await keep(2);
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 2 });
    expect(await bed.wake().waiting()).toBe(2);
    bed.now += A_WHILE;
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 2 });
    expect(await gaps()).toEqual([]);
  });

  it('opens after all: what was told of as lost is delivered, and the trail is whole', async () => {
    await shutForAWhile();
    await bed.wake(SHUT).deliver(CONNECTION);
    await keep(1);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([['1-2', '']]);
    expect(await trails()).toMatchObject([{ held: [1, 2, 3, 4], missing: [], brokenAt: null }]);
    expect(bed.service.conflicts).toBe(0);
  });

  it('views go on meanwhile, each delivered at once, and none is told of as lost', async () => {
    await shutForAWhile();
    const outbox = bed.wake(SHUT);
    expect(await outbox.keep(draftOf(), CONNECTION)).toEqual({ ok: true });
    await outbox.deliver(CONNECTION);
    expect(await outbox.keep(draftOf(), CONNECTION)).toEqual({ ok: true });
    await outbox.deliver(CONNECTION);
    expect(await gaps()).toEqual([['1-2', '']]);
    expect(await trails()).toMatchObject([{ held: [3, 4, 5], missing: [{ from: 1, to: 2, reported: true }] }]);
  });

  it('a loss of which nobody heard the answer is told again, with the event that told of it', async () => {
    await shutForAWhile();
    bed.service.behave = () => 'unreachable';
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 3 });
    bed.service.behave = () => 'takes';
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gaps()).toEqual([['1-3', '']]);
  });

  it('a clock that was set back begins the wait again', async () => {
    await shutForAWhile();
    bed.now -= 60 * 60_000;
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gaps()).toEqual([]);
    bed.now += A_WHILE;
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gaps()).toEqual([['1-2', '']]);
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
    expect(await gaps()).toEqual([['', 'lost']]);
    expect(await trails()).toMatchObject([{ held: [1, 2, 3, 4, 5], missing: [], brokenAt: null }]);
    lose();
    await bed.wake().deliver(CONNECTION);
    expect(await gaps()).toEqual([
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
    expect(await gaps()).toEqual([['', 'lost']]);
    expect(markIn(bed.area).installation).not.toBe(installation);
    expect(await trails()).toMatchObject([{ held: [1, 2], missing: [], brokenAt: null }]);
  });

  it('nothing is told of where there was never anything', async () => {
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    await keep(1);
    await bed.wake().deliver(CONNECTION);
    expect(await gaps()).toEqual([]);
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
    expect(await gaps()).toEqual([]);
    expect(await trails()).toMatchObject([{ held: [1, 2, 3, 4, 5, 6, 7, 8], missing: [], brokenAt: null }]);
  });

  it('does not tell again what was told since', async () => {
    await keep(2);
    const yesterday = structuredClone(bed.area.stored);
    await loseDatabase();
    await bed.wake().deliver(CONNECTION);
    bed.area.stored = yesterday;
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gaps()).toEqual([['1-2', '']]);
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
    expect(await gaps()).toEqual([['4', '']]);
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
    expect((await trails())[0]?.missing.every(({ reported }) => reported)).toBe(true);
    expect((await gaps()).length).toBe(1);
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
    expect((await trails())[0]?.missing.every(({ reported }) => reported)).toBe(true);
  });
});
