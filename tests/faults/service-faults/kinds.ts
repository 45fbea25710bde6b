import type { Random } from '../../sandbox/people/random.ts';
import type { Fault } from '../../sandbox/plan-service/switches.ts';

/** One kind of fault of the plan service, with what of it the round and chance decide. */
export type Kind = {
  readonly name: string;
  readonly faults: (round: number, random: Random) => readonly Fault[];
  /** Nobody listens any more as soon as the step is reached. */
  readonly goesAway?: true;
  /** What comes may still be a right answer: it is about the wrong clock, a name, or a result that came twice. */
  readonly isHarmless?: true;
};

const status = (code: number, more: object = {}): Kind => ({
  name: `${code}`,
  faults: (round) => [{ kind: 'status', status: code, body: round % 2 === 0 ? 'outcome' : 'html', ...more }],
});

/** Each round one of these. */
const turns = (name: string, all: readonly Fault[], more: Partial<Kind> = {}): Kind => ({
  name,
  faults: (round) => all.slice(round % all.length).slice(0, 1),
  ...more,
});

const YEAR_MS = 365 * 86_400_000;
/** Sane, sane, absurd: a day, the past, and no time at all. */
const RETRY_AFTER = ['1', '3', '86400', 'Wed, 21 Oct 2015 07:28:00 GMT', 'soon'];

/**
 * The faults of facts about networks and services that can be played on loopback. A name that cannot be found and a
 * certificate that is not believed cannot: there are no names and no certificates. To whoever asks by `fetch` all of it
 * is the same error, which a port that nobody listens on and an answer that is no HTTP bring as well.
 */
export const KINDS: readonly Kind[] = [
  { name: 'no connection', goesAway: true, faults: () => [{ kind: 'down' }] },
  { name: 'TLS refuses', faults: () => [{ kind: 'notHttp' }] },
  { name: 'reset', faults: () => [{ kind: 'reset' }] },
  { name: 'no answer', faults: () => [{ kind: 'never' }] },
  { name: 'byte by byte', faults: (_, random) => [{ kind: 'drip', ms: random.integer(500, 1500) }] },
  ...[400, 401, 403, 404, 409, 410, 412, 422].map((code) => status(code)),
  {
    name: '429',
    faults: (round) => [{ kind: 'status', status: 429, retryAfter: RETRY_AFTER[round % RETRY_AFTER.length] ?? '1' }],
  },
  status(500),
  turns(
    '502, 503, 504',
    [502, 503, 504].map((code) => ({ kind: 'status', status: code, body: 'html' })),
  ),
  { name: '200, empty', faults: () => [{ kind: 'status', status: 200, body: 'empty' }] },
  { name: 'truncated', faults: () => [{ kind: 'truncated' }] },
  { name: 'web page', faults: () => [{ kind: 'html' }] },
  { name: 'wrong type', faults: () => [{ kind: 'contentType' }], isHarmless: true },
  turns(
    'other bytes',
    (['bom', 'latin1', 'utf16'] as const).map((as) => ({ kind: 'charset', as })),
    { isHarmless: true },
  ),
  turns('too large', [{ kind: 'gzipBomb' }, { kind: 'large' }, { kind: 'deep' }]),
  { name: 'redirected', faults: () => [{ kind: 'redirect' }] },
  turns('of another', [{ kind: 'wrongPatient' }, { kind: 'otherAnswer' }]),
  turns('twice, or unchanged', [{ kind: 'duplicate' }, { kind: 'staleEtag' }], { isHarmless: true }),
  {
    name: 'wrong clock',
    faults: (_, random) => [{ kind: 'clock', ms: random.integer(-10 * YEAR_MS, 10 * YEAR_MS) }],
    isHarmless: true,
  },
];
