/** One fact of a plan: who said it, and which kind of nothing it is. */
export const FACT = {
  changed: 'Changed',
  notRecorded: 'Not recorded',
  unreadable: 'Could not be read',
  none: 'None',
  noneStated: '{none}, stated {when}',
  noneWithoutDate: '{none}, stated without a date',
  hidden: 'Hidden',
  hiddenByRole: 'Your role does not show this section. Ask the nurse in charge or the GP.',
  noNumber: 'Number not recorded',
  noDose: 'Dose not recorded',
  noReaction: 'Reaction not recorded',
  noStatus: 'Status not recorded',
  onlyInText: 'Nothing is coded here. Read the author’s own text.',
  /** Who and when, and which of the two is missing. */
  decided: {
    whenAndWho: 'Decided {when} by {who}',
    when: 'Decided {when}, author not recorded',
    who: 'Decided by {who}, date not recorded',
  },
  recorded: {
    whenAndWho: 'Recorded {when} by {who}',
    when: 'Recorded {when}, author not recorded',
    who: 'Recorded by {who}, date not recorded',
  },
  noDateNoAuthor: 'Date and author not recorded',
};

/** Beside a fact: what must be known before it is relied on. */
export const WARNING = {
  partUnreadable: 'Part of this could not be read',
  contradicts: 'The text and the entries of this section differ',
  contradictsBelow: 'Text and entries differ, see below',
  onlyInTextBelow: 'Only in the author’s own text below',
  otherPlanDiffers: 'Another current plan says something else',
};
