import { type Bend, type Bent, changedHead, FHIR, only, refusing, withoutHeader, withWords } from './bent-service.ts';

/** A service that does one thing otherwise, the rows that fail by it, and some of those that are not offered. */
export type BentCase = readonly [name: string, change: Bend, fails: readonly string[], notOffered?: readonly string[]];

const at = (end: string) => (request: Bent) => request.address.endsWith(end);
const [discovery, metadata, document] = [at('/smart-configuration'), at('/metadata'), at('/$document')] as const;
const [keys, patient] = [at('/audit-keys'), at('/Patient/_search')] as const;
const [plans, pointers] = [at('/Composition/_search'), at('/DocumentReference/_search')] as const;
const isPage = ({ address }: Bent) => address.includes('/Composition');
const isAudit = ({ method }: Bent) => method === 'PUT';
const isUnknown = ({ body }: Bent) => body.includes('planside-unknown');
/** The numbers of nobody begin so (tests/conformance/nobody.ts). */
const isAboutSomebody = (request: Bent) => patient(request) && !/%7C999999/.test(request.body);
const holdsVersion = ({ headers }: Bent) => headers.has('if-none-match');

const EMPTY = { resourceType: 'Bundle', type: 'searchset', total: 0 };

const empty: Bend = async ({ ask }) => {
  const refused = await ask();
  return changedHead(Response.json(EMPTY, { headers: refused.headers }), (headers) =>
    headers.set('content-type', FHIR['content-type']),
  );
};

const HEAD: readonly BentCase[] = [
  ['mirrors no X-Request-ID', withoutHeader('x-request-id'), [], ['request-id']],
  ['mirrors no X-Correlation-ID', withoutHeader('x-correlation-id'), [], ['correlation-id']],
  ['names no time', withoutHeader('date'), [], ['date']],
  ['lets its answers be stored', withoutHeader('cache-control'), ['no-store']],
  ['names no version', withoutHeader('etag'), [], ['etag', 'not-modified']],
  [
    'ignores If-None-Match',
    only(holdsVersion, ({ ask, headers }) => ask({ headers: without(headers, 'if-none-match') })),
    [],
    ['not-modified'],
  ],
  ['says 304 to whatever version', only(holdsVersion, refusing(304, '')), ['modified']],
  ['names another version with its 304', only(holdsVersion, withEtag('W/"other"')), ['not-modified']],
  ['fails at If-None-Match', only(holdsVersion, refusing(500, 'exception')), ['not-modified']],
  [
    'refuses in plain words',
    async ({ ask }) => {
      const answer = await ask();
      return answer.status < 400 ? answer : changedHead(new Response('No.', answer), () => undefined);
    },
    ['refusals'],
  ],
];

