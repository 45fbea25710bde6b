import { REDIRECT_URI } from '../../sandbox/plan-service/sign-in-by-http.ts';

/** What happens to the address at which the window ended. */
export type Meddling = (reached: URL) => URL | string;

/** The address with parameters set; `null`: left out. */
export function having(changes: Readonly<Record<string, string | null>>): Meddling {
  return (reached) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) reached.searchParams.delete(name);
      else reached.searchParams.set(name, value);
    }
    return reached;
  };
}

/** The address with a parameter once more. */
export function twice(name: string, value?: string): Meddling {
  return (reached) => {
    reached.searchParams.append(name, value ?? reached.searchParams.get(name) ?? '');
    return reached;
  };
}

/** The address with another one in place of ours before the question mark. */
export function at(other: string): Meddling {
  return ({ search }) => `${other}${search}`;
}

/** Did not come to our own address. */
export const TO_ANOTHER_ADDRESS: readonly (readonly [string, Meddling])[] = [
  ['our host before another', at('https://example-extension.chromiumapp.org.evil.example/')],
  ['our host with another letter that looks alike', at('https://ex\u0430mple-extension.chromiumapp.org/')],
  ['our host with a dot at its end', at('https://example-extension.chromiumapp.org./')],
  ['the id of another extension', at('https://other-extension.chromiumapp.org/')],
  ['a name below ours', at('https://a.example-extension.chromiumapp.org/')],
  ['no TLS', at('http://example-extension.chromiumapp.org/')],
  ['another scheme', at('chrome-extension://example-extension.chromiumapp.org/')],
  ['a script', at('javascript:alert(1)//example-extension.chromiumapp.org/')],
  ['another port', at('https://example-extension.chromiumapp.org:8443/')],
  ['another path', at('https://example-extension.chromiumapp.org/callback')],
  ['two slashes', at('https://example-extension.chromiumapp.org//')],
  ['our address as the name of a user', at('https://example-extension.chromiumapp.org@evil.example/')],
  ['a user before our host', at('https://evil@example-extension.chromiumapp.org/')],
  ['a password before our host', at('https://:evil@example-extension.chromiumapp.org/')],
  ['a fragment', ({ href }) => `${href}#code=another`],
  ['everything in a fragment', ({ search }) => `${REDIRECT_URI}#${search.slice(1)}`],
  ['no address at all', () => 'example-extension'],
  ['nothing', () => ''],
];

/** Answers another request. */
export const TO_ANOTHER_REQUEST: readonly (readonly [string, Meddling])[] = [
  ['no state', having({ state: null })],
  ['an empty state', having({ state: '' })],
  ['another state', having({ state: 'another' })],
  ['the state with a letter more', (reached) => having({ state: `${reached.searchParams.get('state')}x` })(reached)],
  ['the state twice', twice('state')],
  ['the state and another', twice('state', 'another')],
  ['an error that names no request', having({ state: null, code: null, error: 'access_denied' })],
];

/** Comes from another server. */
export const OF_ANOTHER_SERVER: readonly (readonly [string, Meddling])[] = [
  ['no issuer, although the service names itself', having({ iss: null })],
  ['an empty issuer', having({ iss: '' })],
  ['another issuer', having({ iss: 'https://evil.example' })],
  ['the issuer with a slash at its end', (reached) => having({ iss: `${reached.searchParams.get('iss')}/` })(reached)],
  ['the issuer twice', twice('iss')],
  ['the issuer and another', twice('iss', 'https://evil.example')],
];

/** Holds no code, or more than one. */
export const WITHOUT_ONE_CODE: readonly (readonly [string, Meddling])[] = [
  ['no code', having({ code: null })],
  ['an empty code', having({ code: '' })],
  ['the code twice', twice('code')],
  ['the code and another', twice('code', 'another')],
  ['everything in one signed parameter', having({ response: 'eyJhbGciOiJub25lIn0.e30.' })],
  ['an id token beside the code', having({ id_token: 'eyJhbGciOiJub25lIn0.e30.' })],
  ['a token beside the code', having({ token: 'another' })],
];
