import { expect, test, vi } from 'vitest';
import { judgeConfiguration } from '../../../utils/session/discovery.ts';

vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));

const planService = {
  name: 'Example Plan Service',
  fhirBase: 'https://plans.example/fhir',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: ['https://login.example'],
};
const configuration = {
  issuer: 'https://login.example',
  jwks_uri: 'https://login.example/jwks',
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://plans.example/token',
  revocation_endpoint: 'https://login.example/revoke',
  end_session_endpoint: 'https://login.example/end',
  code_challenge_methods_supported: ['S256'],
};
const judge = (changes: Record<string, unknown>) =>
  judgeConfiguration(JSON.parse(JSON.stringify({ ...configuration, ...changes })), planService);

test('a configuration with S256, all on allowed origins, is good', () => {
  expect(judge({})).toMatchObject({ ok: true, server: { issuer: 'https://login.example' } });
  expect(judge({ revocation_endpoint: undefined, end_session_endpoint: undefined })).toMatchObject({ ok: true });
});

test.each<[string, Record<string, unknown>]>([
  ['no S256', { code_challenge_methods_supported: ['plain'] }],
  ['S256 in other letters', { code_challenge_methods_supported: ['s256'] }],
  ['an empty list of methods', { code_challenge_methods_supported: [] }],
  ['no methods', { code_challenge_methods_supported: undefined }],
])('S6: insecure without PKCE: %s', (_name, changes) => {
  expect(judge(changes)).toEqual({ ok: false, why: 'insecure', code: 'SIGN-IN-PKCE' });
});

test.each<[string, Record<string, unknown>]>([
  ...[
    'issuer',
    'jwks_uri',
    'authorization_endpoint',
    'token_endpoint',
    'revocation_endpoint',
    'end_session_endpoint',
    'audit_encryption_jwks_uri',
  ].flatMap((name): [string, Record<string, unknown>][] => [
    [`${name} on a foreign origin`, { [name]: 'https://evil.example/x' }],
    [`${name} without TLS`, { [name]: 'http://login.example/x' }],
    [`${name} on another port`, { [name]: 'https://login.example:8443/x' }],
    [`${name} on a host that only begins like ours`, { [name]: 'https://login.example.evil.example/x' }],
    [`${name} with our host as a user name`, { [name]: 'https://login.example@evil.example/x' }],
  ]),
  ['an endpoint that is a script', { token_endpoint: 'javascript:alert(1)' }],
])('S6: insecure: %s', (_name, changes) => {
  expect(judge(changes)).toEqual({ ok: false, why: 'insecure', code: 'SIGN-IN-ORIGIN' });
});

test.each<[string, Record<string, unknown>]>([
  ['methods in one text', { code_challenge_methods_supported: 'S256' }],
  ['no issuer', { issuer: undefined }],
  ['no token endpoint', { token_endpoint: undefined }],
  ['an endpoint that is no address', { authorization_endpoint: '/authorize' }],
])('S6: malformed counts as down: %s', (_name, changes) => {
  expect(judge(changes)).toEqual({ ok: false, why: 'serviceDown', code: 'SIGN-IN-DOWN' });
});

test.each([undefined, null, 'text', [], 7])('S6: %s is no configuration', (raw) => {
  expect(judgeConfiguration(raw, planService)).toEqual({ ok: false, why: 'serviceDown', code: 'SIGN-IN-DOWN' });
});
