import type { CprDecision, CprStatement } from '../../../utils/plan/plan.ts';

/** `about`: what it is not about, or does not mean; `null` where nothing is to be added. */
export type CprSentence = { readonly verdict: string; readonly order: string; readonly about: string | null };

type Says = CprStatement['says'] | 'nothing' | 'unreadable' | 'inWordsOnly' | 'hidden';

const NEITHER = 'This does not mean “for CPR”, and it does not mean “not for CPR”.';

/** The answer: verdict for the glance, order for the carer. */
export const CPR = {
  decision: {
    notForCpr: {
      verdict: 'Not for CPR',
      order: 'If the heart stops, do not attempt CPR.',
      about: 'About CPR only. Give all other care.',
    },
    forCpr: { verdict: 'For CPR', order: 'If the heart stops, attempt CPR.', about: null },
    modifiedCpr: {
      verdict: 'Modified CPR (child)',
      order: 'If the heart stops, do only what is written here:',
      about: null,
    },
    conflicting: {
      verdict: 'CPR statements disagree',
      order: 'Two current statements say different things. Check the source before relying on either.',
      about: null,
    },
    notRecorded: {
      verdict: 'CPR decision not recorded',
      order: 'The plan does not say whether to attempt CPR.',
      about: NEITHER,
    },
    unknown: {
      verdict: 'CPR decision not understood',
      order: 'A CPR decision is recorded, but Planside cannot tell what it is.',
      about: null,
    },
    unreadable: {
      verdict: 'CPR decision could not be read',
      order: 'The plan may hold a CPR decision, but Planside could not read it.',
      about: NEITHER,
    },
    inWordsOnly: {
      verdict: 'CPR in words only',
      order: 'The plan holds no coded CPR decision. Read what it says:',
      about: NEITHER,
    },
    hidden: {
      verdict: 'CPR decision hidden from your role',
      order: 'The plan may hold a CPR decision. Ask the nurse in charge or the GP.',
      about: NEITHER,
    },
  } satisfies Record<CprDecision['state'], CprSentence>,
  /** More than two statements that differ. */
  manyDisagree: (count: number) =>
    `${count} current statements say different things. Check the source before relying on any of them.`,
  /** Only one thing was understood, and the others may say the same. */
  mayDisagree: {
    verdict: 'CPR statements may disagree',
    order: 'Not all current statements could be understood. Read each, and check the source before relying on any.',
  },
  /** Beside the answer of a copy kept here: `11:22` or `11:22 on 21-Nov-2026`. */
  asOf: (verdict: string, time: string) => `${verdict}, as of ${time}`,
  /** Under every verdict of a saved copy. */
  mayHaveChanged: 'It may have changed since. Check before relying on it.',
  /** One of several statements, or its silence. */
  claim: {
    notForCpr: 'not for CPR',
    forCpr: 'for CPR',
    modifiedCpr: 'modified CPR (child)',
    unknown: 'not understood',
    nothing: 'nothing about CPR',
    unreadable: 'could not be read',
    inWordsOnly: 'only in words, not coded',
    hidden: 'hidden from your role',
  } satisfies Record<Says, string>,
  says: (claim: string) => `Says: ${claim}`,
  /** Taken from the author’s text. */
  saysInWords: (claim: string) => `Says in words: ${claim}`,
  sentAs: 'It was sent as “{words}”.',
  askAuthor: 'Ask the author before relying on it.',
  modifiedWithoutWords: 'What to do is not recorded.',
  fromText: 'From the text of the plan',
  from: 'From: {section}',
};
