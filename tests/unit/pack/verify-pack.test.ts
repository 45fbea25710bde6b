import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifyPack } from '../../../utils/pack/verify-pack.ts';
import { makePackKeys, signPack } from '../../sandbox/packs/sign-pack.ts';
import { packOf } from './packs.ts';

const keys = { ES256: await makePackKeys('ES256'), EdDSA: await makePackKeys('EdDSA') };
const trusted = [keys.ES256.publicKey, keys.EdDSA.publicKey];
const stranger = await makePackKeys();
const pack = packOf();
const good = { ES256: await signPack(pack, keys.ES256), EdDSA: await signPack(pack, keys.EdDSA) };

const REFUSED = { ok: false, code: 'PACK-SIGNATURE' };
const code = async (jws: string) => {
  const verified = await verifyPack(jws, trusted);
  return verified.ok ? 'good' : verified.code;
};
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(['ES256', 'EdDSA'] as const)('a pack signed with %s', (alg) => {
  test('is good', async () => {
    expect(await verifyPack(good[alg], trusted)).toEqual({ ok: true, pack, content: good[alg].split('.')[1] });
  });

  test('is refused where the policy does not name its key', async () => {
    expect(await verifyPack(good[alg], [stranger.publicKey])).toEqual(REFUSED);
  });

  test('is refused with any one bit turned', async () => {
    const text = Buffer.from(good[alg]);
    const places = Array.from({ length: text.length * 8 }, (_, bit) => bit);
    // All of the signature and the header; of the long content every eleventh.
    const [header = '', content = ''] = good[alg].split('.');
    const isInContent = (bit: number) => bit >= header.length * 8 && bit < (header.length + content.length) * 8;
    for (const bit of places.filter((each) => !isInContent(each) || each % 11 === 0)) {
      const turned = Buffer.from(text);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await code(turned.toString('latin1'))).not.toBe('good');
    }
  });

  test('is refused when cut off, or with anything behind it', async () => {
    for (const text of [
      good[alg].slice(0, -1),
      good[alg].slice(0, 40),
      `${good[alg]}\n`,
      `${good[alg]}A`,
      ` ${good[alg]}`,
    ])
      expect(await code(text)).not.toBe('good');
  });
});

describe('a header cannot talk its way in', () => {
  const [, content = '', signature = ''] = good.ES256.split('.');
  const { kid } = keys.ES256.publicKey;
  const typ = 'planside-pack';

  test.each([
    ['no algorithm', { alg: 'none', kid, typ }],
    ['none in capitals', { alg: 'NONE', kid, typ }],
    ['another kind of key', { alg: 'RS256', kid, typ }],
    ['a shared secret', { alg: 'HS256', kid, typ }],
    ['the algorithm of another key', { alg: 'EdDSA', kid, typ }],
    ['no key named', { alg: 'ES256', typ }],
  ])('%s', async (_name, header) => {
    for (const signed of ['', signature, 'AAAA'])
      expect(await code(`${encoded(header)}.${content}.${signed}`)).not.toBe('good');
  });

  test('a key that it brings along is not used', async () => {
    for (const header of [
      { jwk: stranger.publicKey },
      { jku: 'https://packs.example.org/keys' },
      { x5u: 'https://x.example' },
    ]) {
      expect(await code(await signPack(pack, stranger, { kid, ...header }))).toBe('PACK-SIGNATURE');
      // Nor is a pack taken that is signed well and says more than it should.
      expect(await code(await signPack(pack, keys.ES256, header))).toBe('PACK-SIGNATURE');
    }
  });

  test('a key of the policy is no shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(keys.ES256.publicKey));
    expect(await code(await new SignJWT({}).setProtectedHeader({ alg: 'HS256', kid, typ }).sign(secret))).toBe(
      'PACK-SIGNATURE',
    );
  });

  test('something else that was signed by the same key is no pack', async () => {
    expect(await code(await signPack(pack, keys.ES256, { typ: 'JWT' }))).toBe('PACK-SIGNATURE');
    expect(await code(await signPack({ sub: 'somebody' }, keys.ES256))).toBe('PACK-UNREADABLE');
  });
});

test('no text is a good pack but one that was signed', async () => {
  const part = fc.oneof(
    fc.constantFrom(...good.ES256.split('.'), ...good.EdDSA.split('.')),
    fc.base64String(),
    fc.string(),
  );
  const text = fc.oneof(
    fc.string(),
    fc.tuple(part, part, part).map((parts) => parts.join('.')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (jws) => {
      const isSigned = jws === good.ES256 || jws === good.EdDSA;
      expect((await code(jws)) === 'good').toBe(isSigned);
    }),
    { numRuns: 500 },
  );
});

test('nothing that is signed and is no pack is one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(await code(await signPack(value, keys.EdDSA))).toBe('PACK-UNREADABLE');
    }),
    { numRuns: 100 },
  );
});
