import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestIds } from '../../../../utils/access/audit/newest-ids.ts';

describe('the newest ids', () => {
  it('are those that were added last, and no others, however many there were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (all, most) => {
        const ids = newestIds(most);
        for (const id of all) ids.add(id);
        expect(all.filter(ids.has)).toEqual(all.slice(-most));
      }),
    );
  });

  it('are no more for one that is added twice', () => {
    const ids = newestIds(2);
    for (const id of ['a', 'b', 'b']) ids.add(id);
    expect(['a', 'b'].filter(ids.has)).toEqual(['a', 'b']);
  });
});
