function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number and what it counts: `1 plan`, `2 plans`. */
export const COUNT = {
  minute: (count: number) => counted(count, 'minute'),
  hour: (count: number) => counted(count, 'hour'),
  day: (count: number) => counted(count, 'day'),
  month: (count: number) => counted(count, 'month'),
  year: (count: number) => counted(count, 'year'),
  lessThanAMinute: 'less than 1 minute',
  plan: (count: number) => counted(count, 'plan'),
  part: (count: number) => counted(count, 'part'),
  section: (count: number) => counted(count, 'section'),
  medicine: (count: number) => counted(count, 'medicine'),
  paragraph: (count: number) => counted(count, 'paragraph'),
  codedLine: (count: number) => counted(count, 'coded line'),
};
