import { describe, expect, it } from 'vitest';
import * as CY from '../../../components/words/cy/all.ts';
import * as EN from '../../../components/words/en/all.ts';
import { asHidden, pageHides } from '../../../utils/tabs/page-hides.ts';
import { signOf } from '../../../utils/view/sign-of.ts';

describe('whether a page hides the sidebar', () => {
  const told = () => {
    let times = 0;
    const hides = pageHides(() => {
      times += 1;
    });
    return { hides, times: () => times };
  };

  it('H14: the guard in the page says so, and takes it back', () => {
    const { hides, times } = told();
    hides.guardReported('0:A', 'hidden');
    expect(hides.isHidden('7:F')).toBe(true);
    hides.guardReported('0:A', 'inSight');
    expect([hides.isHidden('7:F'), times()]).toEqual([false, 2]);
  });

  it('H14: the browser says so of the frame that draws, and of no other', () => {
    const { hides } = told();
    hides.sidebarSeen('7:F', false);
    expect([hides.isHidden('7:F'), hides.isHidden('8:G'), hides.isHidden(null)]).toEqual([true, false, false]);
    hides.sidebarSeen('7:F', true);
    expect(hides.isHidden('7:F')).toBe(false);
  });

  it('S12: what stands before it by right is none of it, whatever the browser says', () => {
    const { hides } = told();
    hides.sidebarSeen('7:F', false);
    hides.guardReported('0:A', 'behind');
    expect(hides.isHidden('7:F')).toBe(false);
    hides.guardReported('0:A', 'hidden');
    expect(hides.isHidden('7:F')).toBe(true);
  });

  it('a page that has left says nothing of the one after it', () => {
    const { hides } = told();
    hides.guardReported('0:B', 'hidden');
    hides.guardReported('0:A', 'inSight');
    expect(hides.isHidden(null)).toBe(true);
  });

  it('H14: in the page nothing of anybody stands then, and the panel says why', () => {
    const view = { kind: 'noPatient', signedInAs: null } as const;
    expect(asHidden(view, 'page', true)).toEqual({ kind: 'notHere', because: { is: 'covered' }, signedInAs: null });
    expect(asHidden(view, 'panel', true)).toEqual({ ...view, pageHides: true });
    expect(asHidden({ kind: 'hidden' }, 'panel', true)).toEqual({ kind: 'hidden' });
  });

  it('H14: nobody is sent to a panel in which no plan is shown', () => {
    const view = asHidden({ kind: 'noPatient', signedInAs: null }, 'page', false);
    expect(view).toEqual({ kind: 'notHere', because: { is: 'coveredAlone' }, signedInAs: null });
    for (const words of [EN, CY]) {
      const { heading, says } = words.NOT_HERE.because.coveredAlone;
      const { title } = words.BADGE[signOf(view)];
      expect([heading, ...says, title].join(' ')).not.toMatch(/panel/i);
    }
  });
});
