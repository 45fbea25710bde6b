import { beforeEach, expect, test, vi } from 'vitest';
import type { Discovery } from '../../../utils/session/discovery.ts';
import { SERVICE } from './kept-session-bed.ts';

const played = vi.hoisted(() => ({
  discovery: Promise.withResolvers<Discovery>(),
  page: Promise.withResolvers<string>(),
  window: Promise.withResolvers<string>(),
  pages: 0,
  windows: 0,
}));
vi.mock('../../../utils/session/discovery.ts', () => ({
  DISCOVERY_MS: 8_000,
  discover: () => played.discovery.promise,
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    identity: {
      getRedirectURL: () => 'https://planside.example/',
      launchWebAuthFlow: async ({ interactive }: { readonly interactive: boolean }) => {
        if (!interactive) {
          played.pages += 1;
          return played.page.promise;
        }
        played.windows += 1;
        return played.window.promise;
      },
    },
  },
}));
const { signIn } = await import('../../../utils/session/sign-in.ts');

const settle = () => new Promise((done) => setTimeout(done));
const STOPPED = { ok: false, failure: { why: 'stopped', code: null } };
const server = {
  issuer: 'https://login.example',
  authorization_endpoint: 'https://login.example/auth',
  token_endpoint: 'https://login.example/token',
};

let stop: AbortController;
let steps: string[];

beforeEach(() => {
  [played.discovery, played.page, played.window] = [
    Promise.withResolvers(),
    Promise.withResolvers(),
    Promise.withResolvers(),
  ];
  [played.pages, played.windows] = [0, 0];
  stop = new AbortController();
  steps = [];
  vi.stubGlobal('fetch', () => Promise.reject(new Error('Nothing may be asked for')));
});

function begun() {
  played.page.promise.catch(() => undefined);
  return signIn(SERVICE, {
    signal: stop.signal,
    step: (doing) => steps.push(doing),
    settle: () => true,
    end: () => true,
  });
}

test('stopped before it is known where to sign in, no window opens', async () => {
  const signing = begun();
  stop.abort();
  played.discovery.resolve({ ok: true, server } as Discovery);
  expect(await signing).toEqual(STOPPED);
  expect([played.windows, steps]).toEqual([0, []]);
});

test('stopped before its page has come, no window opens', async () => {
  played.discovery.resolve({ ok: true, server } as Discovery);
  const signing = begun();
  await vi.waitFor(() => expect(played.pages).toBe(1));
  stop.abort();
  expect(await signing).toEqual(STOPPED);
  played.page.reject(new Error('User interaction required.'));
  await settle();
  expect([played.windows, steps]).toEqual([0, []]);
});

test('stopped while its window is open, it is over at once, and the code of that window is never redeemed', async () => {
  played.discovery.resolve({ ok: true, server } as Discovery);
  played.page.reject(new Error('User interaction required.'));
  const signing = begun();
  await vi.waitFor(() => expect(played.windows).toBe(1));
  stop.abort();
  expect(await signing).toEqual(STOPPED);
  played.window.resolve('https://planside.example/?code=late');
  expect(steps).toEqual(['window']);
});

test('a window that was closed is no stop', async () => {
  played.discovery.resolve({ ok: true, server } as Discovery);
  played.page.reject(new Error('User interaction required.'));
  const signing = begun();
  await vi.waitFor(() => expect(played.windows).toBe(1));
  played.window.reject(new Error('closed'));
  expect(await signing).toEqual({ ok: false, failure: { why: 'cancelled', code: null } });
});
