import { PROGNOSES } from '../../../../sandbox/plans/codes.ts';
import { counted, day } from './days.ts';
import { COULD_NOT_BE_READ, HIDDEN, NONE, notRecorded, source } from './marks.ts';
import type { MeantPlan } from './meant-plan.ts';
import { empty, fact, filled, type Lines, saying, within } from './section.ts';

const ALLERGIES = { hook: 'allergies', title: 'Allergies' } as const;
const MEDICINES = { hook: 'medicines', title: 'Medicines' } as const;
const CONDITIONS = { hook: 'conditions', title: 'Significant conditions' } as const;
const PROGNOSIS = { hook: 'prognosis', title: 'Prognosis' } as const;
const DOCUMENTS = { hook: 'other-documents', title: 'Other documents' } as const;

/** Exactly one of the four labels of the design. */
export function meantAllergies(plan: MeantPlan): Lines {
  const { allergies = [] } = plan.left;
  if (allergies === 'none') return saying(ALLERGIES, '[statedNone|No known allergies, stated without a date]');
  if (allergies.length === 0) {
    const unread = `Allergies unavailable. ${COULD_NOT_BE_READ}`;
    return empty(plan, ALLERGIES, notRecorded('Allergies not recorded'), unread);
  }
  const lines = allergies.map(
    ({ substance, reaction = notRecorded('Reaction not recorded') }) => `allergy > li: ${substance}: ${reaction}`,
  );
  const substances = allergies.map(({ substance }) => substance).join('; ');
  return filled(plan, { ...ALLERGIES, closed: `Known allergies: ${substances}`, lines });
}

/** A closed line is for the glance: what is longer than this is counted. */
const SHORT_LINE = 120;

/** Name and dose of each. */
export function meantMedicines(plan: MeantPlan): Lines {
  const { medicines = [] } = plan.left;
  if (medicines === 'none') return saying(MEDICINES, NONE);
  if (medicines.length === 0) return empty(plan, MEDICINES);
  const names = medicines.map(({ name }) => name).join('; ');
  const closed = names.length > SHORT_LINE ? counted(medicines.length, 'medicine') : names;
  return filled(plan, {
    ...MEDICINES,
    closed,
    lines: medicines.map(({ name, dosage }) => `medicine > li: ${name}: ${dosage}`),
  });
}

/** Each, and since when. */
export function meantConditions(plan: MeantPlan): Lines {
  const { conditions } = plan.left;
  if (conditions.length === 0) return empty(plan, CONDITIONS);
  const lines = conditions.map(
    ({ name, since }) => `condition > li: ${since === undefined ? name : `${name}, since ${day(since)}`}`,
  );
  return filled(plan, { ...CONDITIONS, closed: conditions.map(({ name }) => name).join('; '), lines });
}

/** Only inside: the person concerned may be looking. */
export function meantPrognosis(plan: MeantPlan): Lines {
  const { prognosis } = plan.left;
  const { changed, author } = plan.meant;
  if (prognosis === undefined) return empty(plan, PROGNOSIS);
  const says = PROGNOSES.find(({ code }) => code === prognosis.code)?.display;
  const words = prognosis.words === says ? [] : [`quote: ${prognosis.words}`];
  const lines = [`: ${says}`, ...words, `: ${source(changed, author)}`];
  return filled(plan, { ...PROGNOSIS, closed: `Recorded ${day(changed)}`, lines });
}

/** What lies somewhere, where, and whose it is. */
export function meantOtherDocuments(plan: MeantPlan): Lines {
  const { otherDocuments } = plan.left;
  const { changed, author } = plan.meant;
  if (otherDocuments.length === 0) return empty(plan, DOCUMENTS);
  const lines = otherDocuments.flatMap(({ name, location, source: holder }) =>
    within('other-document', [
      `li: ${name}`,
      ...fact('Where', plan.person.restricted ? HIDDEN : location),
      ...fact('Held by', holder),
    ]),
  );
  return filled(plan, {
    ...DOCUMENTS,
    closed: otherDocuments.map(({ name }) => name).join('; '),
    lines: [...lines, `: ${source(changed, author)}`],
  });
}
