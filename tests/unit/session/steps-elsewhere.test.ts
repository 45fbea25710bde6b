import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SERVICE } from './kept-session-bed.ts';
import { nurse } from './signed-in.ts';

const played = vi.hoisted(() => ({
  page: Promise.withResolvers<string>(),
  /** Those that are open. */
  windows: new Set<number>(),
  opened: 0,
  heard: new Set<(id: number) => void>(),
  close(id: number): void {
    if (this.windows.delete(id)) for (const heard of [...this.heard]) heard(id);
  },
}));
vi.mock('../../../utils/session/service-of-session.ts', () => ({
  serviceOfSession: async () => SERVICE,
  forgetServiceOfSession: async () => undefined,
}));
vi.mock('../../../utils/session/discovery.ts', () => ({
  DISCOVERY_MS: 8_000,
  discover: async () => ({ ok: true, server: { end_session_endpoint: 'https://login.example/end' } }),
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    identity: {
      getRedirectURL: () => 'https://planside.example/',
      // A window that none can close, and beside which none opens, is none for a log-out.
      launchWebAuthFlow: ({ interactive }: { readonly interactive: boolean }) =>
        interactive ? new Promise(() => undefined) : played.page.promise,
    },
    windows: {
      create: async () => {
        played.windows.add(7);
        played.opened += 1;
        return { id: 7 };
      },
      remove: async (id: number) => played.close(id),
      onRemoved: {
        addListener: (heard: (id: number) => void) => played.heard.add(heard),
        removeListener: (heard: (id: number) => void) => played.heard.delete(heard),
      },
    },
  },
}));
const { stepsElsewhere, TOLD_MS } = await import('../../../utils/session/steps-elsewhere.ts');

const wantsSomething = () => played.page.reject(new Error('User interaction required.'));

async function begun() {
  const steps = stepsElsewhere();
  await steps.revoke(nurse);
  await steps.endAtProvider(nurse);
  await vi.advanceTimersByTimeAsync(0);
  return steps;
}

beforeEach(() => {
  vi.useFakeTimers();
  played.page = Promise.withResolvers();
  played.windows.clear();
  played.opened = 0;
  played.heard.clear();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a log-out page that wants something of the person gets a window, and whoever signs in next waits for it', async () => {
  const steps = await begun();
  wantsSomething();
  const told = vi.fn();
  void steps.told().then(told);
  // A second of it is for closing the window.
  await vi.advanceTimersByTimeAsync(TOLD_MS - 1_100);
  expect([[...played.windows], told.mock.calls]).toEqual([[7], []]);
  played.close(8);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).not.toHaveBeenCalled();
  played.close(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveBeenCalledOnce();
  expect(played.heard.size).toBe(0);
});

test('nobody waits for such a window for longer than that: it closes, and none is left open beside theirs', async () => {
  const steps = await begun();
  wantsSomething();
  const told = steps.told();
  await vi.advanceTimersByTimeAsync(TOLD_MS);
  await told;
  expect(played.windows.size).toBe(0);
});

test('a log-out page that comes too late opens no window beside that of whoever signs in next', async () => {
  const steps = await begun();
  const told = steps.told();
  await vi.advanceTimersByTimeAsync(TOLD_MS);
  await told;
  wantsSomething();
  await vi.advanceTimersByTimeAsync(0);
  expect(played.opened).toBe(0);
});

test('a log-out page that does not come, or fails, gets no window', async () => {
  for (const words of ['Authorization page load timed out.', 'Authorization page could not be loaded.']) {
    played.page = Promise.withResolvers();
    const steps = await begun();
    played.page.reject(new Error(words));
    await steps.told();
    expect(played.opened).toBe(0);
  }
});
