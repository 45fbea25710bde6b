/** In the line of truth: whose word this is, and of when. */
export const TRUTH = {
  approved: 'Approved plan',
  draft: 'Draft, not yet approved',
  version: ', version {version}',
  reviewed: ', reviewed {when}',
  notReviewed: ', date of review not recorded',
  by: 'by {who}',
  nextDue: 'Next review due {when}.',
  nextUnreadable: 'Next review date could not be read.',
  nextNotRecorded: 'Next review date not recorded.',
  fetched: (time: string) => `Fetched ${time}.`,
  saved: (time: string) => `Saved ${time}. Not checked since.`,
};

/** Author, organisation, status, review. */
export const ORIGIN = {
  version: 'Version {version}',
  plan: 'Plan',
  kind: 'Kind',
  kindSentAs: '{kind}, sent as “{words}”',
  author: 'Author',
  organisation: 'Organisation',
  authorsNumber: 'Author’s number',
  writtenWith: 'Written with',
  status: 'Status',
  approved: 'Approved',
  draft: 'Draft, not yet approved',
  lastReviewed: 'Last reviewed',
  alsoConfirmed: 'Also confirmed',
  nextDue: 'Next review due',
  ends: 'Ends',
  lastChanged: 'Last changed',
  heldBy: 'Held by',
  fetched: 'Fetched',
  fetchedFrom: '{time} from {service}',
};
