import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost } from '../../../../utils/plan/service/at-most.ts';

test('does all, in the order of the items, and never more at once than it may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 3 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (items, count) => {
        let running = 0;
        let most = 0;
        const results = await atMost(count, items, async (turns) => {
          running += 1;
          most = Math.max(most, running);
          for (let turn = 0; turn <= turns; turn += 1) await Promise.resolve();
          running -= 1;
          return turns * 2;
        });
        expect(results).toEqual(items.map((turns) => turns * 2));
        expect(most).toBe(Math.min(count, items.length));
      },
    ),
  );
});
