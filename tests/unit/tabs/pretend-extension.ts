import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';
import { REDIRECT_URI } from '../sandbox/plan-service/sign-in-by-http.ts';
import { playedWindows } from '../session/played-windows.ts';
import { FakePort, OWN_ID, OWN_ORIGIN } from './fake-runtime.ts';

type Heard = (...given: never[]) => unknown;

/** In which life something runs, and everything that comes of it. */
const lives = new AsyncLocalStorage<number>();

/** One of the browser's events in one life of the background. */
class LivingEvent<Given extends unknown[]> {
  readonly #listeners: ((...given: Given) => unknown)[] = [];
  readonly #life: number;

  constructor(life: number) {
    this.#life = life;
  }

  addListener = (listener: Heard) => void this.#listeners.push(listener as (...given: Given) => unknown);
  happen = (...given: Given): unknown[] =>
    lives.run(this.#life, () => this.#listeners.map((listener) => listener(...given)));
  get count(): number {
    return this.#listeners.length;
  }
}

type Badge = { readonly tabId: number; readonly text: string; readonly title: string };
export type IdleState = 'active' | 'idle' | 'locked';
type Area = 'session' | 'local';
type Changed = Area | 'managed';

function eventsOf(life: number) {
  return {
    connect: new LivingEvent<[port: FakePort]>(life),
    message: new LivingEvent<[message: unknown, sender: unknown]>(life),
    alarm: new LivingEvent<[alarm: { name: string }]>(life),
    idle: new LivingEvent<[state: IdleState]>(life),
    changed: new LivingEvent<[changes: object, area: Changed]>(life),
    tabActivated: new LivingEvent<[{ tabId: number }]>(life),
    tabUpdated: new LivingEvent<[tabId: number, change: { status?: string }]>(life),
    pressed: new LivingEvent<[tab: { id: number; windowId: number; url?: string }]>(life),
    keys: new LivingEvent<[command: string, tab?: { id: number; windowId: number }]>(life),
    tabRemoved: new LivingEvent<[tabId: number]>(life),
    permissionsRemoved: new LivingEvent<[]>(life),
    windowFocused: new LivingEvent<[windowId: number]>(life),
  };
}

/**
 * The browser around one life of the background after another: what is stored, what rings, who connects. A killed
 * life's calls do nothing and are never answered. Everything that changes something outside is written down, in order.
 */
export class PretendExtension {
  readonly stored = { session: new Map<string, string>(), local: new Map<string, string>() };
  readonly alarms = new Map<string, { readonly scheduledTime: number }>();
  readonly done: string[] = [];
  readonly ports: FakePort[] = [];
  events = eventsOf(0);
  /** Tabs as the browser knows them. */
  readonly tabs = new Map<number, { readonly active: boolean; readonly url?: string }>();
  /** What stands on the browser's button, tab by tab. */
  readonly badges = new Map<number, Partial<Badge>>();
  /** Match patterns the browser lets Planside reach no longer. */
  readonly takenAway = new Set<string>();
  /** What the organisation has set; `null`: this browser has no place for it. */
  managed: object | null = null;
  idleState: IdleState = 'active';
  /** What the browser itself speaks. */
  language = 'en-GB';
  /** What plays the window of `launchWebAuthFlow`. */
  window: (address: string) => Promise<string> = () => Promise.reject(new Error('No window'));
  /** Waited for before a call does anything; a test may hold one up, or let it fail. */
  before: (call: string) => Promise<void> = async () => undefined;
  readonly #calls = new Map<string, number>();
  #life = 0;

  /** A new life begins: modules that are imported from here on are its own, and see this browser. */
  born(): void {
    this.kill();
    const browser = this.#browserOf(this.#life);
    vi.resetModules();
    vi.doMock('../../../utils/browser.ts', () => ({ browser }));
  }

