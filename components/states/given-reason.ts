import type { AccessReason } from '../../utils/view/view.ts';
import type { Words } from '../words/words.ts';

/** Longest note, in characters: what the background takes. */
export const MOST_WORDS = 500;

/** What has been chosen and typed so far. */
export type Typed = { readonly reason: AccessReason | null; readonly words: string };

export type Checked =
  | { readonly reason: AccessReason; readonly words: string }
  /** The sentence to show. */
  | { readonly wrong: keyof Words['REASON']['wrong'] };

/** Whether a reason counts only with a note: somebody who has agreed can be asked about it, the others cannot. */
export function needsWords(reason: AccessReason): boolean {
  return reason !== 'permission';
}

/** In: what was chosen and typed. Out: a reason that can be sent, never without words, or what is wrong with it. */
export function checkReason({ reason, words }: Typed, { REASON }: Pick<Words, 'REASON'>): Checked {
  if (reason === null) return { wrong: 'noReason' };
  const said = words.trim();
  if (said.length > MOST_WORDS) return { wrong: 'tooLong' };
  if (said !== '') return { reason, words: said };
  return needsWords(reason) ? { wrong: 'noWords' } : { reason, words: REASON.choice[reason].label };
}
