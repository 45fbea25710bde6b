import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Link, sayTrail, trailsOf } from '../../../../sandbox/plan-service/audit/trails.ts';
import { sha256 } from '../seal.ts';

const HERE = 'installation-1';
const hashOf = (sequence: number, installation = HERE) => sha256(`${installation} ${sequence}`);

/** An event that follows from the one before it. */
function link(sequence: number, changes: Partial<Link> = {}): Link {
  const { installation = HERE } = changes;
  const previous = sequence === 1 ? '' : hashOf(sequence - 1, installation);
  return {
    installation,
    sequence,
    previous,
    hash: hashOf(sequence, installation),
    reported: [],
    countLost: false,
    ...changes,
  };
}

const chain = (length: number) => Array.from({ length }, (_, at) => link(at + 1));
const without = (length: number, ...missing: readonly number[]) =>
  chain(length).filter(({ sequence }) => !missing.includes(sequence));
const said = (links: readonly Link[]) => trailsOf(links).map(sayTrail);

describe('the trail of an installation', () => {
  it.each<[string, readonly Link[], string]>([
    ['whole', chain(5), 'complete'],
    ['one event', chain(1), 'complete'],
    ['one lost', without(16, 15), 'missing 15, not reported'],
    ['the first lost', without(3, 1), 'missing 1, not reported'],
    [
      'some lost, and that is known',
      [...without(16, 12, 13, 14, 16), link(16, { reported: [{ from: 12, to: 14 }] })],
      'missing 12 to 14, reported',
    ],
    [
      'more lost than is known',
      [...without(16, 5, 12, 13, 14, 16), link(16, { reported: [{ from: 13, to: 20 }] })],
      'missing 5, not reported; missing 12, not reported; missing 13 to 14, reported',
    ],
    ['nothing lost of what was thought lost', [...chain(4), link(5, { reported: [{ from: 2, to: 3 }] })], 'complete'],
    ['one replaced', [...without(12, 8), link(8, { hash: hashOf(99) })], 'chain broken at 9'],
    ['one that follows from another', [...without(12, 9), link(9, { previous: hashOf(7) })], 'chain broken at 9'],
    ['one that follows from nothing', [...without(12, 9), link(9, { previous: '' })], 'chain broken at 9'],
    ['a first that follows from something', [link(1, { previous: hashOf(9) }), link(2)], 'chain broken at 1'],
    ['two of one number', [...chain(4), link(3, { hash: hashOf(33) })], 'chain broken at 3'],
    ['the count lost', [...chain(3), link(4, { countLost: true })], 'count lost before 4, reported'],
    [
      'the count lost, which names nothing that is missing',
      [...without(6, 2, 4, 5), link(4, { countLost: true }), link(5, { countLost: true })],
      'missing 2, not reported; count lost before 5, reported',
    ],
    ['what cannot be known after a gap', [...without(6, 3, 4), link(4, { previous: '' })], 'missing 3, not reported'],
    ['both', [...without(9, 4, 7), link(7, { previous: hashOf(1) })], 'missing 4, not reported; chain broken at 7'],
  ])('is said in one line: %s', (_what, links, line) => {
    expect(said(links)).toEqual([line]);
  });

  it('is its own, whatever comes between', () => {
    const other = (sequence: number) => link(sequence, { installation: 'installation-2' });
    const trails = trailsOf([link(1), other(1), other(3), link(2)]);
    expect(trails).toEqual([
      { installation: HERE, held: [1, 2], missing: [], brokenAt: null, countLostAt: null },
      {
        installation: 'installation-2',
        held: [1, 3],
        missing: [{ from: 2, to: 2, reported: false }],
        brokenAt: null,
        countLostAt: null,
      },
    ]);
  });

  it('does not hang on the order in which events came', () => {
    const loss = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 6 });
    fc.assert(
      fc.property(loss, fc.infiniteStream(fc.integer()), (missing, order) => {
        const links = without(12, ...missing);
        const shuffled = links
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [trail] = trailsOf(shuffled);
        expect(trail?.held).toEqual(links.map(({ sequence }) => sequence));
        expect(trail?.brokenAt).toBe(null);
        const numbers = (trail?.missing ?? []).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(numbers).toEqual([...missing].sort((a, b) => a - b));
      }),
    );
  });
});
