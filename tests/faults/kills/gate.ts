import type { Page } from 'puppeteer';
import type { Launched } from '../../browser/harness/launch.ts';
import { reachBackground } from '../kit/beside.ts';

/** Where a background stops: at its so many-th call that it waits for, before it is made or after it was done. */
export type Stop = { readonly call: number; readonly side: 'before' | 'after' };

/** A background that stops of itself, so that it can be ended at a moment that is known. */
export type Gate = {
  /** Once it has stopped, what it was asking of whom; `null`: it is gone. */
  readonly stopped: Promise<string | null>;
};

/**
 * Lets the background that runs now stop at one call of all that it waits for: requests, storage, its database, messages
 * to tabs, keys and windows. Whatever it asks from then on is never answered; it has to be killed.
 *
 * @param beside a page of the extension, in Firefox; it stays open as long as the background is to stop
 */
export async function stopAt(launched: Launched, stop: Stop, beside: Page | null): Promise<Gate> {
  if (beside) {
    await reachBackground(beside);
    await beside.evaluate(holdUpIn('plansideBackground', 'plansideBackground.browser', stop));
    const wait = () => beside.evaluate(() => Reflect.get(globalThis, 'plansideBackground').plansideStopped);
    return { stopped: wait().then(asWords, () => null) };
  }
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background cannot be reached.');
  await worker.evaluate(holdUpIn('globalThis', 'chrome', stop));
  return { stopped: worker.evaluate('plansideStopped').then(asWords, () => null) };
}

function asWords(told: unknown): string {
  return String(told);
}

type Calls = {
  readonly in: 'the extension API' | 'the global scope';
  readonly of: string;
  readonly names: readonly string[];
  /** Answered by events and not by a promise: it is made, and what follows it never is. */
  readonly byEvents?: true;
};

const STORAGE = ['get', 'set', 'remove', 'clear'];
/** All that the background waits for, but for digests, of which there are dozens to a plan. */
const CALLS: readonly Calls[] = [
  ...['session', 'local', 'managed'].map(
    (area): Calls => ({
      in: 'the extension API',
      of: `storage.${area}`,
      names: STORAGE,
    }),
  ),
  { in: 'the extension API', of: 'tabs', names: ['get', 'query', 'sendMessage'] },
  { in: 'the extension API', of: 'identity', names: ['launchWebAuthFlow'] },
  { in: 'the extension API', of: 'idle', names: ['queryState'] },
  { in: 'the extension API', of: 'permissions', names: ['contains'] },
  { in: 'the global scope', of: '', names: ['fetch'] },
  {
    in: 'the global scope',
    of: 'crypto.subtle',
    names: ['encrypt', 'decrypt', 'importKey', 'sign', 'generateKey'],
  },
  {
    in: 'the global scope',
    of: 'IDBObjectStore.prototype',
    names: ['add', 'put', 'get', 'getAll', 'delete'],
    byEvents: true,
  },
];

/** What runs there, with its own global scope and extension API. */
function holdUpIn(scope: string, api: string, stop: Stop): string {
  return `(${holdUp})(${scope}, ${api}, ${JSON.stringify(stop)}, ${JSON.stringify(CALLS)}, ${callsAndStops})`;
}

/** Runs in the background, or beside it. */
function holdUp(scope: object, api: unknown, stop: Stop, calls: readonly Calls[], make: typeof callsAndStops): void {
  let made = 0;
  let hasStopped = false;
  const { promise, resolve } = Promise.withResolvers<string>();
  Reflect.set(scope, 'plansideStopped', promise);
  const gate = {
    stop,
    hasStopped: () => hasStopped,
    isIt: () => {
      made += 1;
      return made === stop.call;
    },
    halt: (what: string) => {
      hasStopped = true;
      resolve(what);
    },
  };
  const within = (one: unknown, key: string): unknown =>
    key === '' || one === undefined ? one : Reflect.get(Object(one), key);
  for (const { in: place, of, names, byEvents = false } of calls) {
    const owner = of.split('.').reduce(within, place === 'the extension API' ? api : scope);
    for (const name of names) {
      const real = within(owner, name);
      if (typeof real !== 'function') continue;
      Reflect.set(Object(owner), name, make(real as Method, [of, name].filter(Boolean).join('.'), byEvents, gate));
    }
  }
}

type Method = (...given: unknown[]) => unknown;
type GateKept = {
  readonly stop: Stop;
  readonly hasStopped: () => boolean;
  /** Counts one more call; whether it is the one to stop at. */
  readonly isIt: () => boolean;
  readonly halt: (what: string) => void;
};

/** Runs beside the former: the same call, which never answers once the background has stopped. */
function callsAndStops(real: Method, what: string, byEvents: boolean, gate: GateKept): Method {
  const never = () => new Promise(() => undefined);
  return function (this: unknown, ...given) {
    const call = (...these: unknown[]) => Reflect.apply(real, this, these);
    const halt = () => gate.halt(what);
    if (gate.hasStopped()) return byEvents ? call(...given) : never();
    if (!gate.isIt()) return call(...given);
    if (byEvents || gate.stop.side === 'before') {
      halt();
      return byEvents ? call(...given) : never();
    }
    // Some are answered by a function that is given last, and some by a promise.
    const last = given.at(-1);
    const answer = call(...(typeof last === 'function' ? [...given.slice(0, -1), halt] : given));
    const then: unknown = Reflect.get(Object(answer), 'then');
    // In Firefox it is a promise of another window's.
    if (typeof then === 'function') Reflect.apply(then, answer, [halt, halt]);
    return never();
  };
}
