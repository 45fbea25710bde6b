import type { DateWords } from '../en/dates.ts';

export const DATES: DateWords = {
  months: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
  // Three letters, as the NHS CUI date has them and so that two dates stand side by side; no two are alike.
  shortMonths: ['Ion', 'Chw', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Aws', 'Med', 'Hyd', 'Tac', 'Rha'],
  today: (clock) => `${clock} heddiw`,
  onDay: (clock, day) => `${clock} ar ${day}`,
};
