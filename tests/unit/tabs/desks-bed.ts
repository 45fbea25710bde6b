import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { BADGE } from '../../../components/words/en/badge.ts';
import type { Settings } from '../../../utils/settings/settings.ts';
import type { SidebarCommand } from '../../../utils/view/view.ts';
import { allTold, type Told } from '../../browser/access/audited.ts';
import { type PlanService, startPlanService } from '../../sandbox/plan-service/plan-service.ts';
import { SCOPES } from '../../sandbox/plan-service/sign-in/scopes.ts';
import { REDIRECT_URI } from '../sandbox/plan-service/sign-in-by-http.ts';
import { people, TODAY } from '../sandbox/plan-service/test-bed.ts';
import { walkThrough } from '../session/attacks/window-walk.ts';
import { fewPlans } from './few-plans.ts';
import { OneTab } from './one-tab.ts';
import { PretendExtension } from './pretend-extension.ts';

/** A request as it left this computer. */
export type Sent = { readonly origin: string; readonly address: string; readonly authorization: string | null };

const SYSTEM = { id: 'gp', name: 'GP record', origins: ['https://gp.example/*'] };

/** The whole background, one life after another, between pages that are played and the sandbox's plan service. */
export class DesksBed {
  readonly extension = new PretendExtension();
  readonly service: PlanService;
  readonly sent: Sent[] = [];
  readonly tabs: OneTab[] = [];
  /** Whoever waits for the computer to be on the network again. */
  backOnline: (() => void)[] = [];
  /** Addresses of which the service hears, and whose answers get lost. */
  losesAnswersOf: RegExp | null = null;
  readonly #onTheirWay = new Set<Promise<Response>>();

  private constructor(service: PlanService) {
    this.service = service;
  }

  static async start(): Promise<DesksBed> {
    vi.stubEnv('PLANSIDE_INSECURE', 'yes');
    const redirectUris = [REDIRECT_URI];
    const plans = { people, plans: fewPlans, pointers: [] };
    const bed = new DesksBed(await startPlanService({ ...plans, redirectUris, seed: 7, today: TODAY }));
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string | URL, init?: RequestInit) => bed.#send(fetch, String(address), init));
    vi.stubGlobal('addEventListener', (name: string, heard: () => void) => {
      if (name !== 'online') return;
      bed.backOnline.push(() => {
        // The first of all computers to ask again.
        vi.spyOn(Math, 'random').mockReturnValueOnce(0);
        return bed.extension.within(heard);
      });
    });
    return bed;
  }

  async stop(): Promise<void> {
    this.extension.kill();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    await this.service.stop();
  }

  /** A computer on which Planside has just been set up, and nobody has done anything. */
  async fresh(settings: Partial<Settings> = {}, managed: object | null = null): Promise<void> {
    this.extension.kill();
    // What was on its way would be heard of by the next test.
    await Promise.allSettled([...this.#onTheirWay]);
    this.service.switches.clear();
    this.losesAnswersOf = null;
    this.extension.stored.local.clear();
    this.extension.stored.session.clear();
    this.extension.alarms.clear();
    this.extension.takenAway.clear();
    this.extension.managed = managed;
    vi.stubGlobal('indexedDB', new IDBFactory());
    for (const list of [this.sent, this.tabs, this.extension.done]) list.length = 0;
    this.extension.write('local', { settings: { ...this.settings, ...settings }, policy: { lastGood: null } });
    await this.born();
  }

  get settings(): Settings & { readonly planService: NonNullable<Settings['planService']> } {
    return {
      clinicalSystems: [SYSTEM],
      planService: {
        name: 'Example Plan Service',
        fhirBase: this.service.fhirBase,
        clientId: this.service.clientId,
        scopes: SCOPES.join(' '),
        signInOrigins: [],
      },
    };
  }

  /** Another life begins; pages that are open tell it what they show. */
  async born(): Promise<void> {
    this.backOnline = [];
    this.extension.born();
    await this.extension.within(async () => {
      const { openDesks } = await import('../../../utils/tabs/desks.ts');
      openDesks({ signs: () => BADGE });
    });
    for (const tab of this.tabs) tab.reconnect();
  }

  kill(): void {
    this.extension.kill();
  }

  tab(id = 1): OneTab {
    const tab = new OneTab(this.extension, id);
    this.tabs.push(tab);
    return tab;
  }

  /** Somebody signs in from a tab that offers it. */
  async signIn(tab: OneTab, username = 'gp'): Promise<void> {
    this.extension.window = (address) => this.#walk(address, username);
    await tab.untilView((view) => view.kind === 'signedOut' || view.kind === 'locked');
    await tab.press({ do: 'signIn' } satisfies SidebarCommand);
    await tab.untilView((view) => !['signedOut', 'signingIn', 'locked'].includes(view.kind));
  }

  /** What the service has been told so far, but for what it had been told before this. */
  told(from = 0): readonly Told[] {
    return allTold({ auditEvents: this.service.store.auditEvents }).slice(from);
  }

  async untilTold(count: number, from = 0): Promise<readonly Told[]> {
    return vi.waitFor(
      () => {
        const all = this.told(from);
        if (all.length < count) throw new Error(`The service was told ${JSON.stringify(all)}`);
        return all;
      },
      { timeout: 5_000, interval: 10 },
    );
  }

  /** What somebody does in a window of the sign-in service; one that only says good-bye closes by itself. */
  async #walk(address: string, username: string): Promise<string> {
    const saysGoodbye = new URL(address).searchParams.has('post_logout_redirect_uri');
    return saysGoodbye ? REDIRECT_URI : walkThrough(this.service, address, username);
  }

  async #send(fetch: typeof globalThis.fetch, address: string, init: RequestInit = {}): Promise<Response> {
    if (this.extension.isCalledByTheDead) await new Promise(() => undefined);
    const { origin } = new URL(address);
    this.sent.push({ origin, address, authorization: new Headers(init.headers).get('authorization') });
    if (origin !== this.service.origin) throw new TypeError('Failed to fetch');
    const asked = fetch(address, init);
    this.#onTheirWay.add(asked);
    const answer = await asked.finally(() => this.#onTheirWay.delete(asked));
    if (this.losesAnswersOf?.test(address)) throw new TypeError('Failed to fetch');
    return this.extension.isCalledByTheDead ? new Promise(() => undefined) : answer;
  }
}

/** For something that must not come: as long as a busy machine needs for what would bring it. */
export function aWhile(ms = 150): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
