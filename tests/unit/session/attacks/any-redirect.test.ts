import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type AttackBed, startAttackBed } from './attack-bed.ts';
import { keptThere, windowsAre } from './fake-browser.ts';
import { isUntouched, mutated, mutation } from './redirect-mutations.ts';
import { walkThrough } from './window-walk.ts';

vi.mock('../../../../utils/browser.ts', () => import('./fake-browser.ts'));
vi.mock('../../../sandbox/plan-service/sign-in/signing-keys.ts', async (original) =>
  (await import('./stolen-keys.ts')).withThief(await original()),
);

let bed: AttackBed;
beforeAll(async () => {
  bed = await startAttackBed();
});
beforeEach(() => bed.fresh());
afterAll(() => bed.stop());

test('whatever happens to the parameters, nobody is signed in unless code, state and issuer are untouched', async () => {
  const count = { untouched: 0, signedIn: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      bed.fresh();
      let touched = false;
      windowsAre(async (address) => {
        const reached = new URL(await walkThrough(bed.service, address));
        const changed = mutated(reached, mutations);
        touched = !isUntouched(reached, changed);
        return changed.href;
      });
      const { ok } = await bed.signIn();
      if (touched) expect(ok).toBe(false);
      expect(keptThere()).toEqual(ok ? ['session', 'watch'] : []);
      expect([bed.strays(), bed.foreign.requests]).toEqual([[], []]);
      count.untouched += touched ? 0 : 1;
      count[ok ? 'signedIn' : 'refused'] += 1;
    }),
    { numRuns: 300 },
  );
  // Both happened, and often: otherwise this has said nothing.
  expect(count.signedIn).toBeGreaterThan(10);
  expect(count.refused).toBeGreaterThan(100);
  expect(count.signedIn).toBeLessThanOrEqual(count.untouched);
}, 240_000);
