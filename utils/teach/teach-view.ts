import type { Adapter } from '../page/adapter.ts';
import type { UnreadableCause } from '../page/sighting.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import {
  type DatePick,
  datePicks,
  type NamePick,
  type NumberPick,
  namePicks,
  numberAt,
  numberPicks,
  textOf,
} from './candidates.ts';
import type { SeenFrame, TabState } from './lesson-tab.ts';
import { markPicks } from './list-marks.ts';
import type { LessonFrame } from './rebuild.ts';
import { type Asked, adapterOf, type Frames, pagesOf, readNow, type Teaching } from './teaching.ts';
import { isReadRightly, type Warning, warningsOf } from './warnings.ts';
import type { Written } from './write-adapter.ts';

/** One thing that may be pointed at, as a button; `elements` are shown in the page while it has the focus. */
export type Choice = {
  readonly frameId: number;
  readonly elements: readonly number[];
  readonly text: string;
};

/** What is read on the page that is open now. */
export type ReadNow =
  | { readonly kind: 'patient'; readonly identity: PatientIdentity }
  | { readonly kind: 'nobody' }
  /** Between two pages: nothing is known of the next one yet, and nothing can be said of it. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'several' }
  | { readonly kind: 'unreadable'; readonly cause: UnreadableCause };

/** A page somebody has judged, and whether the adapter reads it so. */
export type JudgedPage = { readonly who: PatientIdentity | null; readonly right: boolean };

/** What is missing before the adapter may be saved. */
export type Missing = 'patients' | 'nobody' | 'rightPages';

/** Everything the teaching page shows. */
export type TeachView =
  | { readonly kind: Exclude<TabState, 'filling' | 'there'> }
  /** Somebody has hidden everything; nothing of anybody stands here. */
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'pick';
      readonly asks: Asked;
      readonly choices: readonly Choice[];
      /** What the page shows is not all known yet; there is no choice until it is. */
      readonly isLoading: boolean;
      readonly isPointing: boolean;
      readonly missed: boolean;
      readonly judged: readonly JudgedPage[];
    }
  | {
      readonly kind: 'look';
      readonly reads: ReadNow;
      /** Why there is no adapter; left out: there is one. */
      readonly notFound?: Extract<Written, { kind: 'notFound' }>['what'];
      readonly warnings: readonly Warning[];
      readonly judged: readonly JudgedPage[];
      readonly missing: readonly Missing[];
    };

const ENOUGH_PATIENTS = 2;

/** What the teaching page shows now. */
export function teachView(teaching: Teaching, tab: TabState, frames: Frames, isPointing: boolean): TeachView {
  const isFilling = tab === 'filling';
  if (!isFilling && tab !== 'there') return { kind: tab };
  const judged = judgedPages(teaching);
  const { asks, missed, written } = teaching;
  if (asks !== null) {
    // What is asked for after the number stands in a frame that is known.
    const isLoading = isFilling && (asks === 'number' || asks === 'list');
    const choices = isLoading ? [] : choicesFor(teaching, frames);
    return { kind: 'pick', asks, choices, isLoading, isPointing, missed, judged };
  }
  const adapter = adapterOf(teaching);
  return {
    kind: 'look',
    reads: readsNow(adapter, frames, isFilling),
    ...(written?.kind === 'notFound' ? { notFound: written.what } : {}),
    warnings: adapter ? warningsOf(adapter, frames, pagesOf(teaching)) : [],
    judged,
    missing: missingOf(judged),
  };
}

function readsNow(adapter: Adapter | null, frames: Frames, isFilling: boolean): ReadNow {
  const reading = readNow(frames);
  if (adapter && reading.kind !== 'none') return reading;
  return { kind: isFilling || frames.size === 0 ? 'loading' : 'nobody' };
}

function judgedPages(teaching: Teaching): JudgedPage[] {
  const adapter = adapterOf(teaching);
  return teaching.pages.map((page) => ({
    who: page.kind === 'patient' ? page.identity : null,
    right: adapter !== null && isReadRightly(page, adapter),
  }));
}

/** Two different patients and a page without anybody, all of them read rightly. */
function missingOf(judged: readonly JudgedPage[]): Missing[] {
  const people = new Set(judged.flatMap(({ who }) => who?.nhsNumber ?? []));
  return [
    ...(people.size < ENOUGH_PATIENTS ? (['patients'] as const) : []),
    ...(judged.every(({ who }) => who !== null) ? (['nobody'] as const) : []),
    ...(judged.some(({ right }) => !right) ? (['rightPages'] as const) : []),
  ];
}

/** What stands on the page that may be meant; after the number only in the frame in which it stands. */
function choicesFor(teaching: Teaching, frames: Frames): Choice[] {
  const { asks, pointed } = teaching;
  if (asks === 'list') return [...frames].flatMap(([frameId, { frame }]) => marks(frameId, frame, teaching));
  if (asks === 'number') {
    const found = [...frames].map(([frameId, seen]) => ({ frameId, seen, picks: numberPicks(seen.frame) }));
    // Beside an open record there may be a list, in a frame of its own.
    return [false, true].flatMap((listed) =>
      found.flatMap(({ frameId, seen, picks }) =>
        choices(
          frameId,
          seen,
          picks.filter(({ isListed }) => isListed === listed),
        ),
      ),
    );
  }
  const seen = pointed && frames.get(pointed.frameId);
  const element = seen?.frame.elementOf(pointed?.number ?? 0);
  const number = seen && element && numberAt(seen.frame, element);
  if (!seen || !pointed || !number) return [];
  const { frame } = seen;
  if (asks === 'date') return choices(pointed.frameId, seen, datePicks(frame, number.element));
  const names = namePicks(frame, number.element);
  return asks === 'name' ? choices(pointed.frameId, seen, names) : [];
}

function marks(frameId: number, frame: LessonFrame, teaching: Teaching): Choice[] {
  return markPicks(frame, pagesOf(teaching)).flatMap(({ element, text }) => {
    const id = frame.idOf(element);
    return id === null ? [] : [{ frameId, elements: [id], text }];
  });
}

function choices(
  frameId: number,
  { frame }: SeenFrame,
  picks: readonly (NumberPick | DatePick | NamePick)[],
): Choice[] {
  return picks.flatMap((pick) => {
    const elements = 'element' in pick ? [pick.element] : Object.values(pick.elements);
    const ids = elements.flatMap((element) => frame.idOf(element) ?? []);
    const text = elements.map((element) => textOf(frame, element)).join(', ');
    return ids.length === elements.length ? [{ frameId, elements: ids, text }] : [];
  });
}