  /** Nothing of this life hears or does anything any more; its ports are closed. */
  kill(): void {
    this.#life += 1;
    this.events = eventsOf(this.#life);
    for (const port of this.ports.splice(0)) port.isOpen = false;
  }

  /** Does something in this life. */
  within<T>(does: () => T): T {
    return lives.run(this.#life, does);
  }

  /** Whether whoever calls is of a life that has been killed. */
  get isCalledByTheDead(): boolean {
    return (lives.getStore() ?? this.#life) !== this.#life;
  }

  /** A document opens a line. */
  connect(name: string, sender: unknown): FakePort {
    const port = new FakePort(name, sender);
    this.ports.push(port);
    this.events.connect.happen(port);
    return port;
  }

  /** An alarm rings, with all that hear it. */
  ring(name: string): void {
    this.alarms.delete(name);
    this.events.alarm.happen({ name });
  }

  /** Somebody writes from another part of the extension, as the options page does. */
  write(area: Area, values: object): void {
    for (const [key, value] of Object.entries(values)) this.stored[area].set(key, JSON.stringify(value));
    const changes = Object.fromEntries(Object.keys(values).map((key) => [key, {}]));
    this.events.changed.happen(changes, area);
  }

  /** The organisation sets something else. */
  hand(managed: object): void {
    this.managed = managed;
    this.events.changed.happen(managed, 'managed');
  }

  /** How often something was asked of the browser. */
  reads(call: string): number {
    return this.#calls.get(call) ?? 0;
  }

  read(area: Area, key: string): unknown {
    return JSON.parse(this.stored[area].get(key) ?? 'null');
  }

  async #call<T>(life: number, call: string, does: () => T): Promise<T> {
    this.#calls.set(call, (this.#calls.get(call) ?? 0) + 1);
    await this.before(call);
    await Promise.resolve();
    if (life !== this.#life) await new Promise(() => undefined);
    return does();
  }

  #browserOf(life: number) {
    const { events } = this;
    const call = <T>(name: string, does: () => T) => this.#call(life, name, does);
    return {
      runtime: {
        id: OWN_ID,
        getURL: (path: string) => `${OWN_ORIGIN}${path}`,
        onConnect: events.connect,
        onMessage: events.message,
      },
      storage: {
        session: this.#area('session', call),
        local: this.#area('local', call),
        onChanged: events.changed,
        ...(this.managed ? { managed: { get: () => call('managed', () => structuredClone(this.managed)) } } : {}),
      },
      permissions: {
        contains: async ({ origins: [origin = ''] }: { origins: string[] }) => !this.takenAway.has(origin),
        onRemoved: events.permissionsRemoved,
      },
      alarms: {
        get: (name: string) => call('alarm?', () => this.alarms.get(name)),
        create: (name: string, { when, periodInMinutes = 0 }: { when?: number; periodInMinutes?: number }) =>
          call(`alarm ${name}`, () => {
            this.alarms.set(name, { scheduledTime: when ?? Date.now() + periodInMinutes * 60_000 });
          }),
        clear: (name: string) => call(`no alarm ${name}`, () => this.alarms.delete(name)),
        onAlarm: events.alarm,
      },
      idle: {
        queryState: (seconds: number) => call('idle?', () => (seconds > 0 ? this.idleState : 'active')),
        setDetectionInterval: (seconds: number) => void this.done.push(`idle after ${seconds}`),
        onStateChanged: events.idle,
      },
      tabs: {
        onActivated: events.tabActivated,
        onUpdated: events.tabUpdated,
        onRemoved: events.tabRemoved,
        query: async () => [],
        create: async ({ url }: { url: string }) => void this.done.push(`tab ${url}`),
        get: async (tabId: number) => this.tabs.get(tabId) ?? Promise.reject(new Error('No tab')),
      },
      action: {
        onClicked: events.pressed,
        setBadgeText: async ({ tabId, text }: Badge) =>
          void this.badges.set(tabId, { ...this.badges.get(tabId), text }),
        setTitle: async ({ tabId, title }: Badge) => void this.badges.set(tabId, { ...this.badges.get(tabId), title }),
        setBadgeBackgroundColor: async () => undefined,
        setBadgeTextColor: async () => undefined,
      },
      commands: { onCommand: events.keys },
      sidePanel: {
        open: async ({ windowId }: { windowId: number }) => void this.done.push(`panel opens in ${windowId}`),
        close: async ({ windowId }: { windowId: number }) => void this.done.push(`panel closes in ${windowId}`),
      },
      windows: {
        WINDOW_ID_NONE: -1,
        onFocusChanged: events.windowFocused,
        ...playedWindows((address) => call('window', () => this.window(address)).then((to) => to)),
      },
      identity: {
        getRedirectURL: () => REDIRECT_URI,
        launchWebAuthFlow: async ({ url, interactive }: { readonly url: string; readonly interactive: boolean }) => {
          if (!interactive) throw new Error('User interaction required.');
          return call('window', () => this.window(url)).then((to) => to);
        },
      },
      i18n: { getUILanguage: () => this.language },
      scripting: { executeScript: () => call('script', () => []) },
    };
  }

  #area(area: Area, call: <T>(name: string, does: () => T) => Promise<T>) {
    const kept = this.stored[area];
    const named = (keys: string | readonly string[]) => [keys].flat().join();
    return {
      get: (keys: string | readonly string[]) =>
        call(`${area} get ${named(keys)}`, () => {
          const found = [keys].flat().flatMap((key) => (kept.has(key) ? [[key, JSON.parse(kept.get(key) ?? '')]] : []));
          return Object.fromEntries(found);
        }),
      set: (items: object) =>
        call(`${area} set ${Object.keys(items)}`, () => {
          this.done.push(`${area} set ${Object.keys(items)}`);
          for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
        }),
      remove: (keys: string | readonly string[]) =>
        call(`${area} remove ${named(keys)}`, () => {
          this.done.push(`${area} remove ${named(keys)}`);
          for (const key of [keys].flat()) kept.delete(key);
        }),
    };
  }
}

/** Lets everything go on that waits for nothing but promises. */
export async function turns(count = 50): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
