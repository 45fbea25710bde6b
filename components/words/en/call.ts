/** While somebody is on the telephone: ring, copy, read aloud, print. */
export const CALL = {
  /** The number is part of it: whoever says what they see reaches the link by voice. */
  ring: (who: string, number: string) => `Ring ${who}, ${number}`,
  ringNumber: (number: string) => `Ring ${number}`,
  copy: 'Copy',
  copyNumber: (who: string, number: string) => `Copy the number of ${who}, ${number}`,
  copyTheNumber: (number: string) => `Copy ${number}`,
  copySummary: 'Copy for notes',
  copied: 'Copied',
  notCopied: 'Not copied. Press the button once more.',
  copyNotKept: (code: string) => `Nothing is copied, because it could not be put on record. For the helpdesk: ${code}`,
  print: 'Print',
  notPrinted: 'Not printed. Press the button once more.',
  printNotKept: (code: string) =>
    `Nothing is printed, because it could not be put on record. For the helpdesk: ${code}`,
  /** The list of sections. */
  jump: 'Go to a section',
};

/** The same plan in the order in which a hand-over is spoken. */
export const HAND_OVER = {
  show: 'Hand-over order',
  planOrder: 'Plan order',
  situation: 'Situation',
  background: 'Background',
  assessment: 'Assessment',
  recommendation: 'Recommendation',
  more: 'More of the plan',
};

/** At the end of what is copied for a consultation note. */
export const SUMMARY = {
  leavesOut: 'This is a summary: the plan holds more.',
  end: (service: string, who: string, at: string) =>
    `Copied from ${service} by ${who} at ${at}. A copy goes out of date.`,
};

/** On the printed page. */
export const SHEET = {
  label: 'Hand-over sheet',
  printed: (at: string, who: string) => `Printed at ${at} by ${who}.`,
  notHere: (titles: string) => `Not on this page: ${titles}.`,
  outOfDate: 'A printed copy may be out of date: check for a newer plan before acting. Shred after use.',
};
