import { type Needle, needlesOfKey, needlesOfText } from './needles.ts';

/** Something secret that a session holds in memory. */
export type Secret = {
  /** Where it stands in `storage.session`, such as `session.accessToken`. */
  readonly label: string;
  readonly needles: readonly Needle[];
};

/** 256 bits in base64url (RFC 4648 §5), as Planside keeps its keys. */
const KEY = /^[A-Za-z0-9_-]{43}$/;
/** `header.payload.signature` (RFC 7519 §3.1, RFC 7515 §7.1). */
const JWT = /^[\w-]+\.([\w-]+)\.([\w-]+)$/;
/** Much of a JWT's payload begins like anybody's; so many characters on end are one's own. */
const PAYLOAD_WINDOW = 40;

/** The tokens and keys among what a session holds: whatever is called a token, and whatever has the form of a key. */
export function secretsIn(stored: unknown): readonly Secret[] {
  return leavesOf(stored, []).flatMap(({ path, value }) => {
    const label = path.join('.');
    if (/token$/i.test(path.at(-1) ?? '')) return [{ label, needles: needlesOfToken(label, value) }];
    return KEY.test(value) ? [{ label, needles: needlesOfKey(label, Buffer.from(value, 'base64url')) }] : [];
  });
}

/** The header of a JWT says how it is signed, which is no secret. */
function needlesOfToken(label: string, token: string): readonly Needle[] {
  const [, payload, signature] = JWT.exec(token) ?? [];
  if (payload === undefined || signature === undefined) return needlesOfText(label, token);
  return [...needlesOfText(label, payload, PAYLOAD_WINDOW), ...needlesOfText(label, signature)];
}

type Leaf = { readonly path: readonly string[]; readonly value: string };

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}
