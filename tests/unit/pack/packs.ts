import type { Pack } from '../../../utils/pack/pack.ts';
import { gpRecordAdapter } from '../../sandbox/adapters/adapters.ts';

export const ADAPTER = gpRecordAdapter;
export const ORIGIN = 'https://record.example.org/*';
export const SYSTEM = { id: 'record', name: 'Meadow', origins: [ORIGIN] };
export const WHY = { en: 'Names are read from the wrong place.', cy: 'Darllenir enwau o’r lle anghywir.' };

/** A pack of the organisation of these tests. */
export function packOf(more: Partial<Pack> = {}): Pack {
  return {
    format: 1,
    id: 'example-icb',
    sequence: 7,
    issuedAt: '2026-11-26T09:00:00Z',
    entries: [{ system: 'record', adapter: ADAPTER, origins: [ORIGIN] }],
    ...more,
  };
}