const SIGN_IN: readonly BentCase[] = [
  ['knows no S256', only(discovery, withWords('"S256"', '"plain"')), ['pkce', 'endpoint-origins']],
  [
    'signs in elsewhere',
    only(discovery, withWords(/http:..127.0.0.1:\d+.sign-in.auth"/g, 'https://login.example/auth"')),
    ['endpoint-origins'],
  ],
  [
    'signs in elsewhere without TLS',
    only(discovery, withWords(/http:..127.0.0.1:\d+.sign-in.auth"/g, 'http://login.example/auth"')),
    ['endpoint-origins'],
  ],
  [
    'names no end of a session',
    only(discovery, withWords('end_session_endpoint', 'other')),
    [],
    ['sign-out-endpoints'],
  ],
];

const CAPABILITY: readonly BentCase[] = [
  ['has no CapabilityStatement', only(metadata, refusing(404, 'not-found')), [], ['capability']],
  ['keeps it behind a token', only(metadata, refusing(401, 'login')), [], ['capability']],
  ['takes no AuditEvent', only(metadata, withWords('"AuditEvent"', '"Basic"')), []],
];

const SEARCHES: readonly BentCase[] = [
  [
    'ignores what it does not know',
    only(isUnknown, ({ ask, body }) => ask({ body: body.replace(/&planside-unknown=x/, '') })),
    ['unknown-parameter'],
  ],
  ['finds nothing where it does not know', only(isUnknown, empty), ['unknown-parameter']],
  [
    'has plans of another status',
    only(plans, withWords('"status":"final"', '"status":"registered"')),
    ['plans-search', 'plans-status', 'look-up'],
  ],
  ['has plans without a date', only(plans, withWords('"date":', '"day":')), ['plans-search', 'look-up']],
  [
    'has other kinds of plan',
    only(plans, withWords(/"code":"\d+"/g, '"code":"1"')),
    ['plans-search', 'plans-kinds', 'look-up'],
  ],
  [
    'repeats the search in a page',
    only(isPage, ({ ask, address }) =>
      withWords(
        '_page=',
        'subject=Patient/1&_page=',
      )({ ask: () => ask({ address: address.replace('subject=Patient/1&', '') }) } as Bent),
    ),
    ['paging-names-nobody'],
  ],
  [
    'has its pages elsewhere',
    only(isPage, withWords(/http:[^"]*_page=/g, 'https://pages.example/?_page=')),
    ['paging-origin'],
  ],
  ['goes round in circles', only(isPage, withWords(/_page=[^"]*/g, '_page=1')), ['paging']],
  ['has no further pages', only(isPage, withWords('"relation":"next"', '"relation":"later"')), ['paging']],
];

const DOCUMENTS: readonly BentCase[] = [
  ['has no timestamp', only(document, withWords('"timestamp":', '"time":')), [], ['document-identity']],
  [
    'has a text in no section',
    only(document, withWords('"text":{"status"', '"words":{"status"')),
    [],
    ['document-narrative'],
  ],
  [
    'has a plan that was revoked since',
    only(document, withWords('"status":"final"', '"status":"entered-in-error"')),
    ['document-operation', 'document', 'document-invariants', 'look-up'],
  ],
  [
    'has a document that is a collection',
    only(document, withWords('"type":"document"', '"type":"collection"')),
    ['document-operation', 'document', 'document-invariants', 'look-up'],
  ],
  [
    'has lost the custodian',
    only(document, withWords(/"custodian":{"reference":"[^"]*"/g, '"custodian":{"reference":"urn:uuid:lost"')),
    ['document-references', 'document-sections'],
  ],
  [
    'is of the year before',
    only(document, withWords(/"date":"20\d\d/g, '"date":"2001')),
    ['document-same-plan', 'look-up'],
  ],
];

const BESIDE: readonly BentCase[] = [
  ['knows no pointers', only(pointers, refusing(404, 'not-found')), [], ['pointers']],
  ['fails at pointers', only(pointers, refusing(500, 'exception')), ['pointers']],
  [
    'stores an event twice',
    only(isAudit, async ({ ask }) => changedHead(await ask(), () => undefined, 201)),
    ['audit-repeat', 'audit-change'],
  ],
  ['does not say where an event is', only(isAudit, withoutHeader('location')), ['audit', 'audit-repeat']],
  ['stores no event', only(isAudit, refusing(404, 'not-found')), ['audit']],
  ['takes no sealed event', only(isAudit, refusing(415, 'not-supported')), ['audit']],
  [
    'stores whatever comes under an id',
    only(isAudit, async ({ ask }) => changedHead(await ask(), () => undefined, 200)),
    ['audit-change'],
  ],
];

/** The point of a key moved off the curve. */
const NO_POINT = withWords(/"y":"[^"]+"/g, `"y":"${'A'.repeat(43)}"`);

const AUDIT_KEYS: readonly BentCase[] = [
  ['names no keys', only(discovery, withWords('audit_encryption_jwks_uri', 'other')), ['audit-keys']],
  [
    'has its keys elsewhere',
    only(discovery, withWords(/http:[^"]*audit-keys/g, 'https://keys.example/audit-keys')),
    ['endpoint-origins', 'audit-keys'],
  ],
  ['has lost its keys', only(keys, refusing(404, 'not-found')), ['audit-keys']],
  ['has keys that are no key set', only(keys, withWords('"keys"', '"values"')), ['audit-keys']],
  ['has keys for signing', only(keys, withWords('"enc"', '"sig"')), ['audit-keys']],
  ['has keys of another kind', only(keys, withWords('"ECDH-ES"', '"RSA-OAEP-256"')), ['audit-keys']],
  ['has keys without a name', only(keys, withWords('"kid"', '"name"')), ['audit-keys']],
  ['has keys that are none', only(keys, NO_POINT), ['audit-keys']],
  ['publishes the private half', only(keys, withWords('"use":"enc"', '"use":"enc","d":"x"')), ['audit-keys']],
];

const REASONS: readonly BentCase[] = [
  ['asks for a reason and names nobody', only(isAboutSomebody, refusing(403, 'business-rule')), [], ['reason-alerts']],
];

/** Another name of the version. */
function withEtag(etag: string): Bend {
  return async ({ ask }) => changedHead(await ask(), (headers) => headers.set('etag', etag));
}

/** Everything that is tried. */
export const BENT_CASES: readonly BentCase[] = [
  ...HEAD,
  ...SIGN_IN,
  ...CAPABILITY,
  ...SEARCHES,
  ...DOCUMENTS,
  ...BESIDE,
  ...AUDIT_KEYS,
  ...REASONS,
];

function without(headers: Headers, name: string): Headers {
  const changed = new Headers(headers);
  changed.delete(name);
  return changed;
}
