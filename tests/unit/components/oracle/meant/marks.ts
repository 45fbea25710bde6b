import type { Author } from '../../../../sandbox/plans/plan-intent.ts';
import { day } from './days.ts';

/** The four kinds of having no fact, in their exact words (design, rule 4), as lines are marked (`shown-text.ts`). */
export const NOT_RECORDED = '[notRecorded|Not recorded]';
export const COULD_NOT_BE_READ = '[unreadable|Could not be read]';
export const HIDDEN = '[hidden|Hidden]';
/** Documents have no date for a section that is stated to be empty. */
export const NONE = '[statedNone|None, stated without a date]';

/** Something is not recorded, in words of its own. */
export function notRecorded(words: string): string {
  return `[notRecorded|${words}]`;
}

/** Of a section that is damaged nobody can tell whether more was recorded: either of two words is true. */
export function either(one: string, other: string): string {
  return `⟨${one}‖${other}⟩`;
}

/** Whether a line that is shown is the one that is meant. */
export function isMeant(shown: string | undefined, meant: string | undefined): boolean {
  return shown === meant || ['$1', '$2'].some((word) => meant?.replace(/⟨(.*?)‖(.*?)⟩/g, word) === shown);
}

/** A telephone number to press. All of the sandbox are plain national ones. */
export function phone(number: string): string {
  return `<tel:${number.replaceAll(' ', '')}|${number}>`;
}

/** `Dr Anjali Rao, GP`. */
export function signed({ name, role }: Author): string {
  return `${name}, ${role}`;
}

/** `03-Jun-2026, Dr Anjali Rao, GP, Example Lane Surgery`. */
export function source(date: string | null, author: Author): string {
  return [...(date === null ? [] : [day(date)]), signed(author), author.organisation].join(', ');
}
