import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throughLogOut } from '../../../utils/session/log-out-window.ts';
import { throughWindow, WindowFailed } from '../../../utils/session/sign-in-window.ts';

type Heard = (window: { readonly id: number }) => void;

/** Firefox: what it does with the page once its window is wanted, and its windows by the pages in them. */
const firefox = vi.hoisted(() => ({
  window: (): Promise<string> => Promise.reject(),
  open: new Map<number, readonly (string | undefined)[]>(),
  heard: new Set<Heard>(),
  closed: new Set<(id: number) => void>(),
  opens(id: number, ...pages: readonly (string | undefined)[]): void {
    this.open.set(id, pages);
    for (const heard of [...this.heard]) heard({ id });
  },
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    identity: {
      launchWebAuthFlow: async ({ interactive }: { readonly interactive: boolean }) => {
        if (!interactive) throw new Error('Requires user interaction');
        return firefox.window();
      },
    },
    windows: {
      onCreated: {
        addListener: (heard: Heard) => firefox.heard.add(heard),
        removeListener: (heard: Heard) => firefox.heard.delete(heard),
      },
      getAll: async () => [...firefox.open].map(([id, pages]) => ({ id, tabs: pages.map((url) => ({ url })) })),
      remove: async (id: number) => {
        firefox.open.delete(id);
        for (const closed of [...firefox.closed]) closed(id);
      },
    },
  },
}));

const OURS = 'https://planside.example/?code=1';
const closed = () => Promise.reject(new Error('User cancelled or denied access.'));
const failureOf = () =>
  throughWindow('https://login.example/auth', () => undefined).then(
    () => null,
    (error) => (error instanceof WindowFailed ? error.failure : error),
  );

beforeEach(() => {
  vi.stubEnv('FIREFOX', 'yes');
  firefox.open = new Map([[1, ['https://record.example/']]]);
});

afterEach(() => {
  vi.unstubAllEnvs();
  expect(firefox.heard.size).toBe(0);
});

test('a window that somebody has closed is gone', async () => {
  firefox.window = () => {
    firefox.opens(2);
    firefox.opens(3);
    firefox.open.delete(2);
    firefox.open.delete(3);
    return closed();
  };
  expect(await failureOf()).toEqual({ why: 'cancelled', code: null });
});

test('where none has opened, the page is in one that was left over, and has to be closed', async () => {
  firefox.window = closed;
  expect(await failureOf()).toEqual({ why: 'windowOpen', code: 'SIGN-IN-WINDOW' });
});

test('one that stands open although the flow has failed has to be closed', async () => {
  firefox.window = () => {
    firefox.opens(2);
    return closed();
  };
  expect(await failureOf()).toEqual({ why: 'windowOpen', code: 'SIGN-IN-WINDOW' });
});

test('one that has led to us is nobody’s concern any more', async () => {
  firefox.window = async () => {
    firefox.opens(2);
    return OURS;
  };
  expect(await failureOf()).toBeNull();
});

/** The window of the log-out page is open, and another beside it; its flow ends once the window is closed. */
function logOutWindowShows(page: string, ...beside: readonly (string | undefined)[]): Promise<string> {
  firefox.opens(2, page);
  for (const [at, url] of beside.entries()) firefox.opens(3 + at, url);
  return new Promise((_, reject) => {
    firefox.closed.add((id) => void (id === 2 && reject(new Error('User cancelled or denied access.'))));
  });
}

test('the window of a log-out page closes before the next person’s opens, and no other with it', async () => {
  const next = new AbortController();
  firefox.window = () => logOutWindowShows('https://login.example/end?x', 'https://record.example/letter', undefined);
  const ended = throughLogOut('https://login.example/end', next.signal);
  await vi.waitFor(() => expect(firefox.open.size).toBe(4));
  next.abort();
  await ended;
  expect([...firefox.open.keys()]).toEqual([1, 3, 4]);
});

test('nobody closes the window of a log-out page while nobody else signs in', async () => {
  const next = new AbortController();
  firefox.window = () => logOutWindowShows('https://login.example/end');
  const ended = throughLogOut('https://login.example/end', next.signal);
  await vi.waitFor(() => expect(firefox.open.size).toBe(2));
  for (const closed of firefox.closed) closed(2);
  await ended;
  expect([...firefox.open.keys()]).toEqual([1, 2]);
});
