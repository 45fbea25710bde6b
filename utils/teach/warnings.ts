import type { Adapter } from '../page/adapter.ts';
import { findAll } from '../page/dom.ts';
import { sameIdentity } from '../page/sighting.ts';
import { textOf } from './candidates.ts';
import { type LessonPage, readLessonPage } from './lesson.ts';
import type { LessonFrame } from './rebuild.ts';
import { type Frames, readNow } from './teaching.ts';
import { datesIn, isAmbiguous, numbersIn } from './values.ts';
import { readsExactly } from './write-adapter.ts';

/** Where two readings are possible, or one is not what it should be. */
export type Warning =
  /** The standard reading names somebody else here, or names them otherwise. */
  | 'standardDiffers'
  /** What Planside refuses everywhere stands around the place: a list, a step before a record opens. */
  | 'refused'
  /** The place is there more than once. */
  | 'severalPlaces'
  /** Another NHS number stands in the same part of the page. */
  | 'otherNumber'
  /** Every date of the lesson may be read with the month first as well. */
  | 'dateOrder';

/** Whether the page of the lesson is read as somebody has said. */
export function isReadRightly(page: LessonPage, adapter: Adapter): boolean {
  return page.kind === 'patient' ? readsExactly(page, adapter) : readLessonPage(page, adapter).kind !== 'patient';
}

/** What may go wrong with an adapter on the page that is open now, and on those before. */
export function warningsOf(adapter: Adapter, frames: Frames, pages: readonly LessonPage[]): Warning[] {
  const now = readNow(frames);
  const standard = readNow(frames, 'standard');
  const recorded = [...frames.values()].map(({ frame }) => frame);
  const alone = readLessonPage({ frames: recorded }, adapter);
  const differs =
    now.kind === 'patient' && standard.kind === 'patient' && !sameIdentity(now.identity, standard.identity);
  const number = now.kind === 'patient' ? now.identity.nhsNumber : null;
  return [
    ...(differs ? (['standardDiffers'] as const) : []),
    ...(alone.kind === 'patient' && now.kind !== 'patient' ? (['refused'] as const) : []),
    ...(alone.kind === 'several' ? (['severalPlaces'] as const) : []),
    ...(recorded.some((frame) => hasOtherNumber(frame, adapter, number)) ? (['otherNumber'] as const) : []),
    ...(isOrderOpen(adapter, pages) ? (['dateOrder'] as const) : []),
  ];
}

function regionsIn(frame: LessonFrame, { region }: Adapter): Element[] {
  return frame.index.roots().flatMap((root) => findAll(root, region).filter(frame.sight.seesElement));
}

function hasOtherNumber(frame: LessonFrame, adapter: Adapter, number: string | null): boolean {
  if (number === null) return false;
  const texts = regionsIn(frame, adapter).flatMap((region) => frame.reader.piecesIn(region) ?? []);
  return texts.some(({ text }) => numbersIn(text).some(({ nhsNumber }) => nhsNumber !== number));
}

/** Whether no birth date of the lesson says whether day or month comes first. */
function isOrderOpen({ fields }: Adapter, pages: readonly LessonPage[]): boolean {
  const picked = pages.flatMap((page) => (page.kind === 'patient' && page.picked ? [page.picked] : []));
  const dates = picked.flatMap(({ frame, date }) => datesIn(textOf(frame, date.element)).slice(0, 1));
  const known = pages.flatMap((page) => (page.kind === 'patient' ? [page.identity.birthDate] : []));
  const isInDigits = dates.length > 0 && dates.every(({ text }) => isAmbiguous(text));
  return isInDigits && fields.birthDate.order !== undefined && known.every((date) => Number(date?.slice(8)) <= 12);
}
