import type { AccessReason } from '../access/reasons.ts';
import type { Place } from '../page/place.ts';

/** What is copied of a plan by a button: the summary for the notes, or one telephone number. */
export type CopyOf = 'summary' | 'number';

/** What the person at the screen can ask for from within the sidebar. No command names a patient. */
export type SidebarCommand =
  | { readonly do: 'signIn' }
  | { readonly do: 'signOut' }
  | { readonly do: 'lock' }
  /** `index`: place in the list of roles that was shown. */
  | { readonly do: 'chooseRole'; readonly index: number }
  | { readonly do: 'switchRole' }
  | { readonly do: 'giveReason'; readonly reason: AccessReason; readonly words: string }
  /** Somebody has copied what they had selected, or is printing the page themselves. */
  | { readonly do: 'copied' }
  | { readonly do: 'printed' }
  /** Something is to be copied or printed once that is on record; `ask` comes back with the answer. */
  | { readonly do: 'copy'; readonly of: CopyOf; readonly ask: number }
  | { readonly do: 'print'; readonly ask: number }
  /** Whom the panel follows from now on. */
  | { readonly do: 'follow'; readonly what: 'page' | 'hub' }
  /** Opens the page in which a person is found by NHS number and birth date. */
  | { readonly do: 'find' }
  /** The browser has just been told that Planside may reach the pages of this origin. */
  | { readonly do: 'enableHere'; readonly origin: string }
  /** Opens the page on which the helpdesk sees how Planside is on this computer. */
  | { readonly do: 'health' }
  /** Opens the page on which Planside is taught to read this clinical system. */
  | { readonly do: 'teach'; readonly system: string }
  /** Hides everything on all surfaces, and shows it again; nobody is signed out. */
  | { readonly do: 'hideNow' }
  | { readonly do: 'showAgain' }
  | { readonly do: 'retry' }
  /** Whatever is being waited for in this frame is not to be waited for any longer. */
  | { readonly do: 'cancel' }
  /** Ask the service again, quietly: the panel has been looked at again, or has been open for some time. */
  | { readonly do: 'revalidate' }
  | { readonly do: 'confirmBirthDate'; readonly birthDate: string }
  /** From now on the sidebar stands here in the pages of this clinical system. */
  | { readonly do: 'arrange'; readonly place: Place };
