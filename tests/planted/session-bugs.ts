import type { PlantedBug } from './planted-bug.ts';

const CHECKS = 'utils/session/token-checks.ts';
const SESSION = 'utils/session/session.ts';

/** In signing in and out, and what belongs to whoever is signed in. */
export const SESSION_BUGS: readonly PlantedBug[] = [
  {
    name: 'The state of a sign-in is not compared',
    rule: 'S6',
    file: 'utils/session/callback.ts',
    find: 'const answer = oauth.validateAuthResponse(server, client, callback, state);',
    replace: 'const answer = oauth.validateAuthResponse(server, client, callback, oauth.skipStateCheck);',
    caughtBy: ['tests/unit/session/attacks/redirect.test.ts'],
  },
  {
    name: 'The nonce of a renewal is not compared',
    rule: 'S6',
    file: CHECKS,
    find: "if (first !== undefined && nonce !== undefined && nonce !== first) throw new NotAccepted('SIGN-IN-NONCE');",
    replace: '',
    caughtBy: ['tests/unit/session/attacks/refresh.test.ts'],
  },
  {
    name: 'A token that was issued to another client is accepted',
    rule: 'S6',
    file: CHECKS,
    find: "if (azp !== undefined && azp !== clientId) throw new NotAccepted('SIGN-IN-AUDIENCE');",
    replace: '',
    caughtBy: ['tests/unit/session/attacks/id-token.test.ts'],
  },
  {
    name: 'The signature of an id token is not checked',
    rule: 'S6',
    file: 'utils/session/tokens.ts',
    find: 'if (answer.id_token !== undefined) await checkSignature(server, response);',
    replace: '',
    caughtBy: ['tests/unit/session/attacks/signature.test.ts'],
  },
  {
    name: 'A sign-in that comes back to an address like ours is redeemed',
    rule: 'S6',
    file: 'utils/session/callback.ts',
    find: "if (!callback || !isAt(callback, new URL(redirectUri))) throw new NotAccepted('SIGN-IN-REDIRECT');",
    replace: "if (!callback?.href.startsWith(redirectUri)) throw new NotAccepted('SIGN-IN-REDIRECT');",
    caughtBy: ['tests/unit/session/attacks/redirect.test.ts'],
  },
  {
    name: 'A token is kept outside the background’s memory',
    rule: 'S7',
    file: SESSION,
    find: 'await browser.storage.session.set({ [SESSION]: session, [WATCH]: watch, [ENDING]: null });',
    replace: `await browser.storage.session.set({ [SESSION]: session, [WATCH]: watch, [ENDING]: null });
    await browser.storage.local.set({ [SESSION]: session });`,
    caughtBy: ['tests/unit/session/session.test.ts'],
  },
  {
    name: 'A clock may be set back by minutes',
    rule: 'S7',
    file: 'utils/session/deadlines.ts',
    find: 'const CLOCK_TOLERANCE_MS = 5_000;',
    replace: 'const CLOCK_TOLERANCE_MS = 300_000;',
    caughtBy: ['tests/unit/session/deadlines.test.ts', 'tests/faults/clock/clock-class.ts'],
  },
  {
    name: 'Tokens are kept after a sign-out',
    rule: 'S7',
    file: SESSION,
    find: 'await browser.storage.session.remove([SESSION, WATCH]);',
    replace: 'await browser.storage.session.remove([WATCH]);',
    caughtBy: ['tests/unit/session/end-session.test.ts'],
  },
  {
    name: 'A renewal may be of somebody else',
    rule: 'S6',
    file: 'utils/session/tokens.ts',
    find: 'if (claims && (claims.sub !== before.subject || claims.iss !== before.issuer)) {',
    replace: 'if (claims && claims.iss !== before.issuer) {',
    caughtBy: ['tests/unit/session/session-from.test.ts'],
  },
  {
    name: 'A copy that one person kept opens for the next',
    rule: 'S8',
    file: 'utils/offline/sealed-copy.ts',
    find: 'JSON.stringify([SCHEMA_VERSION, fhirBase, [issuer, subject, roleId], patientKey, plans, fetchedAt])',
    replace:
      'JSON.stringify([SCHEMA_VERSION, fhirBase, [issuer.length * 0, subject.length * 0, roleId.length * 0], patientKey, plans, fetchedAt])',
    caughtBy: ['tests/unit/offline/refusals.test.ts'],
  },
  {
    name: 'An audit event lies unsealed on the disk',
    rule: 'S8',
    file: 'utils/access/audit/seal.ts',
    find: 'return new CompactEncrypt(padded(new TextEncoder().encode(JSON.stringify(event))))',
    replace: `if (jwk) return Promise.resolve(JSON.stringify(event));
  return new CompactEncrypt(padded(new TextEncoder().encode(JSON.stringify(event))))`,
    caughtBy: ['tests/unit/access/audit/seal.test.ts'],
  },
  {
    name: 'A session lasts on although nobody has been there for longer than is allowed',
    rule: 'S7',
    file: SESSION,
    find: "return cause ? { kind: 'overdue', cause } : { kind: 'open', session: session.data, watch: watch.data };",
    replace:
      "return cause === 'never' ? { kind: 'none' } : { kind: 'open', session: session.data, watch: watch.data };",
    caughtBy: ['tests/unit/session/session.test.ts'],
  },
];
