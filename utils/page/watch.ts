import { isConnected, isInside } from './dom.ts';
import type { Told } from './doubt-event.ts';
import { type Looker, NOBODY } from './look.ts';
import { changeUnheard } from './own-change.ts';
import type { PageIndex } from './page-index.ts';
import { inEachFrame, runIn } from './schedule.ts';
import { type Settling, settle, unsettled } from './settle.ts';
import { type Sighting, sameSighting } from './sighting.ts';
import { framesThatCameIn, silentFrames } from './silent-frames.ts';

/** While nothing that matters changes, a page is read whole at most this often (milliseconds). */
const QUIET_INTERVAL_MS = 100;
/** A look that took long is repeated only after so many times as long, so that the page keeps nearly all its time. */
const REST_PER_LOOK = 20;
/** Above so many mutations in one batch, one whole reading is cheaper than asking each what it touches. */
const MANY_MUTATIONS = 500;
/** After a look that took too long, the page gets so much time (milliseconds) for itself. */
const RETRY_MS = 100;
/** What no observer tells (a style sheet changed by script, a frame that fills) is seen after this time, while the tab is. */
const UNTOLD_MS = 1_000;
/** What changes a page without changing its document: a click on a CSS-only tab, a transition that ends. */
const EVENTS = ['click', 'change', 'toggle', 'transitionend', 'animationend', 'resize'];

export type PageWatch = {
  /** Looks now and says what the frame shows at this very moment. */
  readonly lookNow: () => void;
  /** Looks now, without hurry: whether the frame still shows what it said last. */
  readonly isStillTrue: () => boolean;
  /** Makes a change of ours to the style of the root: that is nothing the page has done. Looks in the next frame. */
  readonly unheard: (change: () => void) => void;
  /** A frame right below has said what it shows, or may show somebody who has not been read yet. */
  readonly told: (frame: Element, what: Told) => void;
  readonly stop: () => void;
};

export type Watched = {
  readonly document: Document;
  readonly index: PageIndex;
  /** Reads the frame. */
  readonly look: Looker;
  /** Called with each new sighting; with doubt (`unsettled`) synchronously. */
  readonly say: (sighting: Sighting) => void;
  /** Called with the hosts of frames that nobody can read, whenever they have changed. */
  readonly note: (unread: readonly string[]) => void;
  /** Called with each batch of mutations, before anything is read. */
  readonly onMutations: (records: readonly MutationRecord[]) => void;
  /** Called when something has happened that may change what is seen without a mutation. */
  readonly onUntold: () => void;
  /** Called when this frame, and every frame in it, has said what it shows; and when that is no longer so. */
  readonly tellAbove: (what: Told) => void;
};

/** `observe` adds an open shadow root to what is watched: each frame has one observer. */
export type Watching = PageWatch & { readonly observe: (root: Document | ShadowRoot) => void };

/**
 * Watches one frame with one observer. A change in what the current sighting rests on, or in where NHS numbers stand,
 * and a frame that comes in, are read at once, inside the observer's callback; any other change leads to a reading in a
 * later frame, at most every 100 ms. Values of fields, which no observer tells, are compared in each animation frame
 * while a claim rests on them.
 */
