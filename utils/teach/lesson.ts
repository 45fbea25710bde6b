import type { Adapter } from '../page/adapter.ts';
import { readWithAdapter } from '../page/read-with-adapter.ts';
import type { Reading } from '../page/sighting.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { DatePick, NamePick, NumberPick } from './candidates.ts';
import type { LessonFrame } from './rebuild.ts';

/** What somebody has pointed at, all in one frame. */
export type Picked = {
  readonly frame: LessonFrame;
  readonly number: NumberPick;
  readonly date: DatePick;
  readonly name: NamePick;
};

/** A page of the lesson, with what somebody has said of it: this patient is open, or nobody is. */
export type LessonPage =
  | {
      readonly kind: 'patient';
      readonly frames: readonly LessonFrame[];
      readonly identity: PatientIdentity;
      /** Left out: Planside has read it, and somebody has said that it is right. */
      readonly picked?: Picked;
    }
  | {
      readonly kind: 'nobody';
      readonly frames: readonly LessonFrame[];
      /** What somebody has pointed at as the mark of such a page; left out: Planside finds one. */
      readonly mark?: Element;
    };

export type PatientPage = Extract<LessonPage, { kind: 'patient' }>;

/** Who stands where somebody has pointed. */
export function identityOf({ number, date, name }: Picked): PatientIdentity {
  return {
    nhsNumber: number.nhsNumber,
    birthDate: date.birthDate,
    familyName: name.familyName,
    givenNames: name.givenNames,
  };
}

/** What an adapter reads in a recorded frame: the real reading, as the page stood. */
export function readFrame(frame: LessonFrame, { framePaths, ...adapter }: Adapter): Reading {
  if (framePaths && !framePaths.some((path) => frame.path.startsWith(path))) return { kind: 'none' };
  return readWithAdapter(frame.document, adapter, frame.index, frame.sight).reading;
}

/** What an adapter reads on a page: whoever its frames agree on. */
export function readLessonPage({ frames }: Pick<LessonPage, 'frames'>, adapter: Adapter): Reading {
  const told = frames.map((frame) => readFrame(frame, adapter)).filter(({ kind }) => kind !== 'none');
  const [first = { kind: 'none' } as const] = told;
  return new Set(told.map((reading) => JSON.stringify(reading))).size > 1 ? { kind: 'several' } : first;
}
