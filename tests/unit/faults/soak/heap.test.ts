import { describe, expect, it } from 'vitest';
import { sizesIn } from '../../../faults/soak/heap.ts';

const KINDS = ['hidden', 'code', 'object', 'native'];

/** A snapshot as V8 takes them: each node a row of numbers, of which the kind is an index into a list. */
const snapshotOf = (...nodes: readonly (readonly [kind: string, bytes: number, name?: string])[]) => ({
  snapshot: {
    meta: { node_fields: ['type', 'name', 'id', 'self_size', 'edge_count'], node_types: [KINDS, 'string', 'number'] },
  },
  nodes: nodes.flatMap(([kind, bytes], at) => [KINDS.indexOf(kind), at, 2 * at + 1, bytes, 0]),
  strings: nodes.map(([, , name = '']) => name),
});

describe('the sizes in a heap snapshot', () => {
  it('are added up: what is kept, and apart from it what V8 has compiled', () => {
    const taken = snapshotOf(['hidden', 16], ['object', 100], ['code', 4_000], ['native', 1_000], ['code', 500]);
    expect(sizesIn(taken)).toEqual({ kept: 1_116, code: 4_500, noted: 0 });
  });

  it('are of what the browser keeps for itself only where it is that by its name', () => {
    const taken = snapshotOf(
      ['native', 1, 'system / WeakArrayList'],
      ['native', 2, 'system / ProtectedFixedArray'],
      ['native', 4, 'system / ExternalStringData'],
      ['object', 8, 'system / WeakArrayList'],
      ['native', 16, 'PerformanceLongTaskTiming'],
      ['native', 32, 'blink::HeapVectorBacking<cppgc::internal::BasicMember<blink::TaskAttributionTiming, …>>'],
      ['native', 64, 'DOMRect'],
      ['object', 128, 'LayoutShift'],
      ['native', 256, 'PerformanceObserver'],
    );
    expect(sizesIn(taken)).toEqual({ kept: 4 + 8 + 64 + 128 + 256, code: 1 + 2, noted: 16 + 32 });
  });

  it.each([
    ['another kind of file', { nodes: [] }],
    ['one without kinds', { ...snapshotOf(['object', 1]), snapshot: { meta: { node_fields: [], node_types: [] } } }],
  ])('are not guessed from %s', (_, raw) => {
    expect(() => sizesIn(raw)).toThrow();
  });
});
