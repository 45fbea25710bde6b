import { describe, expect, it } from 'vitest';
import { BADGE as CY } from '../../../components/words/cy/badge.ts';
import { BADGE as EN } from '../../../components/words/en/badge.ts';
import { signOf } from '../../../utils/view/sign-of.ts';
import type { View } from '../../../utils/view/view.ts';
import { stories } from '../../sandbox/stories/stories.ts';

/** What each view is to say on the browser's own button, written down once more. */
const TEXT: Readonly<Record<View['kind'], string>> = {
  notHere: '',
  switchedOff: 'off',
  noPatient: '',
  unsettled: '…',
  looking: '…',
  signingIn: '…',
  plan: 'plan',
  noPlanFound: 'none',
  noCurrentPlan: '!',
  hubAway: '!',
  several: '!',
  unreadable: '!',
  disagree: '!',
  birthDateDiffers: '!',
  birthDateNeeded: '!',
  couldNotCheck: '!',
  accessRefused: '!',
  reasonNeeded: '!',
  roleNeeded: '!',
  locked: '!',
  signedOut: 'off',
  notConfigured: 'off',
  hidden: 'off',
};

describe('what the browser’s own button says', () => {
  it.each(stories.map(({ id, view }) => [id, view] as const))('of %s', (_, view) => {
    const isCovered = view.kind === 'notHere' && view.because.is.startsWith('covered');
    expect(EN[signOf(view)].text).toBe(isCovered ? '!' : TEXT[view.kind]);
  });

  it.each([
    ['English', EN],
    ['Welsh', CY],
  ])('S4 S7: is four characters at most, and says nothing of treatment, in %s', (_, words) => {
    for (const { text, title } of Object.values(words)) {
      expect([...text].length).toBeLessThanOrEqual(4);
      expect(title.startsWith('Planside')).toBe(true);
      expect(`${text} ${title}`).not.toMatch(/CPR|\d|resus|dadebru/i);
    }
  });

  it('says the same of every plan, whatever stands in it', () => {
    const plans = stories.filter(({ view }) => view.kind === 'plan');
    expect(plans.length).toBeGreaterThan(10);
    expect(new Set(plans.map(({ view }) => signOf(view)))).toEqual(new Set(['plan']));
  });
});
