import { createContext } from 'preact';
import type { CopyOf } from '../utils/view/view.ts';

/** What came of it; `notKept`: it could not be put on record, under this helpdesk code, and so nothing has left. */
export type Taken = 'taken' | 'notTaken' | { readonly notKept: string };

/** The ways out of the sidebar for something of a plan; each puts it on record first (S10). */
export type TakeOut = {
  /** @param text is asked once it is on record: what stands on the screen then; `null`: nothing of it any more */
  readonly copy: (of: CopyOf, text: () => string | null) => Promise<Taken>;
  /** Opens the print dialog. @param isDrawn whether what is to be printed stands there */
  readonly print: (isDrawn: () => boolean) => Promise<Taken>;
};

/** `null`: nothing can be taken out where this is drawn, and there are no buttons for it. */
export const TakingOut = createContext<TakeOut | null>(null);
