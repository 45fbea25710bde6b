import type { Words } from '../words.ts';

/** Blwyddyn, mis, diwrnod. */
export const AGE: Words['AGE'] = {
  years: (years) => String(years),
  yearsAndMonths: (years, months) => `${years}bl ${months}m`,
  monthsAndDays: (months, days) => `${months}m ${days}d`,
  days: (days) => `${days}d`,
};
