import assert from 'node:assert/strict';
import type { FrameSighting } from '../../../utils/context/tab-context.ts';
import type { PageOrder, SidebarAnswer, SidebarOrder } from '../../../utils/messages.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { NO_CHANGES } from '../../../utils/plan/changes.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import type { PlanTrace } from '../../../utils/plan/plan-trace.ts';
import type { SurfaceName } from '../../../utils/tabs/surface.ts';
import { tabDesk } from '../../../utils/tabs/tab-desk.ts';
import type { Surroundings, TabDesk } from '../../../utils/tabs/tab-desk-types.ts';
import { newPast } from '../../../utils/tabs/visit.ts';
import type { PageStanding } from '../../../utils/view/page-standing.ts';
import type { View } from '../../../utils/view/view.ts';
import { SIGNED_IN } from '../view/plans.ts';
import { PlayedPanel } from './played-panel.ts';
import { PlayedRecord } from './played-record.ts';

/** One look-up the desk has asked for. */
export type Asked = {
  /** Stands in what it finds as a time, so that every view can be traced to its look-up. */
  readonly id: number;
  readonly patient: PatientIdentity;
  readonly generation: number;
  /** Who was signed in. */
  readonly session: Surroundings['session'];
  readonly signal: AbortSignal;
  readonly finish: (found: PlanLookup) => void;
  readonly fail: () => void;
  found: PlanLookup | 'failed' | null;
};

/** One sidebar frame that has been accepted, with what it drew. */
export type Opened = { readonly frame: string; readonly generation: number; readonly views: View[] };

/** So many frames that left are named at most: a page that goes through more of them must not grow the order for ever. */
const MOST_GONE = 100;

/** A desk with everything around it played by the test, and what must hold whenever the desk sends something. */
export class DeskRig {
  readonly desk: TabDesk;
  readonly asked: Asked[] = [];
  readonly opened: Opened[] = [];
  readonly contexts: Extract<PageOrder, { do: 'context' }>[] = [];
  readonly tickets: string[] = [];
  surroundings: Surroundings = { service: 'Example Plan Service', session: SIGNED_IN, hidden: false, now: 0 };
  readonly record = new PlayedRecord(() => this.generation);
  /** The clock, in milliseconds; a test moves it on. */
  time = 0;
  /** Somebody has turned to the tab in this generation: what is drawn may be older than the latest look-up. */
  revalidatedIn = 0;
  /** Traces of plans of which the desk said that they were drawn. */
  readonly drawn: (readonly PlanTrace[])[] = [];
  /** What stood for the tab, one after another, as the browser's button is told. */
  readonly stands: View[] = [];
  generation = 0;
  /** The generation in which somebody confirmed a birth date. */
  confirmedIn = 0;
  /** What the frames have said, kept here and not read from the desk. */
  readonly said = new Map<string, FrameSighting>();
  /** Frames that have left and not come back, the last at the end. */
  readonly gone = new Set<string>();
  /** The frame of each surface that may be drawn to. */
  readonly holders: Record<SurfaceName, Opened | null> = { page: null, panel: null };
  readonly panel = new PlayedPanel(this);
  onContext: (order: Extract<PageOrder, { do: 'context' }>) => void = () => {};

  constructor() {
    this.desk = tabDesk({
      surroundings: () => this.surroundings,
      saying: () => ({ language: 'en' }),
      isInPanel: () => true,
      visit: {
        ask: async (patient, past, signal) => {
          const lookup = await this.#lookUp(patient, signal);
          const shown = lookup.kind === 'found' ? [{ key: 'plan', version: '1', sections: {} }] : past.shown;
          return { lookup, changes: NO_CHANGES, past: { ...past, shown } };
        },
        longestMs: 18_500,
        newPast,
        now: () => this.time,
      },
      stands: (view) => this.stands.push(view),
      drawn: (traces) => this.drawn.push(traces),
      access: this.record.access,
      nextGeneration: () => this.#nextGeneration(),
      newTicket: () => {
        this.tickets.push(`ticket ${this.tickets.length}`);
        return this.tickets.at(-1) ?? '';
      },
    });
  }

