/** Ages as the NHS CUI patient banner writes them: short, beside the date of birth. */
export const AGE = {
  years: (years: number) => String(years),
  yearsAndMonths: (years: number, months: number) => `${years}y ${months}m`,
  monthsAndDays: (months: number, days: number) => `${months}m ${days}d`,
  days: (days: number) => `${days}d`,
};
