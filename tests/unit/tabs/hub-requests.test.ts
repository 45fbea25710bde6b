import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TokenAnswer } from '../../../utils/session/access-token.ts';
import type { Session } from '../../../utils/session/session.ts';
import type { InForce } from '../../../utils/settings/settings.ts';

const token = vi.hoisted(() => ({ answer: { kind: 'signedOut' } as TokenAnswer }));
vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));
vi.mock('../../../utils/session/access-token.ts', () => ({ currentSession: async () => token.answer }));
const { hubRequests } = await import('../../../utils/tabs/hub-requests.ts');

const HUB = 'https://hub.example.nhs.uk/hub';
const ENDPOINT = 'wss://hub.example.nhs.uk/ws/1';
const session = { id: 'one', accessToken: 'the token' } as Session;
const planService = {
  name: 'Plans',
  fhirBase: 'https://plans.example',
  clientId: 'x',
  scopes: 'openid',
  signInOrigins: [],
};

type Call = {
  readonly address: string;
  readonly method: string;
  readonly body: string;
  readonly authorization: string;
};
let calls: Call[] = [];
let answer: () => Response = () => Response.json({ 'hub.channel.endpoint': ENDPOINT }, { status: 202 });

function requests(fhircast: InForce['fhircast']) {
  return hubRequests(async () => ({ clinicalSystems: [], planService, ...(fhircast ? { fhircast } : {}) }));
}

beforeEach(() => {
  calls = [];
  token.answer = { kind: 'good', session: { ...session, hub: { topic: 'mine', address: null } } };
  answer = () => Response.json({ 'hub.channel.endpoint': ENDPOINT }, { status: 202 });
  vi.stubGlobal('fetch', async (address: string, { method, body, headers }: RequestInit) => {
    const authorization = (headers as Record<string, string>).authorization ?? '';
    calls.push({ address, method: method ?? 'GET', body: String(body ?? ''), authorization });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a subscription', () => {
  it('is asked for as FHIRcast has it, with the token in a header', async () => {
    expect(await requests({ hub: HUB }).subscribe()).toEqual({ ok: true, endpoint: ENDPOINT, topic: 'mine' });
    const [{ body, ...call } = { body: '' }] = calls;
    expect(call).toEqual({ address: HUB, method: 'POST', authorization: 'Bearer the token' });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      'hub.channel.type': 'websocket',
      'hub.mode': 'subscribe',
      'hub.topic': 'mine',
      'hub.events': 'Patient-open,Patient-close,Heartbeat',
      'subscriber.name': 'Planside',
    });
  });

  it.each([
    ['policy’s topic before the sign-in’s', { hub: HUB, topic: 'ours' }, { topic: 'mine', address: null }, 'ours'],
    ['the sign-in’s, of this hub', { hub: HUB }, { topic: 'mine', address: `${HUB}/` }, 'mine'],
  ])('follows %s', async (_, fhircast, hub, topic) => {
    token.answer = { kind: 'good', session: { ...session, hub } };
    expect(await requests(fhircast).subscribe()).toMatchObject({ ok: true, topic });
  });

  it.each([
    ['no session of any hub', { kind: 'good', session }, 'noTopic'],
    [
      'a session of another hub',
      { kind: 'good', session: { ...session, hub: { topic: 'x', address: 'https://a.example' } } },
      'noTopic',
    ],
    ['nobody signed in', { kind: 'signedOut' }, 'signedOut'],
    ['a session that cannot be renewed', { kind: 'unreachable', session }, 'unreachable'],
  ] as const satisfies readonly (readonly [string, TokenAnswer, string])[])(
    'is not asked for with %s',
    async (_, is, cause) => {
      token.answer = is;
      expect(await requests({ hub: HUB }).subscribe()).toEqual({ ok: false, cause });
      expect(await requests({ hub: HUB }).read()).toBeNull();
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ['another host', 'wss://evil.example/ws', 'elsewhere'],
    ['a host that begins alike', 'wss://hub.example.nhs.uk.evil.example/ws', 'elsewhere'],
    ['no TLS', 'ws://hub.example.nhs.uk/ws', 'elsewhere'],
    ['another scheme', 'https://hub.example.nhs.uk/ws', 'elsewhere'],
    ['no address', 'here', 'unreadable'],
  ])('that leads to %s is none', async (_, endpoint, cause) => {
    answer = () => Response.json({ 'hub.channel.endpoint': endpoint });
    expect(await requests({ hub: HUB }).subscribe()).toEqual({ ok: false, cause });
  });

  it.each([
    [401, 'refused'],
    [404, 'refused'],
    [503, 'unreachable'],
    [302, 'elsewhere'],
  ])('that is answered with %i is none', async (status, cause) => {
    answer = () => new Response(null, { status });
    expect(await requests({ hub: HUB }).subscribe()).toEqual({ ok: false, cause });
  });

  it('is renewed and ended by its WebSocket’s address', async () => {
    await requests({ hub: HUB }).renew(ENDPOINT);
    await requests({ hub: HUB }).unsubscribe(ENDPOINT);
    const forms = calls.map(({ body }) => new URLSearchParams(body));
    expect(forms.map((form) => [form.get('hub.mode'), form.get('hub.channel.endpoint')])).toEqual([
      ['subscribe', ENDPOINT],
      ['unsubscribe', ENDPOINT],
    ]);
    expect(forms[1]?.has('hub.events')).toBe(false);
  });
});

it('who is open is read below the hub’s address, by the topic', async () => {
  answer = () => Response.json({ 'context.type': '', context: [] });
  expect(await requests({ hub: `${HUB}/`, topic: 'a/b c' }).read()).toEqual({ 'context.type': '', context: [] });
  expect(calls[0]?.address).toBe(`${HUB}/a%2Fb%20c`);
  answer = () => new Response('<html>', { status: 200 });
  expect(await requests({ hub: HUB }).read()).toBeNull();
  answer = () => new Response(null, { status: 501 });
  expect(await requests({ hub: HUB }).read()).toBeNull();
});

it('a refusal is a SyncError about the event', async () => {
  await requests({ hub: HUB }).refuse({ id: 'event-1', name: 'Patient-open' });
  expect(calls[0]).toMatchObject({ address: HUB, method: 'POST' });
  expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ event: { 'hub.event': 'SyncError', 'hub.topic': 'mine' } });
});
