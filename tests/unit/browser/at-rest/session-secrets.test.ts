import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretsIn } from '../../../browser/at-rest/session-secrets.ts';

const url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const accessToken = randomBytes(32).toString('base64url');
const signature = randomBytes(256).toString('base64url');
const header = url({ alg: 'RS256', typ: 'JWT', kid: 'a-key' });
const payload = url({ sub: 'gp', iss: 'http://127.0.0.1:4000/sign-in', nonce: randomBytes(16).toString('hex') });
const key = randomBytes(32);
const stored = {
  session: {
    accessToken,
    refreshToken: null,
    idToken: [header, payload, signature].join('.'),
    name: 'Dr Hannah Okafor',
  },
  copyKeys: { id: crypto.randomUUID(), data: key.toString('base64url'), endsAt: 1_700_000_000_000 },
  ending: { how: 'lock', done: true },
};

describe('what a session holds that is secret', () => {
  const secrets = secretsIn(stored);
  const holds = (label: string, bytes: Uint8Array) =>
    secrets.find((one) => one.label === label)?.needles.some((needle) => Buffer.from(bytes).includes(needle.bytes)) ??
    false;

  it('is every token and every key, and nothing else', () => {
    expect(secrets.map(({ label }) => label)).toEqual(['session.accessToken', 'session.idToken', 'copyKeys.data']);
  });

  it('is known by any part of an opaque token', () => {
    expect(holds('session.accessToken', Buffer.from(accessToken.slice(7, 17)))).toBe(true);
  });

  it('is known by the signature of a JWT and by its payload, not by a header that many have', () => {
    expect(holds('session.idToken', Buffer.from(signature.slice(100, 110)))).toBe(true);
    expect(holds('session.idToken', Buffer.from(payload))).toBe(true);
    expect(holds('session.idToken', Buffer.from(`${header}.${url('{"sub":"somebody else"}')}`))).toBe(false);
  });

  it('is known by the raw bytes of a key, not by how it is written alone', () => {
    expect(holds('copyKeys.data', key.subarray(3, 11))).toBe(true);
    expect(holds('copyKeys.data', Buffer.from(key.toString('base64url')))).toBe(true);
    expect(holds('copyKeys.data', randomBytes(5000))).toBe(false);
  });

  it('is nothing where nobody is signed in', () => {
    expect(secretsIn({})).toEqual([]);
    expect(secretsIn(null)).toEqual([]);
  });
});
