import type { PointerRecord } from '../../../../sandbox/plans/plan-record.ts';
import { counted, day } from './days.ts';
import { NOT_RECORDED, phone, signed } from './marks.ts';
import { absent, type MeantPlan } from './meant-plan.ts';
import { fact, type Lines, within } from './section.ts';

/** What every line about the service and the time is made from. */
export type Asked = { readonly service: string; readonly clock: string; readonly today: string };

/** Where a plan comes from, and how old it is. */
export function meantOrigin(plan: MeantPlan, { service, clock }: Asked): Lines {
  const { author, version, reviewed, reviewDue: wasDue, changed } = plan.meant;
  const { reviewDue } = plan.left;
  const nextReview = reviewDue === undefined ? absent(plan, 'Emergency care and treatment', wasDue) : day(reviewDue);
  return within('origin', [
    ': (closed)',
    'h2: Where this plan comes from',
    `closed-line: Version ${version}, ${author.organisation}`,
    ...fact('Plan', plan.title),
    ...fact('Author', signed(author)),
    ...fact('Organisation', author.organisation),
    ...fact('Author’s number', phone(author.phone), 'phone'),
    ...fact('Status', `Approved, version ${version}`),
    ...fact('Last reviewed', reviewed === undefined ? NOT_RECORDED : `${day(reviewed)} by ${signed(author)}`),
    ...fact('Next review due', nextReview),
    ...fact('Last changed', day(changed)),
    ...fact('Held by', 'Example Plan Service'),
    ...fact('Fetched', `${clock} today from ${service}`),
  ]);
}

/** Plans that others hold: what they are called, who holds them, of when they are. Never a link. */
export function meantElsewhere(pointers: readonly PointerRecord[], { service }: Asked, isOpen = false): Lines {
  const title = 'h2: Plans held elsewhere';
  if (pointers.length === 0) return within('elsewhere', [title, `: ${service} knows of none.`]);
  const plans = pointers.map(({ pointer: { content, custodian, date } }) => ({
    name: content[0]?.attachment.title ?? '',
    holder: custodian?.display ?? '',
    date: date?.slice(0, 10) ?? '',
  }));
  return within('elsewhere', [
    isOpen ? ': (open)' : ': (closed)',
    title,
    `closed-line: ${counted(plans.length, 'plan')}: ${plans.map(({ name }) => name).join('; ')}`,
    ...plans.flatMap(({ name, holder, date }) => [
      `plan-elsewhere > li: ${name}`,
      `plan-elsewhere: Held by ${holder}, dated ${day(date)}`,
    ]),
    ': Planside cannot open these. Ask whoever holds them.',
  ]);
}
