import { getRequestListener } from '@hono/node-server';
import { vi } from 'vitest';
import type { AdapterPack } from '../../../utils/settings/policy-schema.ts';
import type { ClinicalSystem } from '../../../utils/settings/settings.ts';
import { type Listening, listen } from '../../sandbox/listen.ts';
import { type PackHost, packHost } from '../../sandbox/packs/pack-host.ts';
import { SYSTEM } from './packs.ts';

type Area = 'local' | 'managed' | 'session';
type Hears = (changes: object, area: Area) => void;
type Rings = (alarm: { name: string }) => void;
type Alarm = { readonly delayInMinutes: number; readonly periodInMinutes: number };

/** A background that keeps packs, life after life, and whoever publishes them. */
export class PackBed {
  readonly stored: Record<Area, Record<string, unknown>> = { local: {}, managed: {}, session: {} };
  readonly alarms = new Map<string, Alarm>();
  readonly host: PackHost;
  readonly url: string;
  readonly #listening: Listening;
  #changed: Hears[] = [];
  #rings: Rings[] = [];
  #starts: (() => void)[] = [];

  private constructor(host: PackHost, listening: Listening) {
    this.host = host;
    this.#listening = listening;
    this.url = this.policy.url;
  }

  /** An organisation that names the pack in its policy, and one system. */
  static async start(): Promise<PackBed> {
    vi.stubEnv('PLANSIDE_INSECURE', 'yes');
    const [host, listening] = await Promise.all([packHost(), listen(0)]);
    listening.answerWith(getRequestListener(host.app.fetch, { overrideGlobalObjects: false }));
    return new PackBed(host, listening);
  }

  async stop(): Promise<void> {
    vi.unstubAllEnvs();
    await this.#listening.stop();
  }

  get policy(): AdapterPack {
    return this.host.policyFor(`http://127.0.0.1:${this.#listening.port}`);
  }

  /** What the policy says, besides what it says of the pack. */
  setPolicy(adapterPack: AdapterPack | undefined, clinicalSystems: readonly ClinicalSystem[] = [SYSTEM]): void {
    this.stored.managed = structuredClone({ clinicalSystems, ...(adapterPack ? { adapterPack } : {}) });
    for (const tell of this.#changed) tell({ adapterPack: {} }, 'managed');
  }

  /** Somebody writes into the storage behind Planside's back. */
  write(values: Record<string, unknown>): void {
    this.#put('local', values);
  }

  /** The modules of a new life, on whatever is stored. */
  async born() {
    this.kill();
    vi.resetModules();
    vi.doMock('../../../utils/browser.ts', () => ({ browser: this.#browser() }));
    const [keep, ask, held, note, now, state] = await Promise.all([
      import('../../../utils/pack/keep-pack.ts'),
      import('../../../utils/pack/ask-pack.ts'),
      import('../../../utils/pack/held-pack.ts'),
      import('../../../utils/pack/pack-note.ts'),
      import('../../../utils/pack/in-force.ts'),
      import('../../../utils/pack/pack-state.ts'),
    ]);
    return { ...keep, ...ask, ...held, ...note, ...now, ...state };
  }

  kill(): void {
    this.#changed = [];
    this.#rings = [];
    this.#starts = [];
  }

  ring(): void {
    for (const name of this.alarms.keys()) for (const hear of this.#rings) hear({ name });
  }

  startBrowser(): void {
    for (const hear of this.#starts) hear();
  }

  /** Waits until so many requests have come since the first. */
  async untilAsked(times: number): Promise<void> {
    await vi.waitFor(() => {
      if (this.host.requests.length < times) throw new Error(`Asked ${this.host.requests.length} times.`);
    });
  }

  #put(area: Area, values: Record<string, unknown>): void {
    Object.assign(this.stored[area], structuredClone(values));
    for (const tell of this.#changed) tell(values, area);
  }

  #browser() {
    const area = (name: Area) => ({
      get: async (key?: string) => {
        const all = structuredClone(this.stored[name]);
        return key === undefined ? all : key in all ? { [key]: all[key] } : {};
      },
      set: async (values: Record<string, unknown>) => this.#put(name, values),
    });
    return {
      storage: {
        local: area('local'),
        managed: area('managed'),
        session: area('session'),
        onChanged: { addListener: (heard: Hears) => this.#changed.push(heard) },
      },
      alarms: {
        get: async (name: string) => this.alarms.get(name),
        create: async (name: string, alarm: Alarm) => void this.alarms.set(name, alarm),
        clear: async (name: string) => this.alarms.delete(name),
        onAlarm: { addListener: (heard: Rings) => this.#rings.push(heard) },
      },
      runtime: { onStartup: { addListener: (heard: () => void) => this.#starts.push(heard) } },
    };
  }
}
