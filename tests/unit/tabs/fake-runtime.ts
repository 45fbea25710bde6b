import type { SystemNow } from '../../../utils/pack/with-pack.ts';
import type { SenderKind } from '../../../utils/tabs/sender.ts';

type Listener = (...given: never[]) => unknown;

/** One of the browser's events, as a test lets it happen. */
class FakeEvent<Given extends unknown[]> {
  readonly #listeners: ((...given: Given) => unknown)[] = [];
  addListener = (listener: Listener) => void this.#listeners.push(listener as (...given: Given) => unknown);
  /** What the listeners return. */
  happen = (...given: Given): unknown[] => this.#listeners.map((listener) => listener(...given));
}

/** The extension's own name and address. */
export const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
export const OWN_ORIGIN = `chrome-extension://${OWN_ID}`;

const stored: Record<string, unknown> = {};

/** What is in `storage.session`, and how it is to answer. */
export const session = {
  stored,
  writes: 0,
  isFull: false,
};

/** The browser as background code sees it, as far as messages go. */
export const browser = {
  runtime: {
    id: OWN_ID,
    getURL: (path: string) => `${OWN_ORIGIN}${path}`,
    onConnect: new FakeEvent<[port: FakePort]>(),
    onMessage: new FakeEvent<[message: unknown, sender: unknown]>(),
  },
  storage: {
    session: {
      get: async (key: string) => structuredClone(key in stored ? { [key]: stored[key] } : {}),
      set: async (values: Record<string, unknown>) => {
        if (session.isFull) throw new Error('Session storage quota bytes exceeded.');
        session.writes += 1;
        Object.assign(stored, structuredClone(values));
      },
    },
  },
};

/** A port as the background holds it, with what came of it. */
export class FakePort {
  readonly name: string;
  readonly sender: unknown;
  readonly onMessage = new FakeEvent<[message: unknown]>();
  readonly onDisconnect = new FakeEvent<[]>();
  readonly orders: unknown[] = [];
  isOpen = true;

  constructor(name: string, sender: unknown) {
    this.name = name;
    this.sender = sender;
  }

  /** The other end says something; once the line is over, the browser delivers nothing. */
  say(message: unknown): void {
    if (this.isOpen) this.onMessage.happen(message);
  }

  /** The other end goes away. */
  leave(): void {
    this.isOpen = false;
    this.onDisconnect.happen();
  }

  postMessage(order: unknown): void {
    if (!this.isOpen) throw new Error('Attempting to use a disconnected port object');
    this.orders.push(order);
  }

  /** The browser tells the other end, and not the one that disconnects. */
  disconnect(): void {
    this.isOpen = false;
  }
}

/** Hosts of which `enabled.example.org` belongs to an enabled system. */
export const ENABLED = 'https://enabled.example.org';

const frame = { frameId: 7, documentId: '2F', tab: { id: 3 } };
const ours = { id: OWN_ID, origin: OWN_ORIGIN };

/** A sender of each kind, as the browser attributes it. */
export const senders: Readonly<Record<SenderKind, Readonly<Record<string, unknown>>>> = {
  background: { ...ours, url: `${OWN_ORIGIN}/background.js` },
  ownPage: { ...ours, url: `${OWN_ORIGIN}/options.html`, ...frame, frameId: 0 },
  ownPanel: { ...ours, url: `${OWN_ORIGIN}/sidepanel.html` },
  panelFrame: { ...ours, url: `${OWN_ORIGIN}/sidebar.html` },
  ownFrame: { ...ours, url: `${OWN_ORIGIN}/sidebar.html`, ...frame },
  findPage: { ...ours, url: `${OWN_ORIGIN}/find.html`, ...frame, frameId: 0 },
  teachPage: { ...ours, url: `${OWN_ORIGIN}/teach.html#gp`, ...frame, frameId: 0 },
  enabledPage: { id: OWN_ID, origin: ENABLED, url: `${ENABLED}/record?nhs=1`, ...frame, frameId: 0 },
  otherPage: { id: OWN_ID, origin: 'https://other.example.org', url: 'https://other.example.org/', ...frame },
  stranger: { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
};

/** The system of `ENABLED`. */
export const SYSTEM = { id: 'enabled', name: 'Enabled record', origins: [`${ENABLED}/*`] };

/** What the settings say; a test may take the system out of them, or have it read otherwise. */
export const settings = { isEnabled: true, system: SYSTEM as SystemNow };

/** The enabled system an origin belongs to. */
export async function systemAt(origin: string): Promise<SystemNow | null> {
  return settings.isEnabled && origin === ENABLED ? settings.system : null;
}
