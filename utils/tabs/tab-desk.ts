import type { AuditFact } from '../access/audit/audit-draft.ts';
import { frameLeft, frameReported, newTabContext, shownByPage, type TabContext } from '../context/tab-context.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { PlanTrace } from '../plan/plan-trace.ts';
import { decideView, identityToCheck, isPending, type Known, plansToDraw } from '../view/decide-view.ts';
import { isSwitchedOff, isUnknown, type PageStanding } from '../view/page-standing.ts';
import type { SidebarCommand, View } from '../view/view.ts';
import { isAway } from '../view/without-session.ts';
import { aboutOf } from './about.ts';
import { inPageOnly, panelOrder, topOrder } from './context-orders.ts';
import { followInTab } from './follow-in-tab.ts';
import { goneFrames } from './gone-frames.ts';
import { leavingFrames } from './leaving-frames.ts';
import { asHidden, pageHides } from './page-hides.ts';
import { type PersonSays, personSays } from './person-says.ts';
import type { Surface, SurfaceName } from './surface.ts';
import type { TabDesk, TabDeskOptions, TopOfTab } from './tab-desk-types.ts';
import { tabSurfaces } from './tab-surfaces.ts';
import { viewRecord } from './view-record.ts';
import { openVisit } from './visit.ts';
import { visited } from './visited.ts';

/**
 * One tab: its frames' sightings, the context they make, the look-up for it, and the one frame of each surface
 * that may draw it. A new generation ends all of the old one: look-up, tickets, confirmed birth date and frames.
 */
