import { expect, vi } from 'vitest';
import { COMMAND, PAGE_LINE, type PageOrder, SIDEBAR_LINE, type SidebarOrder } from '../../../utils/messages.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Language } from '../../../utils/view/language.ts';
import type { SidebarCommand, View } from '../../../utils/view/view.ts';
import { type FakePort, OWN_ID, OWN_ORIGIN } from './fake-runtime.ts';
import type { PretendExtension } from './pretend-extension.ts';

type Context = Extract<PageOrder, { do: 'context' }>;

const PAGE = { id: OWN_ID, origin: 'https://gp.example', url: 'https://gp.example/record' };
const SIDEBAR = { id: OWN_ID, origin: OWN_ORIGIN, url: `${OWN_ORIGIN}/sidebar.html` };

/**
 * A tab with a clinical page in it, as the page script plays it: it tells what it shows, takes a sidebar frame out of the
 * page with each new context, and puts another in, which draws what it is told.
 */
export class OneTab {
  readonly id: number;
  /** Every view any sidebar of this tab was told to draw. */
  readonly views: View[] = [];
  readonly #extension: PretendExtension;
  #shows: Sighting = { kind: 'unsettled' };
  #sequence = 0;
  #documents = 0;
  #page!: FakePort;
  #sidebar: { readonly port: FakePort; readonly generation: number; readonly sender: object } | null = null;

  constructor(extension: PretendExtension, id: number) {
    this.#extension = extension;
    this.id = id;
    this.reconnect();
  }

  /** The page shows somebody, or something else. */
  show(sighting: Sighting): void {
    this.#shows = sighting;
    this.#report();
  }

  open(identity: PatientIdentity): void {
    this.show({ kind: 'patient', identity });
  }

  /** Another page, of the same system, is loaded in the tab. */
  load(sighting: Sighting): void {
    this.#leave(this.#page);
    this.#leaveSidebar();
    this.#shows = sighting;
    this.reconnect();
  }

  close(): void {
    this.#leave(this.#page);
    this.#leaveSidebar();
    this.#extension.events.tabRemoved.happen(this.id);
  }

  /** The page opens its line anew: it has just been loaded, or the background has. */
  reconnect(): void {
    this.#documents += 1;
    this.#sequence = 0;
    this.#sidebar = null;
    this.#page = this.#connect(PAGE_LINE, { ...PAGE, ...this.#place(0) });
    this.#report();
  }

  /** A frame below the top one opens its line, and says nothing; what it was told. */
  frame(frameId: number): readonly unknown[] {
    return this.#connect(PAGE_LINE, { ...PAGE, ...this.#place(frameId) }).orders;
  }

  get pageOrders(): readonly unknown[] {
    return this.#page.orders;
  }

  /** Everything the frame that stands there was told. */
  get sidebarOrders(): readonly SidebarOrder[] {
    return (this.#sidebar?.port.orders ?? []) as SidebarOrder[];
  }

  /** The context the page was told last. */
  get generation(): number | undefined {
    return this.#context()?.generation;
  }

  /** What stands beside the page; `null`: nothing has been drawn. */
  get view(): View | null {
    return this.#views().at(-1) ?? null;
  }

  /** In which languages the frame that stands there was to draw. */
  get languages(): readonly Language[] {
    return this.sidebarOrders.map(({ language }) => language);
  }

  /** Waits for what is to stand beside the page. */
  async untilView(is: (view: View) => boolean): Promise<View> {
    return vi.waitFor(
      () => {
        const { view } = this;
        if (view && is(view)) return view;
        throw new Error(`It says ${JSON.stringify(view)?.slice(0, 300)}`);
      },
      { timeout: 10_000, interval: 5 },
    );
  }

  until<Kind extends View['kind']>(kind: Kind): Promise<Extract<View, { kind: Kind }>> {
    return this.untilView((view) => view.kind === kind) as Promise<Extract<View, { kind: Kind }>>;
  }

  /** Waits for the plan of this patient. */
  untilPlanOf({ nhsNumber }: { readonly nhsNumber: string }): Promise<Extract<View, { kind: 'plan' }>> {
    const isTheirs = (view: View) => view.kind === 'plan' && view.plan.patient.nhsNumber === nhsNumber;
    return this.untilView(isTheirs) as Promise<Extract<View, { kind: 'plan' }>>;
  }

  /** Somebody presses something in the sidebar, once more where the frame was just being taken away. */
  async press(command: SidebarCommand): Promise<void> {
    const message = { id: 1, type: COMMAND, timestamp: Date.now(), data: command };
    await vi.waitFor(
      async () => {
        const [answer] = this.#extension.events.message.happen(message, this.#sidebar?.sender);
        expect(await answer).toEqual({ res: 'done' });
      },
      { timeout: 2_000, interval: 10 },
    );
  }

  /** What a page does with every context: the frame of the old one goes, and another takes the ticket. */
  follow(): void {
    const context = this.#context();
    if (!context || !this.#page.isOpen || this.#sidebar?.generation === context.generation) return;
    this.#leaveSidebar();
    this.#documents += 1;
    const sender = { ...SIDEBAR, ...this.#place(7) };
    const port = this.#connect(SIDEBAR_LINE, sender);
    this.#sidebar = { port, generation: context.generation, sender };
    this.#extension.within(() => port.say({ generation: context.generation, ticket: context.ticket }));
  }

  #context(): Context | undefined {
    return (this.#page.orders as PageOrder[]).filter((order) => order.do === 'context').at(-1);
  }

  #views(): readonly View[] {
    return this.sidebarOrders.map(({ view }) => view);
  }

  #report(): void {
    this.#sequence += 1;
    const report = { sequence: this.#sequence, sighting: this.#shows };
    this.#extension.within(() => this.#page.say(report));
  }

  #leaveSidebar(): void {
    if (this.#sidebar) this.#leave(this.#sidebar.port);
    this.#sidebar = null;
  }

  #leave(port: FakePort): void {
    if (port.isOpen) this.#extension.within(() => port.leave());
  }

  #place(frameId: number) {
    return { frameId, documentId: `document-${this.id}-${frameId}-${this.#documents}`, tab: { id: this.id } };
  }

  /** Each order is written down among what happened outside, in its place. */
  #connect(name: string, sender: object): FakePort {
    const port = this.#extension.connect(name, sender);
    const post = port.postMessage.bind(port);
    port.postMessage = (order: unknown) => {
      // What a killed life had still begun ends with it.
      if (this.#extension.isCalledByTheDead) return;
      post(order);
      const { view } = order as Partial<SidebarOrder>;
      if (view) this.views.push(view);
      if (view) this.#extension.done.push(`tab ${this.id} draws ${view.kind}`);
      else setTimeout(() => this.follow());
    };
    return port;
  }
}