export function watchPage(watched: Watched): Watching {
  const { document, index, look, say, note } = watched;
  let state: Settling = unsettled;
  let [last, lastLook, lookTook] = [NOBODY, 0, 0];
  let next: { readonly due: number; readonly cancel: () => void } | null = null;
  let stopComparing: (() => void) | null = null;
  let hasSaid = false;
  const [silent, listening] = [silentFrames(watched.tellAbove), new AbortController()];

  /** Looks now. Within one frame of the page a second look proves nothing: `confirms` is for looks in a later one. */
  function lookNow(confirms: boolean, isUnhurried = confirms): void {
    // Nobody is claimed from a page that is only half read.
    if (!index.goOn() && state.sighting.kind === 'unsettled') {
      lookIn(0);
      return;
    }
    const started = performance.now();
    const found = look(isUnhurried);
    lastLook = performance.now();
    lookTook = lastLook - started;
    if (!found) {
      failed(confirms);
      return;
    }
    noteUnread(found.unread ?? []);
    last = found;
    const silentFor = silent.silentFor(index.frames(), lastLook);
    if (silentFor > 0 && last.reading.kind === 'patient') hold();
    else settleOn(confirms);
    if (silentFor > 0) lookIn(silentFor);
    silent.tellAbove(hasSaid);
  }

  function isStillTrue(): boolean {
    lookNow(false, true);
    return state.sighting.kind !== 'unsettled';
  }

  function settleOn(confirms: boolean): void {
    const before = state.sighting;
    if (!confirms && state.candidate && sameSighting(state.candidate.reading, last.reading)) {
      lookIn(0);
      return;
    }
    next?.cancel();
    next = null;
    const step = settle(state, last.reading, lastLook);
    state = step.state;
    if (step.lookAgainIn !== null) lookIn(step.lookAgainIn);
    else if (mayChangeUntold()) lookIn(UNTOLD_MS);
    compareValues();
    // Whoever may stand here is doubt in the tab from the first look on, and not only once they are sure.
    const isFirstDoubt = !hasSaid && last.reading.kind !== 'none';
    if (isFirstDoubt || !sameSighting(before, state.sighting)) tell();
  }

  function tell(): void {
    hasSaid = true;
    say(state.sighting);
  }

  /** A frame in the page has not said yet whom it shows: nobody is claimed until it has, or is silent for too long. */
  function hold(): void {
    const stood = state.sighting.kind !== 'unsettled';
    state = { ...state, sighting: { kind: 'unsettled' }, candidate: null };
    if (stood || !hasSaid) tell();
  }

  function told(frame: Element, what: Told): void {
    silent.told(frame, what);
    if (what === 'silent' || silent.areAwaited()) lookNow(false);
  }

  /**
   * Somebody is claimed, or somebody stands here who cannot be seen just now, or a frame may get another document: what
   * its address answers changes nothing around it, and Firefox tells of no frame whose address has refused it.
   */
  function mayChangeUntold(): boolean {
    const stands = index.places().length + index.frames().length > 0;
    return state.sighting.kind !== 'none' || index.isAwaiting() || stands;
  }

  function noteUnread(unread: readonly string[]): void {
    if (unread.join() !== (last.unread ?? []).join()) note(unread);
  }

  /** A look that took too long. What stands may stay only if nothing it rests on has been touched. */
  function failed(isUntouched: boolean): void {
    lookIn(RETRY_MS);
    if (isUntouched || state.sighting.kind === 'unsettled') return;
    state = { ...state, sighting: { kind: 'unsettled' }, candidate: null };
    tell();
  }

  function lookAgain(): void {
    next = null;
    lookNow(true);
  }

  /** Looks after `delay` ms, or in the next frame; a look that is due sooner takes the place of a later one. */
  function lookIn(delay: number): void {
    // A hidden tab is looked at when it is seen again, or when it changes.
    if (delay >= UNTOLD_MS && document.visibilityState === 'hidden') return;
    const due = performance.now() + Math.max(delay, 0);
    if (next && next.due <= due) return;
    next?.cancel();
    next = { due, cancel: runIn(delay, lookAgain) };
  }

  function lookSoon(): void {
    if (state.candidate) lookIn(0);
    else lookIn(Math.max(QUIET_INTERVAL_MS, lookTook * REST_PER_LOOK) - (performance.now() - lastLook));
  }

  function compareValues(): void {
    stopComparing?.();
    stopComparing = null;
    const fields = (last.fields ?? []).map((field) => ({ field, value: field.value }));
    if (fields.length === 0) return;
    stopComparing = inEachFrame(() => {
      if (fields.some(({ field, value }) => field.value !== value)) lookNow(false);
    });
  }

  function onMutations(records: readonly MutationRecord[]): void {
    watched.onMutations(records);
    const before = index.frames();
    const places = index.take(records);
    const cameIn = framesThatCameIn(before, index.frames(), records);
    for (const frame of cameIn) silent.told(frame, 'silent');
    if (places || cameIn.length > 0 || touches(records, last.restsOn)) lookNow(false);
    else lookSoon();
  }

  function onUntold(): void {
    lookIn(0);
    watched.onUntold();
  }

  function observe(root: Document | ShadowRoot): void {
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function stop(): void {
    observer.disconnect();
    listening.abort();
    next?.cancel();
    stopComparing?.();
  }

  const observer = new MutationObserver(onMutations);
  const unheard = (change: () => void) => changeUnheard(observer, document, change, onMutations, () => lookIn(0));
  observe(document);
  onUntoldChange(document, listening.signal, onUntold);
  return { observe, lookNow: () => lookNow(false), isStillTrue, unheard, told, stop };
}

function onUntoldChange(document: Document, signal: AbortSignal, run: () => void): void {
  const options = { capture: true, signal };
  for (const name of EVENTS) document.defaultView?.addEventListener(name, run, options);
  document.addEventListener('visibilitychange', run, options);
}

/** Whether a batch of mutations may have changed, hidden or removed one of the elements. */
function touches(records: readonly MutationRecord[], elements: readonly Element[]): boolean {
  if (elements.length === 0) return false;
  if (elements.some((element) => !isConnected(element)) || records.length > MANY_MUTATIONS) return true;
  return records.some(({ target, type }) =>
    elements.some(
      (element) => isInside(target, element) || (type === 'attributes' && isInside(element, target as Element)),
    ),
  );
}
