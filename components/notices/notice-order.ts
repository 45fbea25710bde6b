import type { Notice } from '../../utils/view/view.ts';

/** From the most dangerous to the least: what makes the whole plan doubtful, then parts of it, then what to know. */
const ORDER: Record<Notice['kind'], number> = {
  savedCopy: 0,
  expired: 1,
  overdue: 2,
  notCheckedSince: 3,
  severalCurrent: 4,
  contradiction: 5,
  unreadableParts: 6,
  unknownSections: 7,
  otherKind: 8,
  datedInFuture: 9,
  clockWrong: 10,
  newerVersion: 11,
  changed: 12,
  givenNameDiffers: 13,
  draftNewer: 14,
  emergencyAccess: 15,
  restricted: 16,
  testPatient: 17,
};

/** Under these the plan, or what is known of it, may no longer hold. */
const STOPS: ReadonlySet<Notice['kind']> = new Set(['savedCopy', 'expired', 'overdue', 'notCheckedSince']);

/** The notices as they stand on the screen and are announced. */
export function inOrder(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted((one, other) => ORDER[one.kind] - ORDER[other.kind]);
}

/** Red for what may no longer hold; the others are amber. */
export function toneOf({ kind }: Notice): 'stop' | undefined {
  return STOPS.has(kind) ? 'stop' : undefined;
}
