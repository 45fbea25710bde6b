import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, judgePack } from '../../../utils/pack/judge-pack.ts';
import type { Pack } from '../../../utils/pack/pack.ts';
import { ADAPTER, ORIGIN, packOf, SYSTEM, WHY } from './packs.ts';

const URL_OF = 'https://packs.example.org/pack';
const held = (more: Partial<Pack> = {}, url = URL_OF): Held => {
  const pack = packOf(more);
  return { pack, content: JSON.stringify(pack), url };
};
const judge = (next: Held, before: Held | null) => judgePack(next, before, [SYSTEM]);

describe('what may take the place of what is held', () => {
  test('the first one, a later one, and the same once more', () => {
    expect(judge(held(), null)).toBeNull();
    expect(judge(held({ sequence: 8 }), held())).toBeNull();
    expect(judge(held(), held())).toBeNull();
  });

  test('not an older one, nor another one with the same number', () => {
    expect(judge(held({ sequence: 6 }), held())).toBe('PACK-OLDER');
    expect(judge(held({ entries: [] }), held())).toBe('PACK-OLDER');
  });

  test('not another one of the same organisation, unless the policy names another address', () => {
    const other = { id: 'other-region', sequence: 99 };
    expect(judge(held(other), held())).toBe('PACK-OTHER');
    expect(judge(held(other, 'https://packs.example.org/other'), held())).toBeNull();
    expect(judge(held({ sequence: 6 }, 'https://packs.example.org/other'), held())).toBe('PACK-OLDER');
  });

  test('not one with an adapter for origins that its system does not have here', () => {
    const wider = [ORIGIN, 'https://elsewhere.example.org/*'];
    const entries = [{ system: 'record', adapter: ADAPTER, origins: wider }];
    expect(judge(held({ sequence: 8, entries }), held())).toBe('PACK-ORIGINS');
    // Of a system that is not in force here nothing is said, for whatever origins.
    expect(judge(held({ sequence: 8, entries: [{ ...entries[0], system: 'not-here' } as never] }), held())).toBeNull();
  });

  test('whatever comes, in whatever order: the number never falls, and one number is one content', () => {
    const next = fc.record({ sequence: fc.integer({ min: 1, max: 6 }), off: fc.boolean() });
    fc.assert(
      fc.property(fc.array(next), (all) => {
        let now: Held | null = null;
        for (const { sequence, off } of all) {
          const comes: Held = held({ sequence, entries: off ? [{ system: 'record', switchedOff: WHY }] : [] });
          if (judge(comes, now) !== null) continue;
          if (now) expect(comes.pack.sequence > now.pack.sequence || comes.content === now.content).toBe(true);
          now = comes;
        }
      }),
    );
  });
});
