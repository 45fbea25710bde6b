import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aWhile, DesksBed } from './desks-bed.ts';
import { known, onPage, otherKnown } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

/** Where nobody is, and where no token may go. */
const ELSEWHERE = 'http://127.0.0.1:9';

let bed: DesksBed;
let tab: OneTab;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.fresh();
  tab = bed.tab();
  tab.open(onPage(known));
  await bed.signIn(tab);
  await tab.until('plan');
});

/** What is stored of a session or a visit. */
function left(): Record<string, unknown> {
  const { session } = bed.extension.stored;
  return Object.fromEntries([...session.keys()].map((key) => [key, bed.extension.read('session', key)]));
}

function allDelivered(): Promise<void> {
  return vi.waitFor(() => expect(bed.extension.read('local', 'auditMark')).toMatchObject({ open: [] }));
}

/** Requests with a token that went to where they must not. */
const strays = () => bed.sent.filter(({ origin, authorization }) => origin === ELSEWHERE && authorization !== null);
const withOther = () => ({
  ...bed.settings,
  planService: { ...bed.settings.planService, fhirBase: `${ELSEWHERE}/fhir` },
});

/** What the helpdesk may know of it: nobody's name. */
const noteOf = (kind: string, cause: string | null = null) => ({ at: expect.any(Number), kind, cause, code: null });

describe('an ending', () => {
  test.each([
    ['lock', 'locked'],
    ['signOut', 'signedOut'],
  ] as const)('H21: at %s every tab is told before anything is stored, and nothing is left', async (how, says) => {
    const other = bed.tab(2);
    other.open(onPage(otherKnown));
    await other.until('plan');
    await allDelivered();
    bed.extension.done.length = 0;
    void tab.press({ do: how });
    await Promise.all([tab.until(says), other.until(says)]);
    const told = [`tab 1 draws ${says}`, `tab 2 draws ${says}`];
    expect(bed.extension.done.slice(0, 2)).toEqual(told);
    await vi.waitFor(() => expect(bed.extension.read('session', 'session')).toBeNull());
    const keysGo = bed.extension.done.indexOf('session remove copyKeys,copyFailures');
    expect(keysGo).toBeGreaterThan(bed.extension.done.indexOf(`tab 2 draws ${says}`));
    expect(bed.extension.done.indexOf('session set visits')).toBeGreaterThan(keysGo);
    await aWhile();
    const ending = how === 'lock' ? { ending: { how: 'lock', cause: 'asked', done: true } } : {};
    const sessionNote = noteOf(says, how === 'lock' ? 'asked' : null);
    expect(left()).toEqual({ doubtEvent: expect.any(String), visits: {}, sessionNote, ...ending });
  });

  test('H21: nothing of a look-up that is on its way is shown after it', async () => {
    bed.service.switches.set('document', { kind: 'slow', ms: 100 });
    tab.open(onPage(otherKnown));
    await tab.until('looking');
    const views = tab.views.length;
    void tab.press({ do: 'lock' });
    await aWhile(300);
    expect(tab.views.slice(views).map(({ kind }) => kind)).not.toContain('plan');
    expect(tab.view?.kind).toBe('locked');
  });

  test('one that was begun by an earlier life is said at once, and completed', async () => {
    bed.kill();
    bed.extension.write('session', { ending: { how: 'lock', cause: 'asked', done: false } });
    tab.views.length = 0;
    await bed.born();
    await tab.until('locked');
    expect(tab.views.map(({ kind }) => kind)).toEqual(['locked']);
    await vi.waitFor(() => expect(left()).toMatchObject({ visits: {}, ending: { done: true } }));
    expect(left()).not.toHaveProperty('session');
    expect(tab.views.map(({ kind }) => kind)).toEqual(['locked']);
  });

  test('the same patient is open for whoever signs in next, whose view is another', async () => {
    await allDelivered();
    const before = bed.told().length;
    await tab.press({ do: 'lock' });
    await bed.signIn(tab, 'out-of-hours');
    expect((await tab.until('plan')).signedInAs.name).toBe('Dr Tomas Lind');
    expect((await bed.untilTold(1, before)).at(-1)).toMatchObject({
      by: 'Dr Tomas Lind',
      as: 'Out-of-hours clinician',
    });
  });
});

