import type { Place } from '../../../utils/page/place.ts';
import type { SignedInAs, View, Wait } from '../../../utils/view/view.ts';

/** Whatever is drawn alone, to be looked at. */
export type Told = {
  /** Hyphen-case, also the name of its picture. */
  readonly id: string;
  readonly title: string;
  /** What somebody presses once it is drawn, one after the other: selectors. */
  readonly presses?: readonly string[];
};

/** One state of the sidebar, as a picture book and the unit tests see it. */
export type Story = Told & {
  readonly view: View;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where it stands in a page; left out: as the panel draws it, which cannot be moved. */
  readonly place?: Place;
  /** Drawn as it is printed. */
  readonly isOnPaper?: true;
};

/** The day of the drawing: 22 November 2026, 14:32 in London. */
export const NOW = Date.UTC(2026, 10, 22, 14, 32);

/** Just long enough for what is done to be said. */
export const WAITED_A_SECOND: Wait = { since: NOW - 1_000, until: NOW + 17_500 };
/** Long enough for the time that is left to be said. */
export const WAITED_LONG: Wait = { since: NOW - 5_000, until: NOW + 14_900 };

export const SERVICE = 'Example Plan Service';
export const SAM: SignedInAs = { name: 'Sam Patel', role: 'GP', organisation: 'Example Lane Surgery' };
export const GRACE: SignedInAs = { name: 'Grace Mensah', role: 'Care assistant', organisation: 'Willow House' };

/** As long as they come, and in several roles. */
export const LONG_SESSION: SignedInAs = {
  name: 'Oluwaseun Adebayo-Fitzwilliam-Hetherington',
  role: 'Advanced clinical practitioner, out-of-hours urgent care',
  organisation: 'Example Integrated Urgent Care',
  canSwitch: true,
};

/** A story at the time of the drawing. */
export function story(id: string, title: string, view: View): Story {
  return { id, title, view, now: NOW };
}
