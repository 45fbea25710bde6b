import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGE_MS, throughWindow, WindowFailed } from '../../../utils/session/sign-in-window.ts';

type Details = { readonly url: string; readonly interactive: boolean };

const browserHas = vi.hoisted(() => ({ launch: (_: Details): Promise<string> => Promise.reject() }));
vi.mock('../../../utils/browser.ts', () => ({
  browser: { identity: { launchWebAuthFlow: (details: Details) => browserHas.launch(details) } },
}));

const PAGE = 'https://login.example/auth?state=1';
const OURS = 'https://planside.example/?code=1';
const WANTS_SOMETHING = 'User interaction required.';

let launched: Details[];
let opened: number;

/** What comes of the page out of sight, and then of its window. */
function played(page: () => Promise<string>, window: () => Promise<string>): void {
  browserHas.launch = (details) => {
    launched.push(details);
    return details.interactive ? window() : page();
  };
}

const says = (message: string) => () => Promise.reject(new Error(message));
const through = (signal?: AbortSignal) =>
  throughWindow(
    PAGE,
    () => {
      opened += 1;
    },
    signal,
  );
const failureOf = (result: Promise<string>) =>
  result.then(
    () => null,
    (error) => (error instanceof WindowFailed ? error.failure : error),
  );

beforeEach(() => {
  [launched, opened] = [[], 0];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('the page comes out of sight first; a window opens once it has, because it wants something', async () => {
  played(says(WANTS_SOMETHING), async () => OURS);
  expect(await through()).toBe(OURS);
  expect(launched.map(({ url, interactive }) => [url, interactive])).toEqual([
    [PAGE, false],
    [PAGE, true],
  ]);
  expect(opened).toBe(1);
});

test('a page that wants nothing of anybody needs no window', async () => {
  played(async () => OURS, says('never'));
  expect(await through()).toBe(OURS);
  expect([launched.length, opened]).toEqual([1, 0]);
});

test('a page that does not come opens no window, which nobody could close, and counts as a service that is down', async () => {
  played(() => new Promise(() => {}), says('never'));
  const failure = failureOf(through());
  await vi.advanceTimersByTimeAsync(PAGE_MS - 1);
  expect(opened).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await failure).toEqual({ why: 'serviceDown', code: 'SIGN-IN-DOWN' });
  expect([launched.length, opened]).toEqual([1, 0]);
});

test('whatever else is wrong with the page, the window says it', async () => {
  played(says('Authorization page could not be loaded.'), says('Authorization page could not be loaded.'));
  expect(await failureOf(through())).toEqual({ why: 'serviceDown', code: 'SIGN-IN-DOWN' });
  expect(opened).toBe(1);
});

test.each([
  ['The user did not approve access.', { why: 'cancelled', code: null }],
  ['User cancelled or denied access.', { why: 'cancelled', code: null }],
  ['Only one web auth flow is allowed at a time.', { why: 'windowOpen', code: 'SIGN-IN-WINDOW' }],
])('%s', async (message, failure) => {
  played(says(WANTS_SOMETHING), says(message));
  expect(await failureOf(through())).toEqual(failure);
});

test('whoever has stopped gets no window', async () => {
  const stop = new AbortController();
  let comes: (error: Error) => void = () => undefined;
  played(() => new Promise((_, reject) => (comes = reject)), says('never'));
  const result = failureOf(through(stop.signal));
  stop.abort();
  comes(new Error(WANTS_SOMETHING));
  expect(await result).toBe(stop.signal.reason);
  expect([launched.length, opened]).toEqual([1, 0]);
});
