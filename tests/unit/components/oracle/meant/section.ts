import type { SectionTitle } from '../../../../sandbox/plans/section-titles.ts';
import { COULD_NOT_BE_READ, NOT_RECORDED } from './marks.ts';
import type { MeantPlan } from './meant-plan.ts';

export type Lines = readonly string[];

export const PART_UNREAD = 'Part of this could not be read';

/** The hook by which the section is found, and its heading. */
type Named = { readonly hook: string; readonly title: SectionTitle };

type Filled = Named & {
  readonly closed: string;
  readonly lines: Lines;
  readonly open?: boolean;
};

/** Lines that stand inside something. */
export function within(scope: string, lines: Lines): Lines {
  return lines.map((line) => (line.startsWith(': ') ? `${scope}${line}` : `${scope} > ${line}`));
}

/** A label, and a fact in a cell of its own. */
export function fact(label: string, value: string, hook?: string): Lines {
  return [`dt: ${label}`, `${hook === undefined ? '' : `${hook} > `}dd: ${value}`];
}

/** What the author wrote, below the entries of a section of which something was lost. */
export function ownText(plan: MeantPlan, title: SectionTitle, heading = 'The author’s own text'): Lines {
  const paragraphs = plan.damage.get(title)?.ownText ?? [];
  if (paragraphs.length === 0) return [];
  return [`own-text > h3: ${heading}`, ...paragraphs.map((words) => `own-text: ${words}`)];
}

/** A section that says something: its heading, the line that is seen while it is closed, and all it holds. */
export function filled(plan: MeantPlan, { hook, title, closed, lines, open = false }: Filled): Lines {
  const warning = plan.damage.has(title) ? [`section-warning: ${PART_UNREAD}`] : [];
  const head = [`: (${open ? 'open' : 'closed'})`, `h2: ${title}`, ...warning, `closed-line: ${closed}`];
  return within(hook, [...head, ...lines, ...ownText(plan, title)]);
}

/** A section with nothing in it, and why. */
export function saying({ hook, title }: Named, why: string): Lines {
  return within(hook, [`h2: ${title}`, `: ${why}`]);
}

/**
 * A section that says nothing: nobody recorded it, or it was lost. Where the words of its author are left, they stand
 * open.
 */
export function empty(plan: MeantPlan, named: Named, untold = NOT_RECORDED, unread = COULD_NOT_BE_READ): Lines {
  const { hook, title } = named;
  if (!plan.damage.has(title)) return saying(named, untold);
  const own = ownText(plan, title);
  if (own.length === 0) return saying(named, unread);
  return within(hook, [': (open)', `h2: ${title}`, `closed-line: ${unread}`, ...own]);
}
