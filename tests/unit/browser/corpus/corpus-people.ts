import type { Answer, LabelledPerson } from '../../../browser/corpus/cases.ts';
import type { Claim } from '../../../browser/corpus/judge.ts';
import type { Judged } from '../../../browser/corpus/judge-case.ts';
import type { Shown } from '../../../browser/harness/sidebar.ts';

/** People that labels name and sidebars claim; all of them invented. */
export const margaret: LabelledPerson = {
  nhsNumber: '9991045120',
  familyName: 'Reed',
  givenName: 'Margaret Ann',
  dob: '1938-07-14',
};
export const patrick: LabelledPerson = { nhsNumber: '9992607939', name: 'MR Patrick DOYLE', dob: '1940-12-27' };

export const margaretClaimed: Claim = { nhsNumber: '9991045120', name: 'REED, Margaret Ann', birthDate: '1938-07-14' };
export const patrickClaimed: Claim = { nhsNumber: '9992607939', name: 'DOYLE, Patrick (Mr)', birthDate: '1940-12-27' };

export const answer = (expected: Answer['expected'], ...acceptable: Answer['acceptable']): Answer => ({
  expected,
  acceptable,
  why: '',
});

/** A sidebar with these parts. */
export const sidebar = (parts: Shown['parts'], view = 'noPlanFound'): Shown => ({ view, parts, text: '' });

/** One judged moment: Margaret was expected and claimed, unless told otherwise. */
export const judged = (changes: Partial<Judged> = {}): Judged => ({
  case: 'app/case',
  step: 0,
  answer: answer(margaret),
  claimed: margaretClaimed,
  said: 'noPlanFound',
  mixture: null,
  verdict: 'right',
  settleMs: 100,
  trouble: null,
  ...changes,
});
