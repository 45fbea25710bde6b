import type { PatientIdentity } from '../patient/patient-identity.ts';

/** Why a page that should show a patient cannot be read. */
export type UnreadableCause =
  | 'pageChanged'
  /** What the page declares and what it shows are not the same. */
  | 'declarationDiffers'
  | 'declarationUnreadable'
  | 'nhsNumberInvalid'
  | 'birthDateUnreadable'
  | 'incomplete'
  /** More than can be read without keeping the page waiting. */
  | 'tooMuch'
  /** Most of the page is a frame of an origin that is not enabled. */
  | 'frameNotEnabled'
  /** A hub has somebody open, and nobody can say who: no page says it. */
  | 'hubUnusable';

/** How somebody was opened where no page of a clinical system shows them: by hand, or by a hub that the panel follows. */
export type OpenedBy = 'search' | 'residents' | 'hub';

/** What one look at one frame finds. */
export type Reading =
  /** `openedBy`: not by a page, but in Planside's own; left out: a page shows them. No page can say it (`message-schemas.ts`). */
  | { readonly kind: 'patient'; readonly identity: PatientIdentity; readonly openedBy?: OpenedBy }
  /** Two identity regions that name different people. */
  | { readonly kind: 'several' }
  /** Nobody's record is open here. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly cause: UnreadableCause };

/** What one frame shows now, as it tells the background: a reading, or that the reading is still changing. */
export type Sighting = Reading | { readonly kind: 'unsettled' };

/** Whether two sightings say the same about the same person. */
export function sameSighting(one: Sighting, other: Sighting): boolean {
  if (one.kind === 'patient' && other.kind === 'patient') {
    return one.openedBy === other.openedBy && sameIdentity(one.identity, other.identity);
  }
  if (one.kind === 'unreadable' && other.kind === 'unreadable') return one.cause === other.cause;
  return one.kind === other.kind;
}

/** Whether two identities are the same in every part; anything less is another sighting. */
export function sameIdentity(one: PatientIdentity, other: PatientIdentity): boolean {
  return (
    one.nhsNumber === other.nhsNumber &&
    one.birthDate === other.birthDate &&
    one.familyName === other.familyName &&
    one.givenNames === other.givenNames
  );
}