describe('a session that is over without anybody’s asking', () => {
  test('whose tokens the plan service does not know, though they were renewed: everybody is told, and can sign in', async () => {
    const other = bed.tab(2);
    other.open(onPage(otherKnown));
    await other.until('plan');
    bed.service.switches.set('patient', { kind: 'status', status: 401 });
    tab.show({ kind: 'none' });
    tab.open(onPage(known));
    await Promise.all([tab.until('signedOut'), other.until('signedOut')]);
    await vi.waitFor(() => expect(left()).not.toHaveProperty('session'));
    bed.service.switches.clear();
    await bed.signIn(tab);
    await tab.until('plan');
  });

  test('whose tokens cannot be renewed: everybody is told, and keys and visits are gone', async () => {
    const session = bed.extension.read('session', 'session') as object;
    bed.extension.write('session', { session: { ...session, accessToken: 'spoilt', refreshToken: 'spoilt' } });
    tab.show({ kind: 'none' });
    tab.open(onPage(known));
    await tab.until('signedOut');
    await vi.waitFor(() =>
      expect(left()).toEqual({ doubtEvent: expect.any(String), visits: {}, sessionNote: noteOf('signedOut') }),
    );
  });
});

describe('S7: settings with another plan service', () => {
  /** Something waits to be delivered, and would be by whatever happens next. */
  beforeEach(async () => {
    bed.service.switches.set('audit', { kind: 'down' });
    await tab.press({ do: 'copied' });
    await vi.waitFor(() => expect(bed.extension.alarms.has('audit')).toBe(true));
    bed.sent.length = 0;
  });

  test('end the session before they are in force: its tokens go to its own service, and nowhere else', async () => {
    bed.extension.write('local', { settings: withOther() });
    for (let turn = 0; turn < 30; turn += 1) {
      bed.extension.ring('audit');
      bed.extension.events.tabActivated.happen({ tabId: 1 });
      await aWhile(1);
    }
    await tab.until('signedOut');
    bed.backOnline.map((heard) => heard());
    await vi.waitFor(() => expect(left()).not.toHaveProperty('session'));
    expect(strays()).toEqual([]);
    expect(bed.sent.some(({ origin, address }) => origin === bed.service.origin && /revo/.test(address))).toBe(true);
  });

  test('that were set while the background slept: the same, whatever wakes it', async () => {
    bed.kill();
    tab.views.length = 0;
    bed.extension.write('local', { settings: withOther() });
    await bed.born();
    bed.extension.ring('audit');
    bed.extension.write('local', { settings: withOther() });
    await tab.until('signedOut');
    await aWhile();
    expect(strays()).toEqual([]);
    expect(left()).not.toHaveProperty('session');
    expect(new Set(tab.views.map(({ kind }) => kind))).toEqual(new Set(['signedOut']));
  });

  test('and back again at once: nobody is signed in any more, and everything can be begun anew', async () => {
    bed.extension.write('local', { settings: withOther() });
    bed.extension.write('local', { settings: bed.settings });
    await tab.untilView(({ kind }) => kind === 'signedOut' || kind === 'plan');
    await aWhile();
    expect(strays()).toEqual([]);
    if (tab.view?.kind === 'signedOut') await bed.signIn(tab);
    await tab.until('plan');
  });

  test('or with none: it says so', async () => {
    const { planService: _none, ...others } = bed.settings;
    bed.extension.write('local', { settings: others });
    await tab.until('notConfigured');
    await vi.waitFor(() => expect(left()).not.toHaveProperty('session'));
  });
});

describe('other settings', () => {
  test('change nothing about who is signed in', async () => {
    bed.extension.write('local', { settings: { ...bed.settings, lockAfterMinutes: 3 } });
    await vi.waitFor(() => expect(bed.extension.read('session', 'watch')).toMatchObject({ limitMs: 180_000 }));
    await tab.until('plan');
  });

  test('that switch a system off send its pages away', async () => {
    bed.extension.write('local', { settings: { ...bed.settings, clinicalSystems: [] } });
    await vi.waitFor(() => expect(tab.pageOrders.at(-1)).toEqual({ do: 'leave' }));
  });
});
