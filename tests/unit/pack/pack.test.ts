import { describe, expect, test } from 'vitest';
import { parsePack } from '../../../utils/pack/pack.ts';
import { ADAPTER, ORIGIN, packOf, WHY } from './packs.ts';

const parse = (raw: unknown) => parsePack(JSON.stringify(raw));

describe('what is a pack', () => {
  test.each([
    ['an adapter', packOf()],
    ['an adapter for whatever the system is made of', packOf({ entries: [{ system: 'record', adapter: ADAPTER }] })],
    ['a system switched off with a sentence', packOf({ entries: [{ system: 'record', switchedOff: WHY }] })],
    ['one with a code', packOf({ entries: [{ system: 'record', switchedOff: { code: 'EPR-UPDATE' } }] })],
    ['nothing', packOf({ entries: [] })],
  ])('%s', (_name, pack) => {
    expect(parse(pack)).toEqual(pack);
  });
});

describe('what is none', () => {
  const entry = { system: 'record', adapter: ADAPTER };
  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['another format', { ...packOf(), format: 2 }],
    ['no number', { ...packOf(), sequence: 0 }],
    ['half a number', { ...packOf(), sequence: 1.5 }],
    ['a number too large to count on', { ...packOf(), sequence: 2 ** 53 }],
    ['a key nobody knows', { ...packOf(), origins: [ORIGIN] }],
    ['a key nobody knows in an entry', packOf({ entries: [{ ...entry, name: 'Meadow' } as never] })],
    [
      'an adapter with code',
      packOf({ entries: [{ system: 'record', adapter: { ...ADAPTER, read: 'x => x' } as never }] }),
    ],
    [
      'an adapter with origins',
      packOf({ entries: [{ system: 'record', adapter: { ...ADAPTER, origins: [ORIGIN] } as never }] }),
    ],
    ['a wildcard', packOf({ entries: [{ ...entry, origins: ['https://*.example.org/*'] }] })],
    ['every address', packOf({ entries: [{ ...entry, origins: ['<all_urls>'] }] })],
    ['no origin at all', packOf({ entries: [{ ...entry, origins: [] }] })],
    ['both at once', packOf({ entries: [{ ...entry, switchedOff: WHY } as never] })],
    ['one system twice', packOf({ entries: [entry, { system: 'record', switchedOff: WHY }] })],
    ['a reason in one language', packOf({ entries: [{ system: 'record', switchedOff: { en: 'Off.' } as never }] })],
    [
      'a reason that is too long',
      packOf({ entries: [{ system: 'record', switchedOff: { ...WHY, en: 'x'.repeat(201) } }] }),
    ],
    ['a reason of two lines', packOf({ entries: [{ system: 'record', switchedOff: { ...WHY, cy: 'x\ny' } }] })],
    ['a code in small letters', packOf({ entries: [{ system: 'record', switchedOff: { code: 'why' } }] })],
  ])('%s', (_name, raw) => {
    expect(parsePack(JSON.stringify(raw) ?? 'undefined')).toBeNull();
  });
});