export function tabDesk(options: TabDeskOptions): TabDesk {
  let [context, top]: [TabContext, TopOfTab | null] = [newTabContext(options.nextGeneration()), null];
  let visit = newVisit();
  let [record, says] = [newRecord(), newSays()];
  let [beside, told]: [PageStanding, readonly PlanTrace[] | null] = [{ is: 'unknown' }, null];
  const [surfaces, unread] = [tabSurfaces(options.newTicket), new Map<string, readonly string[]>()];
  const [whose, leaving] = [visited(options.access.ended), leavingFrames()];
  const [gone, hides] = [goneFrames(), pageHides(() => draw())];

  function move(next: TabContext): void {
    const changed = next.generation !== context.generation;
    context = next;
    if (changed) {
      options.moved?.(shownByPage(context));
      whose.shows(context.shows);
      visit.end();
      visit = newVisit();
      record = newRecord();
      told = null;
      says.end();
      says = newSays();
      for (const surface of surfaces.all()) surface.renew();
      const patient = toLookFor();
      if (patient) visit.look(patient);
      draw();
    }
    tellTop();
    tellPanel();
  }

  function tellTop(): void {
    if (!top) return;
    const about = top.isShown() ? aboutOf(context.shows, top.is) : 'unsettled';
    top.outlet.send(topOrder(context, { about, ticket: surfaces.inPage.ticket(), gone: gone.all() }));
  }

  /** While a page is between two patients there is nothing to draw, and nothing stands there. */
  function tellPanel(): void {
    const says = options.hub?.()?.says;
    const isBetween = top && aboutOf(context.shows, top.is) === 'unsettled' && !(says && isAway(says));
    surfaces.tellPanel((surface) => panelOrder(context, isBetween ? null : surface.ticket()));
  }

  /** Whether a plan can be seen on this surface: an organisation may have it shown on the other alone. */
  function isShown(surface: Surface): boolean {
    return surface === surfaces.inPage ? (top?.isShown() ?? true) : options.isInPanel();
  }

  function known(): Omit<Known, 'audit'> {
    const [hosts, found] = [new Set([...unread.values()].flat()), visit.found()];
    return {
      ...options.surroundings(),
      ...found,
      hub: options.hub?.() ?? null,
      lookup: says.notKept() ?? found.lookup,
      standing: top?.is ?? beside,
      taught: top?.taught ?? null,
      // A page is only known whole with its top frame.
      shows: top === null ? { kind: 'unsettled' } : context.shows,
      confirmedBirthDate: says.confirmedBirthDate(),
      given: visit.past().visit?.given ?? null,
      sending: says.sending(),
      confirming: says.confirming(),
      unread: [...hosts].sort(),
    };
  }

  function newVisit() {
    return openVisit({ ...options.visit, changed: () => draw() });
  }

  function newSays(): PersonSays {
    return personSays({
      access: options.access,
      patient: toLookFor,
      onPage: () => (context.shows.kind === 'patient' ? context.shows.identity : null),
      visit: () => visit.past().visit,
      lookup: () => visit.found().lookup,
      again: () => again(),
      draw: () => draw(),
    });
  }

  function newRecord() {
    const keep = (fact: AuditFact) => options.access.keep(fact, toLookFor(), visit.past().visit);
    return viewRecord(keep, () => draw());
  }

  /** S10: a plan is sent to a frame only once its being looked at is on record; two surfaces show it, and one view is. */
  function draw(): void {
    const open = surfaces.all().filter((surface) => surface.frame() !== null && isShown(surface));
    const [now, isHidden] = [known(), hides.isHidden(surfaces.inPage.frame())];
    const seen = open.filter((surface) => surface !== surfaces.inPage || !isHidden);
    const say = (surface: Surface, view: View) =>
      surface.draw({ do: 'draw', generation: context.generation, view, ...options.saying() });
    const plans = seen.length > 0 ? plansToDraw(now) : null;
    // Where nothing can be drawn, or seen, nothing is put on record.
    const audit = plans ? record.stateOf(plans, now) : { pendingUntil: now.now };
    const view = decideView({ ...now, audit });
    // What stands there stays for the moment the record takes: it is true, and nothing flickers.
    const stays = ({ drawn }: Surface) => plans && isPending(audit) && drawn() !== null && drawn() !== 'looking';
    const drawing = open.filter((surface) => !(seen.includes(surface) && stays(surface)));
    const viewOn = (name: SurfaceName) => (isHidden ? asHidden(view, name, options.isInPanel()) : view);
    for (const surface of drawing) say(surface, viewOn(surface === surfaces.inPage ? 'page' : 'panel'));
    const inPanel = surfaces.inPanel();
    if (inPanel && !isShown(inPanel)) say(inPanel, inPageOnly(view));
    if (drawing.length === open.length) options.stands(viewOn('page'), surfaces.all().some(isShown));
    const { shown } = visit.past();
    if (view.kind !== 'plan' || shown === null || shown === told) return;
    told = shown;
    options.drawn(shown);
  }

  /** Whom to look for; `null`: nobody may be asked about anybody now. */
  function toLookFor(): PatientIdentity | null {
    const { service, session, hidden } = options.surroundings();
    if (hidden || isSwitchedOff(top?.is ?? beside) || !surfaces.all().some(isShown)) return null;
    const patient = identityToCheck({ shows: context.shows, confirmedBirthDate: says.confirmedBirthDate() });
    return service !== null && session.kind === 'signedIn' && patient?.birthDate ? patient : null;
  }

  function again(): void {
    record.retry();
    const patient = toLookFor();
    if (patient) visit.again(patient);
    else visit.end();
    draw();
  }

  function revalidate(): void {
    const patient = toLookFor();
    if (patient) visit.revalidate(patient);
    // The service may have been asked a moment ago, and nothing new come of it that would draw.
    if (record.retry()) draw();
  }

  function follow(command: SidebarCommand, on: Surface): void {
    const { generation } = context;
    followInTab(command, {
      says,
      again,
      revalidate,
      cancel: () => (on.drawn() === 'looking' ? visit : says).cancel(),
      answer: (said) => on.answer({ ...said, generation }),
      turn: (follow) => surfaces.tellPanel(() => ({ follow })),
      isHub: Boolean(options.hub?.()?.says),
    });
  }

  function left(frame: string): void {
    unread.delete(frame);
    const wasTop = top?.frame === frame;
    if (wasTop) top = null;
    gone.left(frame);
    const next = frameLeft(context, frame, options.nextGeneration);
    // With the page goes what stands beside it, whatever the frames that are still there say.
    const stays = wasTop && next.generation === context.generation;
    move(stays ? { ...next, generation: options.nextGeneration() } : next);
  }

  return {
    ...hides,
    topOpened(opened) {
      // Of the page before, nothing holds any more, also where nobody has heard it leave yet.
      if (top && top.frame !== opened.frame) left(top.frame);
      top = opened;
      draw();
    },
    pageReported(report) {
      gone.isBack(report.frame);
      move(frameReported(context, report, options.nextGeneration));
    },
    pageNoted(frame, hosts) {
      unread.set(frame, hosts);
      draw();
    },
    pageLeft: left,
    panelOpened(outlet, is) {
      surfaces.panelOpened(outlet);
      beside = is;
      const patient = toLookFor();
      if (patient) visit.look(patient);
      tellPanel();
    },
    panelLeft: surfaces.panelLeft,
    has: (surface) =>
      surface === 'panel' ? surfaces.inPanel() !== null : hides.isOfUse(surfaces.inPage.frame(), options.isInPanel()),
    waitsForPress: () => surfaces.inPanel() !== null && top === null && isUnknown(beside),
    pageLoaded(is) {
      beside = is;
      draw();
    },
    sidebarOpened(hello, frame, outlet, name) {
      const surface = surfaces.named(name);
      if (!surface?.open(hello, context.generation, frame, outlet)) return false;
      draw();
      return true;
    },
    sidebarLeft(frame) {
      for (const surface of surfaces.all()) surface.left(frame);
      leaving.left(frame);
    },
    async personChanged() {
      const old = surfaces.all().flatMap((surface) => surface.frame() ?? []);
      visit.end();
      // The frames say so themselves at once, and then go for good: the next person gets others.
      draw();
      move({ ...context, generation: options.nextGeneration() });
      await Promise.all(old.map(leaving.untilGone));
    },
    shows: () => shownByPage(context),
    redraw: draw,
    revalidate,
    command(command, frame) {
      const surface = surfaces.heldBy(frame);
      if (!surface) return false;
      follow(command, surface);
      return true;
    },
    isEmpty: () => context.frames.length === 0 && surfaces.inPanel() === null,
  };
}
