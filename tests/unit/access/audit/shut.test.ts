import { beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION, draftOf } from './drafts.ts';
import { type Bed, freshBed, markIn, SHUT } from './outbox-bed.ts';
import { gapsTold, trailsHeld } from './told-of-gaps.ts';

const DONE = { outcome: 'done', waiting: 0 };

let bed: Bed;
beforeEach(() => {
  bed = freshBed();
});

/** In a sound database. */
async function keep(count: number): Promise<void> {
  const outbox = bed.wake();
  for (let kept = 0; kept < count; kept += 1) expect(await outbox.keep(draftOf(), null)).toEqual({ ok: true });
}

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
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
    expect(markIn(bed.area).open).toEqual([]);
  });

  it('for a moment: nothing is told of, however long ago another moment was', async () => {
    await keep(2);
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 2 });
    expect(await bed.wake().waiting()).toBe(2);
    bed.now += A_WHILE;
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 2 });
    expect(await gapsTold(bed)).toEqual([]);
  });

  it('opens after all: what was told of as lost is delivered, and the trail is whole', async () => {
    await shutForAWhile();
    await bed.wake(SHUT).deliver(CONNECTION);
    await keep(1);
    expect(await bed.wake().deliver(CONNECTION)).toEqual(DONE);
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [1, 2, 3, 4], missing: [], brokenAt: null }]);
    expect(bed.service.conflicts).toBe(0);
  });

  it('views go on meanwhile, each delivered at once, and none is told of as lost', async () => {
    await shutForAWhile();
    const outbox = bed.wake(SHUT);
    expect(await outbox.keep(draftOf(), CONNECTION)).toEqual({ ok: true });
    await outbox.deliver(CONNECTION);
    expect(await outbox.keep(draftOf(), CONNECTION)).toEqual({ ok: true });
    await outbox.deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
    expect(await trailsHeld(bed)).toMatchObject([{ held: [3, 4, 5], missing: [{ from: 1, to: 2, reported: true }] }]);
  });

  it('a loss of which nobody heard the answer is told again, with the event that told of it', async () => {
    await shutForAWhile();
    bed.service.behave = () => 'unreachable';
    expect(await bed.wake(SHUT).deliver(CONNECTION)).toEqual({ outcome: 'later', waiting: 3 });
    bed.service.behave = () => 'takes';
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['1-3', '']]);
  });

  it('a clock that was set back begins the wait again', async () => {
    await shutForAWhile();
    bed.now -= 60 * 60_000;
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([]);
    bed.now += A_WHILE;
    await bed.wake(SHUT).deliver(CONNECTION);
    expect(await gapsTold(bed)).toEqual([['1-2', '']]);
  });
});
