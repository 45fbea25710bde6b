import { describe, expect, it } from 'vitest';
import { type TrailEntry, trailEntryIn } from '../../../../sandbox/plan-service/audit/trail-entry.ts';
import { sha256 } from '../seal.ts';

const NAME = 'Planside audit trail';
const PREVIOUS = sha256('before');
const SAID = { installation: 'here', sequence: '7', previous: PREVIOUS };

const detailsOf = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([type, valueString]) => ({ type, valueString }));
const entryOf = (said: Readonly<Record<string, string>>, ...others: { type: string; valueString: string }[]) =>
  trailEntryIn({ entity: [{ name: NAME, detail: [...detailsOf(said), ...others] }] });
const read = (changes: Partial<TrailEntry> = {}) => ({
  ...{ installation: 'here', sequence: 7, previous: PREVIOUS, reported: [], countLost: false },
  ...changes,
});

describe('where an event stands', () => {
  it('is read from the entity of that name, and from no other', () => {
    expect(entryOf(SAID)).toEqual(read());
    expect(trailEntryIn({ entity: [{ name: 'Another trail', detail: detailsOf(SAID) }] })).toBe('none');
    expect(trailEntryIn({ entity: [{ detail: detailsOf(SAID) }] })).toBe('none');
    expect(trailEntryIn({})).toBe('none');
  });

  it('follows from nothing where it is the first, whether that is left out or empty', () => {
    const first = read({ sequence: 1, previous: '' });
    expect(entryOf({ ...SAID, sequence: '1', previous: '' })).toEqual(first);
    expect(entryOf({ installation: 'here', sequence: '1' })).toEqual(first);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['no sequence', { installation: 'here', previous: PREVIOUS }],
    ['nought', { ...SAID, sequence: '0' }],
    ['a fraction', { ...SAID, sequence: '1.5' }],
    ['more than can be counted', { ...SAID, sequence: '9'.repeat(16) }],
    ['no installation', { sequence: '7', previous: PREVIOUS }],
    ['an installation that is a sentence', { ...SAID, installation: 'over here' }],
    ['half a hash', { ...SAID, previous: PREVIOUS.slice(0, 32) }],
  ])('cannot be read: %s', (_what, said) => {
    expect(entryOf(said)).toBe('wrong');
  });

  it('cannot be read where there are two', () => {
    const one = { name: NAME, detail: detailsOf(SAID) };
    expect(trailEntryIn({ entity: [one, one] })).toBe('wrong');
  });
});

describe('what an event reports as lost', () => {
  const missing = (valueString: string) => ({ type: 'missing', valueString });

  it('stands in one detail or several, in its own entity or another', () => {
    const reported = [
      { from: 3, to: 3 },
      { from: 5, to: 6 },
    ];
    expect(entryOf(SAID, missing('3'), missing('5-6'))).toEqual(read({ reported }));
    expect(entryOf(SAID, missing('3, 5-6'))).toEqual(read({ reported }));
    const entity = [{ detail: [missing('3')] }, { name: NAME, detail: [...detailsOf(SAID), missing('5-6')] }];
    expect(trailEntryIn({ entity })).toEqual(read({ reported }));
  });

  it('may be the count itself', () => {
    expect(entryOf(SAID, { type: 'mark', valueString: 'lost' })).toEqual(read({ countLost: true }));
    expect(entryOf(SAID, { type: 'mark', valueString: 'found' })).toEqual(read());
  });
});
