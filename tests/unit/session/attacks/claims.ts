import type { SignInCode } from '../../../../utils/session/sign-in-codes.ts';
import type { AttackBed } from './attack-bed.ts';
import { type Claims, type Header, otherIdToken, signed } from './forge.ts';
import type { Change } from './hostile-proxy.ts';

const NOW = () => Math.floor(Date.now() / 1000);
const HOUR = 3600;

/** The genuine claims with some changed, signed with the provider's own key, which was stolen. */
export function signedByThief(
  { stolenKey }: AttackBed,
  changes: (claims: Claims) => Claims,
  header: Partial<Header> = {},
): Change {
  return otherIdToken((claims) =>
    signed({ ...claims, ...changes(claims) }, stolenKey, { alg: 'RS256', kid: stolenKey.kid, ...header }),
  );
}

/** Claims that are not for this sign-in, and the code by which they are refused. */
export const NOT_FOR_THIS_SIGN_IN: readonly (readonly [string, SignInCode, (claims: Claims) => Claims])[] = [
  ['another nonce', 'SIGN-IN-NONCE', () => ({ nonce: 'another' })],
  ['no nonce', 'SIGN-IN-NONCE', () => ({ nonce: undefined })],
  ['a nonce in a list', 'SIGN-IN-NONCE', ({ nonce }) => ({ nonce: [nonce] })],
  ['another audience', 'SIGN-IN-AUDIENCE', () => ({ aud: 'another' })],
  ['no audience', 'SIGN-IN-AUDIENCE', () => ({ aud: undefined })],
  ['nobody as audience', 'SIGN-IN-AUDIENCE', () => ({ aud: [] })],
  ['two audiences, and nobody says which', 'SIGN-IN-AUDIENCE', ({ aud }) => ({ aud: [String(aud), 'another'] })],
  ['two, and the other one', 'SIGN-IN-AUDIENCE', ({ aud }) => ({ aud: [String(aud), 'another'], azp: 'another' })],
  ['one audience, issued to another client', 'SIGN-IN-AUDIENCE', () => ({ azp: 'another' })],
  ['another issuer', 'SIGN-IN-ISSUER', () => ({ iss: 'https://evil.example' })],
  ['the issuer with a slash at its end', 'SIGN-IN-ISSUER', ({ iss }) => ({ iss: `${iss}/` })],
  ['no issuer', 'SIGN-IN-ISSUER', () => ({ iss: undefined })],
  ['over for an hour', 'SIGN-IN-EXPIRED', () => ({ exp: NOW() - HOUR })],
  ['over when it was made', 'SIGN-IN-EXPIRED', () => ({ exp: 0 })],
  ['no end', 'SIGN-IN-EXPIRED', () => ({ exp: undefined })],
  ['made in an hour', 'SIGN-IN-EXPIRED', () => ({ iat: NOW() + HOUR })],
  ['made at no time', 'SIGN-IN-EXPIRED', () => ({ iat: undefined })],
  ['good in an hour', 'SIGN-IN-EXPIRED', () => ({ nbf: NOW() + HOUR })],
  ['nobody', 'SIGN-IN-TOKEN', () => ({ sub: undefined })],
  ['no name', 'SIGN-IN-TOKEN', () => ({ name: undefined })],
  ['a name as long as a book', 'SIGN-IN-TOKEN', () => ({ name: 'x'.repeat(1_000_000) })],
  ['roles that are none', 'SIGN-IN-TOKEN', () => ({ nhsid_nrbac_roles: [{ person_roleid: 1 }] })],
  ['for another access token', 'SIGN-IN-TOKEN', () => ({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })],
];
