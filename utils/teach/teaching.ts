import type { Adapter } from '../page/adapter.ts';
import type { Reading } from '../page/sighting.ts';
import { sameIdentity } from '../page/sighting.ts';
import { dateAt, type NamePick, nameAt, numberAt, partsAt, wholeNameAt } from './candidates.ts';
import { identityOf, type LessonPage, type PatientPage, type Picked } from './lesson.ts';
import type { SeenFrame } from './lesson-tab.ts';
import { markAt } from './list-marks.ts';
import { type Written, writeAdapter } from './write-adapter.ts';

/** What is being pointed at; the name may stand in two places, and a page without anybody may have a mark. */
export type Asked = 'number' | 'date' | 'name' | 'family' | 'given' | 'list';

/** Elements that were pointed at, by their names in their frame's recordings. */
type Pointed = {
  readonly frameId: number;
  readonly number: number;
  readonly date?: number;
  readonly family?: number;
};

/** Where somebody stands who teaches a system. A value: every step gives a new one. */
export type Teaching = {
  /** Pages somebody has judged. */
  readonly pages: readonly LessonPage[];
  /** The page that was pointed at, until somebody says that it is read rightly. */
  readonly draft: PatientPage | null;
  readonly asks: Asked | null;
  readonly pointed: Pointed | null;
  /** What was pointed at last was none. */
  readonly missed: boolean;
  readonly written: Written | null;
};

export const BEGUN: Teaching = {
  pages: [],
  draft: null,
  asks: 'number',
  pointed: null,
  missed: false,
  written: null,
};

export type Frames = ReadonlyMap<number, SeenFrame>;

/** Somebody has pointed at an element. */
export function point(teaching: Teaching, id: string, frames: Frames, frameId: number, elementId: number): Teaching {
  const seen = frames.get(frameId);
  const element = seen?.frame.elementOf(elementId);
  const missed = { ...teaching, missed: true };
  if (!seen || !element || teaching.asks === null) return missed;
  const { frame } = seen;
  const { asks, pointed } = teaching;
  if (asks === 'list') {
    const mark = markAt(element, pagesOf(teaching));
    return mark ? keepNobody(teaching, id, frames, mark) : missed;
  }
  if (asks === 'number') {
    const pick = numberAt(frame, element);
    const number = pick && frame.idOf(pick.element);
    return number === null ? missed : { ...teaching, missed: false, asks: 'date', pointed: { frameId, number } };
  }
  if (!pointed || pointed.frameId !== frameId) return missed;
  if (asks === 'date') {
    const pick = dateAt(frame, element);
    const date = pick && frame.idOf(pick.element);
    return date === null ? missed : { ...teaching, missed: false, asks: 'name', pointed: { ...pointed, date } };
  }
  if (asks === 'family') {
    return nameAt(frame, element)
      ? { ...teaching, missed: false, asks: 'given', pointed: { ...pointed, family: elementId } }
      : missed;
  }
  const family = pointed.family === undefined ? null : frame.elementOf(pointed.family);
  const name = asks === 'name' ? wholeNameAt(frame, element) : family && partsAt(frame, family, element);
  return name ? withName(teaching, id, frames, name) : missed;
}

/** All three are known: the page is a page of the lesson, and an adapter can be written. */
export function withName(teaching: Teaching, id: string, frames: Frames, name: NamePick): Teaching {
  const { pointed } = teaching;
  const seen = pointed && frames.get(pointed.frameId);
  const missed = { ...teaching, missed: true };
  if (!pointed || !seen || pointed.date === undefined) return missed;
  const { frame } = seen;
  const [one, other] = [frame.elementOf(pointed.number), frame.elementOf(pointed.date)];
  const [number, date] = [one && numberAt(frame, one), other && dateAt(frame, other)];
  if (!number || !date) return { ...missed, asks: 'number', pointed: null };
  const picked: Picked = { frame, number, date, name };
  const draft: PatientPage = { kind: 'patient', frames: framesOf(frames), identity: identityOf(picked), picked };
  return rewritten({ ...teaching, draft, asks: null, missed: false }, id);
}

/** Begins again with the number, on the page that is open now; what was judged stays. */
export function pointAgain(teaching: Teaching): Teaching {
  return { ...teaching, draft: null, asks: 'number', pointed: null, missed: false };
}

/** @param asks `null`: for nothing more */
export function askFor(teaching: Teaching, asks: Asked | null): Teaching {
  return { ...teaching, asks, missed: false };
}

/** The document that was pointed at has gone. */
export function leftFrame(teaching: Teaching, frameId: number): Teaching {
  if (teaching.asks === 'list') return askFor(teaching, null);
  return teaching.asks !== null && teaching.pointed?.frameId === frameId
    ? { ...teaching, asks: 'number', pointed: null, missed: false }
    : teaching;
}

/** Somebody says that what Planside reads now is right. */
export function keepPatient(teaching: Teaching, id: string, frames: Frames): Teaching {
  const reading = readNow(frames);
  if (reading.kind !== 'patient') return teaching;
  const { draft } = teaching;
  const isDraft = draft !== null && sameIdentity(draft.identity, reading.identity);
  const page: PatientPage = isDraft ? draft : { kind: 'patient', frames: framesOf(frames), identity: reading.identity };
  return rewritten({ ...teaching, draft: null, pages: [...teaching.pages, page] }, id);
}

/** Somebody says that nobody is open on the page that is there now, and may have pointed at what marks it. */
export function keepNobody(teaching: Teaching, id: string, frames: Frames, mark?: Element): Teaching {
  if (frames.size === 0) return teaching;
  const page: LessonPage = { kind: 'nobody', frames: framesOf(frames), ...(mark ? { mark } : {}) };
  return rewritten({ ...teaching, asks: null, missed: false, draft: null, pages: [...teaching.pages, page] }, id);
}

export function forgetPage(teaching: Teaching, id: string, at: number): Teaching {
  const left = rewritten({ ...teaching, pages: teaching.pages.filter((_, place) => place !== at) }, id);
  return left.written === null ? { ...BEGUN, pages: left.pages } : left;
}

/** What all frames agree on now, by the adapter as far as there is one. */
export function readNow(frames: Frames, by: 'reads' | 'standard' = 'reads'): Reading {
  const told = [...frames.values()].map((seen) => seen[by]).filter(({ kind }) => kind !== 'none');
  const [first = { kind: 'none' } as const] = told;
  return new Set(told.map((reading) => JSON.stringify(reading))).size > 1 ? { kind: 'several' } : first;
}

export function adapterOf({ written }: Teaching): Adapter | null {
  return written?.kind === 'written' ? written.adapter : null;
}

/** Pages that were judged, and the one that is being pointed at. */
export function pagesOf({ pages, draft }: Teaching): LessonPage[] {
  return [...pages, ...(draft ? [draft] : [])];
}

function rewritten(teaching: Teaching, id: string): Teaching {
  const pages = pagesOf(teaching);
  const isPointed = pages.some((page) => page.kind === 'patient' && page.picked);
  return { ...teaching, written: isPointed ? writeAdapter(id, pages) : null };
}

function framesOf(frames: Frames): SeenFrame['frame'][] {
  return [...frames.values()].map(({ frame }) => frame);
}
