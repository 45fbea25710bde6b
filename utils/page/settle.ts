import { type Reading, type Sighting, sameSighting } from './sighting.ts';

/**
 * How long, in milliseconds, a reading must stand before it is believed when only a part of the identity has changed
 * or a part is missing: the page is then probably between two patients (name first, number later).
 */
export const PARTIAL_CHANGE_MS = 700;

/**
 * How long, in milliseconds, somebody new must stand without a birth date before the page is taken to show none: a
 * banner may still be filling. Nothing is shown without one, so too short a time only asks too early.
 */
export const BIRTH_DATE_MS = 400;

/**
 * How long, in milliseconds, nobody must be open before it is said: most systems empty their banner for a moment
 * between two patients, and “No patient open” should not flash by.
 */
export const NOBODY_MS = 300;

/** Two people's numbers have hardly ever so many of ten digits in common. */
const MOST_ALIKE = 8;

/** The settling of one frame's readings. A value: every step gives a new one. */
export type Settling = {
  /** What this frame says now. */
  readonly sighting: Sighting;
  /** The last patient or nobody that had settled, to tell a part change from a whole one. */
  readonly settled: Reading | null;
  /** The reading that is waiting to be confirmed, and since when. */
  readonly candidate: { readonly reading: Reading; readonly since: number } | null;
  /** Whether something on the way was never confirmed: the page is changing piece by piece, and must come to rest. */
  readonly isRestless: boolean;
};

export const unsettled: Settling = {
  sighting: { kind: 'unsettled' },
  settled: null,
  candidate: null,
  isRestless: false,
};

/**
 * Takes one look into account (docs/clinical-systems.md): a reading that differs from what is said now is doubt at once,
 * and becomes the sighting only when a later look, in another frame of the page, agrees with it.
 *
 * @param now milliseconds, of any clock that only goes forward
 * @returns the new state; `lookAgainIn` says after how many milliseconds another look is due (0: in the next frame),
 *   or `null` if nothing is pending
 */
export function settle(
  state: Settling,
  reading: Reading,
  now: number,
): { readonly state: Settling; readonly lookAgainIn: number | null } {
  if (sameSighting(state.sighting, reading)) {
    return { state: { ...state, candidate: null, isRestless: false }, lookAgainIn: null };
  }
  if (!state.candidate || !sameSighting(state.candidate.reading, reading)) {
    const candidate = { reading, since: now };
    const isRestless = state.isRestless || isPiecemeal(state.candidate?.reading);
    return { state: { ...state, sighting: { kind: 'unsettled' }, candidate, isRestless }, lookAgainIn: 0 };
  }
  const settled = reading.kind === 'patient' || reading.kind === 'none' ? reading : state.settled;
  const due = dueAfter(state, reading);
  const waited = now - state.candidate.since;
  if (waited < due) {
    // Two looks have seen the banner empty: whoever comes next is somebody new, in whatever they resemble the last.
    const emptied = reading.kind === 'none' ? { ...state, settled, isRestless: false } : state;
    return { state: emptied, lookAgainIn: due - waited };
  }
  return { state: { sighting: reading, settled, candidate: null, isRestless: false }, lookAgainIn: null };
}

/** Somebody, or a number that fails its check, that gave way to something else before it was confirmed. */
function isPiecemeal(reading: Reading | undefined): boolean {
  return reading?.kind === 'patient' || (reading?.kind === 'unreadable' && reading.cause === 'nhsNumberInvalid');
}

function dueAfter({ settled: before, isRestless }: Settling, after: Reading): number {
  if (after.kind === 'none') return before === null ? 0 : NOBODY_MS;
  if (isRestless || !isWhole(before, after)) return PARTIAL_CHANGE_MS;
  return after.kind === 'patient' && after.identity.birthDate === null ? BIRTH_DATE_MS : 0;
}

/**
 * Whether a reading is all of one piece: nobody, or a person who shares neither number nor name nor birth date with
 * the one before. Anything else may be half of one person and half of another, or a banner that is still filling.
 */
function isWhole(before: Reading | null, after: Reading): boolean {
  if (after.kind === 'unreadable' || after.kind === 'several') return false;
  if (before?.kind !== 'patient' || after.kind !== 'patient') return true;
  const [one, other] = [before.identity, after.identity];
  const sameName = one.familyName === other.familyName && one.givenNames === other.givenNames;
  const sameNumber = one.nhsNumber === other.nhsNumber;
  if (!sameNumber && isNearly(one.nhsNumber, other.nhsNumber)) return false;
  const same = [sameNumber, sameName, one.birthDate === other.birthDate];
  return same.every((item) => item === same[0]);
}

/** Most digits in their places: a number that is being overwritten digit by digit, though each step may be a valid one. */
function isNearly(one: string, other: string): boolean {
  return [...one].filter((digit, place) => digit === other[place]).length >= MOST_ALIKE;
}
