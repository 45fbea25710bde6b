import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { senderOf } from '../../../utils/tabs/sender.ts';
import { systemAt } from '../../../utils/tabs/sites.ts';
import { SYSTEM, senders } from './fake-runtime.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));

const HOST = 'record.example.org';
const system = { ...SYSTEM, origins: [`https://${HOST}/*`] };
const kindOf = (origin: string) =>
  senderOf({ ...senders.enabledPage, origin }, async (at) => systemAt([system], at)).then(({ kind }) => kind);

/** Letters of other alphabets, and ASCII letters, that look like one of ours. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  r: 'г',
  e: 'е',
  c: 'с',
  o: '0',
  d: 'ԁ',
  x: 'х',
  a: 'а',
  p: 'р',
  l: '1',
};

const anywhere = fc.nat(HOST.length);
const at = (place: number, put: string, instead = 0) => HOST.slice(0, place) + put + HOST.slice(place + instead);

/** Other hosts that a person in a hurry takes for the one that is enabled. */
const otherHost = fc
  .oneof(
    anywhere.map((place) => at(place, LOOKS_LIKE[HOST.charAt(place)] ?? '-', 1)),
    fc.tuple(anywhere, fc.constantFrom('-', '.', 'a', '1', '\u0301', 'xn--')).map(([place, put]) => at(place, put)),
    anywhere.map((place) => at(place, '', 1)),
    fc
      .constantFrom('evil.example', 'org', 'example.org', '127.0.0.1')
      .chain((end) => fc.constantFrom(`${HOST}.${end}`, `${HOST}-${end}`, `${end}.${HOST}`, end)),
  )
  .map((host) => URL.parse(`https://${host}`)?.hostname ?? '')
  .filter((host) => host !== '' && host !== HOST);

describe('an origin that looks like one that is enabled', () => {
  it('H22: the enabled one is known, and ports make no difference', async () => {
    expect(await kindOf(`https://${HOST}`)).toBe('enabledPage');
    expect(await kindOf(`https://${HOST}:8443`)).toBe('enabledPage');
  });

  it('H22: another host is another system, however alike', async () => {
    await fc.assert(
      fc.asyncProperty(otherHost, async (host) => {
        expect(await kindOf(`https://${host}`)).toBe('otherPage');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    `http://${HOST}`,
    `ws://${HOST}`,
    `blob:https://${HOST}`,
    `https://${HOST}@evil.example`,
    `https://${HOST}.`,
  ])('H22: the same host under another name or another scheme is not: %s', async (origin) => {
    expect(await kindOf(origin)).not.toBe('enabledPage');
  });
});
