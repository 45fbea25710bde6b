import { SCOPES } from '../sign-in/scopes.ts';

/**
 * `.well-known/smart-configuration` (SMART App Launch 2.2, conformance), with the two OAuth members that let a
 * client check the issuer of an answer (RFC 9207) and the signature of an id token, and with one of ours: where the keys
 * lie for which audit events are sealed.
 */
export function smartConfiguration({ issuer, fhirBase }: { readonly issuer: string; readonly fhirBase: string }) {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/token/revocation`,
    end_session_endpoint: `${issuer}/session/end`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: SCOPES,
    authorization_response_iss_parameter_supported: true,
    id_token_signing_alg_values_supported: ['RS256'],
    audit_encryption_jwks_uri: `${fhirBase}/audit-keys`,
    capabilities: [
      'launch-standalone',
      'client-public',
      'sso-openid-connect',
      'permission-offline',
      'permission-user',
      'permission-v2',
    ],
  };
}