  #nextGeneration(): number {
    this.generation += 1;
    Object.assign(this.holders, { page: null, panel: null });
    return this.generation;
  }

  #lookUp(patient: PatientIdentity, signal: AbortSignal): Promise<PlanLookup> {
    assert.equal(this.surroundings.session.kind, 'signedIn', 'looks up for nobody');
    assert.equal(patient.nhsNumber, this.shownNumber(), 'looks up whom the tab shows');
    assert.notEqual(patient.birthDate, null, 'looks up without a birth date');
    const shown = this.shown();
    const onPage = shown.kind === 'patient' && shown.identity.birthDate;
    if (onPage) assert.equal(patient.birthDate, onPage, 'S1: the page’s own birth date counts');
    else assert.equal(this.confirmedIn, this.generation, 'S1: a birth date confirmed for somebody else');
    return new Promise((resolve, reject) => {
      const asked: Asked = {
        id: this.asked.length + 1,
        patient,
        generation: this.generation,
        session: this.surroundings.session,
        signal,
        finish: (found) => {
          asked.found = found;
          resolve(found);
        },
        fail: () => {
          asked.found = 'failed';
          reject(new Error('broken'));
        },
        found: null,
      };
      this.asked.push(asked);
    });
  }

  /** What the tab shows, worked out from the frames once more: everybody who has spoken must name the same person. */
  shown(): Sighting {
    const spoken = [...this.said.values()].filter(({ sequence }) => sequence > 0).map(({ sighting }) => sighting);
    if (spoken.length === 0 || spoken.some(({ kind }) => kind === 'unsettled')) return { kind: 'unsettled' };
    const people = spoken.flatMap((one) => (one.kind === 'patient' ? [one.identity] : []));
    // A frame may leave the birth date out, as a small banner does; what it shows must be the same.
    const born = new Set(people.flatMap(({ birthDate }) => birthDate ?? []));
    const others = new Set(people.map((one) => JSON.stringify({ ...one, birthDate: null })));
    if (others.size > 1 || born.size > 1 || spoken.some(({ kind }) => kind === 'several')) return { kind: 'several' };
    const cannotRead = spoken.find(({ kind }) => kind === 'unreadable');
    const [birthDate = null] = born;
    const patient = people[0] && ({ kind: 'patient', identity: { ...people[0], birthDate } } as const);
    return cannotRead ?? patient ?? { kind: 'none' };
  }

  shownNumber(): string | null {
    const shown = this.shown();
    return shown.kind === 'patient' ? shown.identity.nhsNumber : null;
  }

  report(report: FrameSighting): void {
    const before = this.said.get(report.frame);
    if (!before || before.sequence < report.sequence) this.said.set(report.frame, report);
    this.gone.delete(report.frame);
    this.desk.pageReported(report);
  }

  leave(frame: string): void {
    this.said.delete(frame);
    // Once more at the end: the one that left last is forgotten last.
    this.gone.delete(frame);
    this.gone.add(frame);
    this.desk.pageLeft(frame);
  }

  openTop(frame: string, standing: PageStanding = 'read'): void {
    this.contexts.length = 0;
    const outlet = { send: (order: PageOrder) => order.do === 'context' && this.#told(order) };
    this.desk.topOpened({ frame, is: standing, taught: null, outlet, isShown: () => true });
  }

  /** Every context is checked at the moment it is sent: who left and has not come back is named, the last of them. */
  #told(order: Extract<PageOrder, { do: 'context' }>): void {
    assert.equal(order.generation, this.generation, 'S3: a context of a generation that is over');
    assert.ok(order.gone.length <= MOST_GONE, 'more are gone than the page is told of');
    const left = new Set([...this.gone].slice(-MOST_GONE));
    assert.deepEqual(new Set(order.gone), left, 'the page is told wrongly who has left');
    for (const frame of Object.keys(order.considered)) assert.ok(!this.gone.has(frame), 'rests on a frame that left');
    this.contexts.push(order);
    this.onContext(order);
  }

  /** Opens a sidebar; with the ticket of this generation unless another is given. */
  openSidebar(
    frame: string,
    hello: { generation?: number; ticket?: string } = {},
    surface: SurfaceName = 'page',
  ): boolean {
    const generation = hello.generation ?? this.generation;
    const ticket = hello.ticket ?? this.pageTicket ?? '';
    const opened: Opened = { frame, generation, views: [] };
    const before = this.holders[surface];
    this.holders[surface] = opened;
    const send = (order: SidebarOrder | SidebarAnswer) => order.do === 'draw' && this.#drawn(opened, order);
    const accepted = this.desk.sidebarOpened({ generation, ticket }, frame, { send }, surface);
    if (accepted) this.opened.push(opened);
    else this.holders[surface] = before;
    return accepted;
  }

  get pageTicket(): string | undefined {
    return this.tickets.filter((ticket) => !this.panel.firstTickets.has(ticket)).at(-1);
  }

  leaveSidebar(frame: string): void {
    for (const surface of ['page', 'panel'] as const) {
      if (this.holders[surface]?.frame === frame) this.holders[surface] = null;
    }
    this.desk.sidebarLeft(frame);
  }

  /** Everything that is drawn is checked at the moment it is sent. */
  #drawn(opened: Opened, order: SidebarOrder): void {
    const { view } = order;
    assert.equal(order.generation, this.generation, 'S3: a generation that is over is drawn');
    assert.ok(Object.values(this.holders).includes(opened), 'S2: a frame that no longer holds the tab is sent a view');
    if ('signedInAs' in view && view.kind === 'plan') assert.notEqual(view.signedInAs, null);
    if ('page' in view) assert.equal(view.page.nhsNumber, this.shownNumber(), 'S1: names another person');
    if (view.kind === 'plan') {
      for (const { patient } of [view.plan, ...view.alsoCurrent]) {
        assert.equal(patient.nhsNumber, this.shownNumber(), 'S1: another person’s plan');
      }
      this.#comesFrom(view.fetchedAt, 'found');
      this.record.isOf([view.plan, ...view.alsoCurrent], this.shownNumber());
      assert.equal(this.surroundings.session.kind, 'signedIn', 'a plan for nobody');
    }
    if (view.kind === 'noPlanFound') this.#comesFrom(view.askedAt, 'noPlanFound');
    if (view.kind === 'noCurrentPlan') this.#comesFrom(view.askedAt, 'noCurrentPlan');
    opened.views.push(view);
  }

  /** S3, S4: what is drawn was found by a look-up of this generation that nobody has ended, and by the latest one. */
  #comesFrom(id: number, kind: PlanLookup['kind']): void {
    const source = this.asked.find((asked) => asked.id === id);
    const says = typeof source?.found === 'object' && source.found?.kind === kind;
    assert.ok(source && says, 'S4: said without a look-up that says so');
    assert.equal(source?.generation, this.generation, 'S3: found for an earlier generation');
    assert.deepEqual(source?.session, this.surroundings.session, 'H21: found for somebody else');
    assert.equal(source?.signal.aborted, false, 'S3: found by a look-up that was ended');
    const later = this.asked.slice(this.asked.indexOf(source) + 1).filter(({ signal }) => !signal.aborted);
    if (this.revalidatedIn !== this.generation) assert.equal(later.length, 0, 'S3: not the latest look-up');
    // While the service is asked again, and where it cannot be, the plan that was fetched before stays.
    const stays = (asked: Asked) =>
      asked.found === null || (kind === 'found' && (asked.found === 'failed' || asked.found.kind === 'couldNotCheck'));
    assert.ok(later.every(stays), 'S3: a later look-up says something else');
  }
}

/** Lets everything that was waiting for a promise run. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
