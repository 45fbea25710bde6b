import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccessReason } from '../../../utils/access/reasons.ts';
import type { View } from '../../../utils/view/view.ts';
import { aWhile, DesksBed } from './desks-bed.ts';
import { known, onPage, strangers } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

let bed: DesksBed;
let tab: OneTab;
let before: number;
/** What a permission has opened stays open for the shift: these two are opened by one test each. */
const [stranger, agreeing, agreeingToo] = strangers;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.fresh();
  before = bed.told().length;
  tab = bed.tab();
  tab.open(onPage(stranger));
  await bed.signIn(tab);
  await tab.until('reasonNeeded');
});

const give = (reason: AccessReason, words = 'Found collapsed') => tab.press({ do: 'giveReason', reason, words });
const isEmergency = (view: View) => view.kind === 'plan' && view.notices.some(({ kind }) => kind === 'emergencyAccess');
const hasFailed = (view: View) =>
  view.kind === 'reasonNeeded' && typeof view.sending === 'object' && 'failed' in view.sending;
const told = () => bed.told(before).map(({ what, purpose, words }) => [what, purpose, words]);

const REASON = ['2/5', 'ETREAT', 'Found collapsed'];
const VIEW = ['access', 'ETREAT', undefined];

describe('an emergency', () => {
  test('is acknowledged before anything is shown, which says so', async () => {
    await give('emergency');
    expect(isEmergency(await tab.until('plan'))).toBe(true);
    await bed.untilTold(2, before);
    expect(told()).toEqual([REASON, VIEW]);
    const requests = bed.sent.map(({ address }) => address);
    expect(requests.findIndex((one) => one.includes('AuditEvent'))).toBeLessThan(
      requests.findIndex((one) => one.includes('$document')),
    );
  });

  test('holds for this visit, over kills, unsettled moments and pages that are loaded', async () => {
    await give('emergency');
    await tab.until('plan');
    bed.kill();
    await bed.born();
    expect(isEmergency(await tab.until('plan'))).toBe(true);
    tab.show({ kind: 'unsettled' });
    await tab.until('unsettled');
    tab.show({ kind: 'unreadable', cause: 'pageChanged' });
    await tab.until('unreadable');
    tab.load({ kind: 'patient', identity: onPage(stranger) });
    expect(isEmergency(await tab.until('plan'))).toBe(true);
    await aWhile();
    expect(told()).toEqual([REASON, VIEW]);
  });

  const elsewhere: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['somebody else was open', () => showing(() => tab.open(onPage(known)), 'plan')],
    ['nobody was', () => showing(() => tab.show({ kind: 'none' }), 'noPatient')],
    ['several were', () => showing(() => tab.show({ kind: 'several' }), 'several')],
    [
      'somebody was open whom nobody could ask about, and pages were loaded before and after',
      () =>
        showing(
          () => tab.load({ kind: 'patient', identity: { ...onPage(known), birthDate: null } }),
          'birthDateNeeded',
        ),
    ],
    [
      'the session was locked',
      () => showing(() => void tab.press({ do: 'lock' }), 'locked').then(() => bed.signIn(tab)),
    ],
  ];
  async function showing(does: () => void, kind: View['kind']): Promise<void> {
    does();
    await tab.until(kind);
  }
  test.each(elsewhere)('is over once %s', async (_, happens) => {
    await give('emergency');
    await tab.until('plan');
    await happens();
    tab.load({ kind: 'patient', identity: onPage(stranger) });
    await tab.until('reasonNeeded');
  });

  test('is not another tab’s', async () => {
    await give('emergency');
    await tab.until('plan');
    const other = bed.tab(2);
    other.open(onPage(stranger));
    await other.until('reasonNeeded');
  });
});

describe('a reason of which nobody hears that it was acknowledged', () => {
  beforeEach(async () => {
    bed.losesAnswersOf = /AuditEvent/;
    await give('emergency');
    await tab.untilView(hasFailed);
    expect(tab.views.some(({ kind }) => kind === 'plan')).toBe(false);
    bed.losesAnswersOf = null;
  });

  test('can be given again, and is one', async () => {
    await give('emergency');
    expect(isEmergency(await tab.until('plan'))).toBe(true);
    await bed.untilTold(2, before);
    expect(told()).toEqual([REASON, VIEW]);
  });

  test.each([
    ['the page was unsettled', async () => tab.load({ kind: 'patient', identity: onPage(stranger) })],
    [
      'the background was killed',
      async () => {
        bed.kill();
        await bed.born();
      },
    ],
  ])('says what it is when the plan comes by it, after %s', async (_, happens) => {
    await happens();
    expect(isEmergency(await tab.until('plan'))).toBe(true);
    await bed.untilTold(2, before);
    expect(told()).toEqual([REASON, VIEW]);
  });
});

describe('other reasons', () => {
  test('one that the service refuses opens nothing, and is not said of what another opens', async () => {
    tab.show({ kind: 'none' });
    await tab.until('noPatient');
    tab.open(onPage(agreeing));
    await tab.until('reasonNeeded');
    bed.service.switches.set('audit', { kind: 'status', status: 422 });
    await give('emergency');
    await tab.untilView(hasFailed);
    bed.service.switches.clear();
    const other = bed.tab(2);
    other.open(onPage(agreeing));
    await other.until('reasonNeeded');
    await other.press({ do: 'giveReason', reason: 'permission', words: 'The person has agreed' });
    expect(isEmergency(await other.until('plan'))).toBe(false);
    await tab.press({ do: 'retry' });
    expect(isEmergency(await tab.until('plan'))).toBe(false);
  });

  test('permission is on record with the view, and is no emergency', async () => {
    tab.show({ kind: 'none' });
    await tab.until('noPatient');
    tab.open(onPage(agreeingToo));
    await tab.until('reasonNeeded');
    await give('permission', 'The person has agreed');
    expect(isEmergency(await tab.until('plan'))).toBe(false);
    await bed.untilTold(2, before);
    expect(told()).toEqual([
      ['1/6', 'TREAT', 'The person has agreed'],
      ['access', 'TREAT', undefined],
    ]);
  });

  test('S3: one that is acknowledged when somebody else is open opens nobody', async () => {
    bed.service.switches.set('audit', { kind: 'slow', ms: 200 });
    await give('emergency');
    tab.open({ ...onPage(known), birthDate: null });
    await tab.until('birthDateNeeded');
    await vi.waitFor(() => expect(told()).toContainEqual(REASON));
    await aWhile();
    expect(tab.view?.kind).toBe('birthDateNeeded');
    bed.service.switches.clear();
    tab.open(onPage(stranger));
    await tab.until('reasonNeeded');
  });
});

describe('a birth date that the page does not show', () => {
  beforeEach(async () => {
    tab.open({ ...onPage(known), birthDate: null });
    await tab.until('birthDateNeeded');
  });

  test('is confirmed, is on record, and then the plan is looked for', async () => {
    await tab.press({ do: 'confirmBirthDate', birthDate: onPage(known).birthDate });
    await tab.until('plan');
    const all = await bed.untilTold(2, before);
    expect(all.map(({ what }) => what)).toEqual(['verify', 'access']);
  });

  test('S3: counts for this generation alone', async () => {
    await tab.press({ do: 'confirmBirthDate', birthDate: onPage(known).birthDate });
    await tab.until('plan');
    tab.show({ kind: 'unsettled' });
    tab.open({ ...onPage(known), birthDate: null });
    await tab.until('birthDateNeeded');
    await aWhile();
    expect(tab.view?.kind).toBe('birthDateNeeded');
  });
});
