import { createHash, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  chromiumId,
  chromiumIdOf,
  chromiumKey,
  geckoId,
  redirectUris,
} from '../../../browser/harness/redirect-uris.ts';

describe('redirect URIs of test builds', () => {
  it('pins a real public key', () => {
    const key = createPublicKey({ key: Buffer.from(chromiumKey, 'base64'), format: 'der', type: 'spki' });
    expect(key.asymmetricKeyType).toBe('rsa');
    expect(key.type).toBe('public');
  });

  it('computes the id as Chromium does', () => {
    const digits = createHash('sha256').update(Buffer.from(chromiumKey, 'base64')).digest('hex').slice(0, 32);
    const back = [...chromiumId].map((letter) => 'abcdefghijklmnop'.indexOf(letter).toString(16)).join('');
    expect(back).toBe(digits);
    // What a browser gave the toy extension with this key, so that the rule itself is not only ours.
    expect(chromiumId).toBe('jiechmmhopemenigkboggkdhdncfbkep');
    expect(chromiumIdOf('AAAA')).not.toBe(chromiumId);
  });

  it('names one URI for each browser, as both answered identity.getRedirectURL()', () => {
    expect(geckoId).toBe('planside@example.org');
    expect(redirectUris).toEqual([
      'https://jiechmmhopemenigkboggkdhdncfbkep.chromiumapp.org/',
      'https://0d14020f45bb630da1ac877863e5b27eb8e40cd2.extensions.allizom.org/',
    ]);
  });
});
