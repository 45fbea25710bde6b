/** Of a plan that is shown: what a screen reader says first. */
export const PLAN = {
  heard: (person: string) => `Plan for ${person}.`,
  reviewed: (day: string) => `Reviewed ${day}.`,
  notReviewed: 'Date of review not recorded.',
  /** Over each further current plan. */
  current: (place: number, count: number) => `Current plan ${place} of ${count}`,
};

export const DIED = {
  verdict: 'This person has died',
  on: 'Died {when}.',
  order: 'The plan is no longer for treatment.',
  about: 'It can still be read for verification of death, the medical examiner or the family.',
  read: 'Read the last approved plan',
};
