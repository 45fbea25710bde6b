import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageBed } from './storage-bed.ts';

const now = vi.hoisted(() => ({ browser: {} as object }));
vi.mock('../../../utils/browser.ts', () => ({
  get browser() {
    return now.browser;
  },
}));

const { keepPolicy, readPolicy } = await import('../../../utils/settings/kept-policy.ts');
const { onSettingsChanged, readSettings } = await import('../../../utils/settings/settings.ts');

const A = { lockAfterMinutes: 3 };
const B = { lockAfterMinutes: 7, offlineCopies: false };
const BAD = { lockAfterMinutes: 3, surfaces: ['window'] };
const LATEST_MS = 4_000;

let bed: ReturnType<typeof storageBed>;

beforeEach(() => {
  vi.useFakeTimers();
  bed = storageBed();
  now.browser = bed.browser;
});
afterEach(() => vi.useRealTimers());

async function start(): Promise<void> {
  keepPolicy();
  await bed.settled();
}

describe('a policy that arrives late', () => {
  it('is awaited at the first start, in which nothing is enabled, and no longer than it can take', async () => {
    bed.held.local.settings = { clinicalSystems: [], lockAfterMinutes: 25 };
    await start();
    expect(await readPolicy()).toEqual({ kind: 'awaited' });
    expect(await readSettings()).toEqual({ clinicalSystems: [] });
    const changed = vi.fn();
    onSettingsChanged(changed);
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(changed).toHaveBeenCalled();
    expect(await readPolicy()).toEqual({ kind: 'none' });
    expect(await readSettings()).toEqual({ clinicalSystems: [], lockAfterMinutes: 25 });
  });

  it('is not awaited again where there never was one', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    bed.restart();
    await start();
    const changed = vi.fn();
    onSettingsChanged(changed);
    expect(await readPolicy()).toEqual({ kind: 'none' });
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(changed).not.toHaveBeenCalled();
  });

  it('is the last good one until it has come, and then itself', async () => {
    bed.hand(A);
    await start();
    bed.restart();
    await start();
    expect(await readPolicy()).toEqual({ kind: 'set', managed: A });
    bed.hand(B);
    await bed.settled();
    expect(await readPolicy()).toEqual({ kind: 'set', managed: B });
  });

  it('is withdrawn once its time is up, and at the next start too', async () => {
    bed.hand(A);
    await start();
    bed.restart();
    await start();
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(await readPolicy()).toEqual({ kind: 'none' });
    expect(bed.held.local.policy).toEqual({ lastGood: null });
    bed.restart();
    await start();
    expect(await readPolicy()).toEqual({ kind: 'none' });
  });

  it('is awaited anew by a background that was ended meanwhile', async () => {
    await start();
    bed.endBackground();
    vi.clearAllTimers();
    await start();
    expect(await readPolicy()).toEqual({ kind: 'awaited' });
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(await readPolicy()).toEqual({ kind: 'none' });
  });
});

describe('what is kept of a policy', () => {
  it('is parsed again when it is read, and nothing if it no longer passes', async () => {
    bed.held.local.policy = { lastGood: { ...A, everything: 'allowed' } };
    bed.hand(BAD);
    await start();
    expect(await readPolicy()).toMatchObject({ kind: 'broken', places: ['surfaces.0'], lastGood: null });
    expect(await readSettings()).toEqual({ clinicalSystems: [] });
  });

  it('is used where the browser cannot read what there is', async () => {
    bed.hand(A);
    await start();
    bed.refuse(new Error('Managed storage manifest is not JSON'));
    expect(await readPolicy()).toEqual({ kind: 'broken', code: 'POLICY-UNREADABLE', places: [], lastGood: A });
  });

  it('is nothing where the browser is sure that there is no policy: nobody waits', async () => {
    bed.held.local.policy = { lastGood: A };
    bed.refuse(new Error('Managed storage manifest not found'));
    await start();
    expect(await readPolicy()).toEqual({ kind: 'none' });
    expect(bed.held.local.policy).toEqual({ lastGood: null });
    bed.browser.storage.managed = undefined;
    expect(await readPolicy()).toEqual({ kind: 'none' });
  });
});

describe('whatever happens to a policy', () => {
  type Step = 'A' | 'B' | 'bad' | 'withdraw' | 'restart' | 'endBackground' | 'wait';
  const RAW = { A, B, bad: BAD, withdraw: {} } as const;

  /** What must hold, said in another way than by the code: the last step that told anything, and the last good one. */
  function newModel() {
    let [found, good, waited, known] = ['withdraw' as keyof typeof RAW, null as 'A' | 'B' | null, false, false];
    return {
      step(step: Step) {
        if (step === 'endBackground') return;
        if (step === 'restart') [found, waited] = ['withdraw', false];
        else if (step === 'wait') waited = true;
        else [found, waited] = [step, true];
        if (found === 'A' || found === 'B') good = found;
        if (found === 'withdraw' && waited) good = null;
        // Something that was broken from the beginning is no word on what there was before.
        known ||= (waited && found !== 'bad') || good !== null;
      },
      expected() {
        if (found === 'A' || found === 'B') return { kind: 'set', managed: RAW[found] };
        if (found === 'bad') return { kind: 'broken', lastGood: good && RAW[good] };
        if (!waited && good) return { kind: 'set', managed: RAW[good] };
        return { kind: waited || known ? 'none' : 'awaited' };
      },
    };
  }

  it('is enabled what the last good one says, or nothing, never something else', async () => {
    const steps = fc.array(fc.constantFrom<Step>('A', 'B', 'bad', 'withdraw', 'restart', 'endBackground', 'wait'), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        vi.clearAllTimers();
        bed = storageBed();
        now.browser = bed.browser;
        const model = newModel();
        await start();
        for (const step of all) {
          if (step === 'restart') {
            vi.clearAllTimers();
            bed.restart();
            await start();
          } else if (step === 'endBackground') {
            vi.clearAllTimers();
            bed.endBackground();
            await start();
          } else if (step === 'wait') await vi.advanceTimersByTimeAsync(LATEST_MS);
          else bed.hand(RAW[step]);
          await bed.settled();
          model.step(step);
          expect(await readPolicy(), all.join(' ')).toMatchObject(model.expected());
        }
      }),
      { numRuns: 400 },
    );
  });
});
