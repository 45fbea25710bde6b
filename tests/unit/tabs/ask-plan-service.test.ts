import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import type { Asking } from '../../../utils/plan/service/asking.ts';
import { couldNotCheck } from '../../../utils/plan/service/judge.ts';
import type { TokenAnswer } from '../../../utils/session/access-token.ts';
import type { Session } from '../../../utils/session/session.ts';
import type { SavedPlans } from '../../../utils/tabs/saved-plans.ts';
import { newPast, type VisitAnswer } from '../../../utils/tabs/visit.ts';
import type { OpenVisit } from '../../../utils/tabs/visit-book.ts';
import { margaret } from '../context/sightings.ts';
import { doctor, nurse } from '../session/signed-in.ts';
import { found, planFor } from '../view/plans.ts';

/** The session, the plan service and what was looked at before, as a test plays them. */
const played = vi.hoisted(() => ({
  current: async (): Promise<TokenAnswer> => ({ kind: 'signedOut' }),
  renew: async (): Promise<TokenAnswer> => ({ kind: 'signedOut' }),
  lookUp: async (_asking: Asking, _nhsNumber: string): Promise<PlanLookup> => ({ kind: 'signedOut' }),
  asked: [] as { readonly asking: Asking; readonly nhsNumber: string }[],
  looks: 0,
}));
vi.mock('../../../utils/session/access-token.ts', () => ({
  currentSession: () => played.current(),
  renewSession: () => played.renew(),
}));
vi.mock('../../../utils/plan/look-up-plan.ts', () => ({
  lookUpPlan: (asking: Asking, nhsNumber: string) => {
    played.asked.push({ asking, nhsNumber });
    return played.lookUp(asking, nhsNumber);
  },
}));
vi.mock('../../../utils/access/last-looked.ts', () => ({
  lastLooks: async () => {
    played.looks += 1;
    return new Map();
  },
}));
vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));
const { askPlanService } = await import('../../../utils/tabs/ask-plan-service.ts');

const fhirBase = 'https://plans.example/fhir';
const planService = { name: 'Example', fhirBase, clientId: 'planside', scopes: 'openid', signInOrigins: [] };
const VISIT: OpenVisit = { id: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', given: null };
const PLAN = found(planFor(margaret.identity));
const COPY: PlanLookup = { ...PLAN, savedBecause: 'serviceDown' };
const good = (session: Session): TokenAnswer => ({ kind: 'good', session });
const never = () => new Promise<never>(() => undefined);

let visits: Session[];
let visit: OpenVisit;
let refused: Session[];
let copies: string[];
let signal: AbortController;
let hasCopy: boolean;

beforeEach(() => {
  played.current = async () => good(nurse);
  played.renew = async () => good({ ...nurse, accessToken: 'renewed' });
  played.lookUp = async () => PLAN;
  played.asked.length = 0;
  played.looks = 0;
  [visits, visit, refused, copies, signal, hasCopy] = [[], VISIT, [], [], new AbortController(), false];
});
afterEach(() => vi.useRealTimers());

const saved: SavedPlans = {
  keep: (nhsNumber, _found, documents) => void copies.push(`keep ${nhsNumber} ${documents.join()}`),
  forget: (nhsNumber) => void copies.push(`forget ${nhsNumber}`),
  orCopy: async (_nhsNumber, lookup) => {
    copies.push(`or ${lookup.kind}`);
    return hasCopy && lookup.kind === 'couldNotCheck' ? COPY : lookup;
  },
};

function ask(service: typeof planService | null = planService, past = newPast()): Promise<VisitAnswer> {
  return askPlanService(margaret.identity, past, {
    asksFirst: false,
    planService: service ?? undefined,
    openVisit: async (session) => {
      visits.push(session);
      return visit;
    },
    refused: (session) => refused.push(session),
    saved,
    fetching: () => undefined,
    signal: signal.signal,
  });
}

describe('who is asked, as whom', () => {
  test('in the role that acts, under the visit, and never with the number in anything but the question', async () => {
    const { lookup, past } = await ask();
    expect(lookup).toBe(PLAN);
    expect(past.visit).toBe(VISIT);
    expect(visits).toEqual([nurse]);
    const as = { fhirBase: planService.fhirBase, accessToken: nurse.accessToken, odsCode: 'X26', roleId: '100' };
    expect(played.asked).toMatchObject([{ asking: { ...as, correlationId: VISIT.id }, nhsNumber: '9991087109' }]);
    expect(JSON.stringify(played.asked[0]?.asking)).not.toContain('9991087109');
  });

  test.each([
    ['no service is set up', false, good(nurse)],
    ['nobody is signed in', true, { kind: 'signedOut' }],
  ] as const)('nobody, where %s; no visit is opened, and no copy ends', async (_, isSetUp, token) => {
    played.current = async () => token;
    const { lookup, past } = await ask(isSetUp ? planService : null);
    expect(lookup).toEqual({ kind: 'signedOut' });
    expect([played.asked, visits, copies, past.visit]).toEqual([[], [], [], null]);
  });

  test('S3: a visit that was over before it was known who asks is not opened again', async () => {
    const { promise, resolve } = Promise.withResolvers<TokenAnswer>();
    played.current = () => promise;
    const asking = ask();
    signal.abort();
    resolve(good(nurse));
    await expect(asking).rejects.toThrow();
    expect([visits, played.asked, copies]).toEqual([[], [], []]);
  });
});

describe('a token that the plan service does not know', () => {
  test('is renewed once, silently, and the question asked again', async () => {
    played.lookUp = async ({ accessToken }) => (accessToken === 'renewed' ? PLAN : { kind: 'signedOut' });
    expect((await ask()).lookup).toBe(PLAN);
    expect(played.asked.map(({ asking }) => asking.accessToken)).toEqual([nurse.accessToken, 'renewed']);
    expect(refused).toEqual([]);
  });

  test('where the new one is not known either, the sign-in is over, and that is said', async () => {
    played.lookUp = async () => ({ kind: 'signedOut' });
    expect((await ask()).lookup).toEqual({ kind: 'signedOut' });
    expect([played.asked.length, refused]).toEqual([2, [nurse]]);
  });

  test.each<[string, TokenAnswer]>([
    ['it cannot be renewed', { kind: 'signedOut' }],
    ['somebody else has signed in by then (H21)', good(doctor)],
  ])('where %s, nothing more is asked, in nobody’s name', async (_, renewed) => {
    played.lookUp = async () => ({ kind: 'signedOut' });
    played.renew = async () => renewed;
    expect((await ask()).lookup).toEqual({ kind: 'signedOut' });
    expect([played.asked.length, refused]).toEqual([1, []]);
  });

  test('where the sign-in service cannot be asked, that is what it is, and a copy may be used', async () => {
    played.lookUp = async () => ({ kind: 'signedOut' });
    played.renew = async () => ({ kind: 'unreachable', session: nurse });
    expect((await ask()).lookup).toMatchObject({ cause: 'serviceDown', code: 'SIGN-IN-DOWN' });
    hasCopy = true;
    expect((await ask()).lookup).toBe(COPY);
  });

  test('one that could not be renewed before the question opens the visit and asks nothing', async () => {
    played.current = async () => ({ kind: 'unreachable', session: nurse });
    const { lookup, past } = await ask();
    expect(lookup).toMatchObject({ kind: 'couldNotCheck', cause: 'serviceDown' });
    expect([past.visit, played.asked]).toEqual([VISIT, []]);
  });
});

describe('copies', () => {
  test('are kept of what was found, with the documents as they came', async () => {
    played.lookUp = async ({ read }) => {
      read?.('first');
      read?.('second');
      return PLAN;
    };
    await ask();
    expect(copies).toEqual(['keep 9991087109 first,second', 'or found']);
  });

  test('are not kept of what only an emergency has opened: it lasts for one visit', async () => {
    visit = { ...VISIT, given: { reason: 'emergency', alerts: null } };
    await ask();
    expect(copies).toEqual(['forget 9991087109', 'or found']);
    visit = { ...VISIT, given: { reason: 'permission', alerts: null } };
    await ask();
    expect(copies).toContain('keep 9991087109 ');
  });

  test('one that is used is compared as any plan, and is never kept as a new one', async () => {
    played.lookUp = async () => couldNotCheck('serviceDown', 'PLN-503');
    hasCopy = true;
    const { lookup, past } = await ask();
    expect(lookup).toMatchObject({ kind: 'found', savedBecause: 'serviceDown' });
    expect(past.shown).toHaveLength(1);
    expect(copies).toEqual(['or couldNotCheck']);
  });
});

describe('within the time', () => {
  /** `AbortSignal.timeout` goes by no clock of vitest's. */
  function timeIsUp(): () => void {
    const timeOut = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeOut.signal);
    return () => timeOut.abort();
  }
  afterEach(() => vi.restoreAllMocks());

  test('a look-up that does not end is ended, half a second after it was told to', async () => {
    const up = timeIsUp();
    vi.useFakeTimers();
    played.lookUp = never;
    const answers: VisitAnswer[] = [];
    void ask().then((answer) => answers.push(answer));
    await vi.advanceTimersByTimeAsync(0);
    up();
    expect(played.asked[0]?.asking.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(499);
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toMatchObject([{ lookup: { cause: 'timedOut', code: 'PLN-TIMEOUT' }, past: { visit: VISIT } }]);
  });

  test('what a look-up says of its own end goes before', async () => {
    const up = timeIsUp();
    const own = couldNotCheck('tooMany', 'PLN-429');
    played.lookUp = ({ signal: ends }) => new Promise((resolve) => ends.addEventListener('abort', () => resolve(own)));
    const asking = ask();
    await vi.waitFor(() => expect(played.asked).toHaveLength(1));
    up();
    expect((await asking).lookup).toEqual(own);
  });

  test.each<[string, boolean, object]>([
    ['is said', false, { kind: 'couldNotCheck', cause: 'timedOut' }],
    ['shows the copy', true, { kind: 'found', savedBecause: 'serviceDown' }],
  ])('a session that takes too long to be renewed %s', async (_, copy, shown) => {
    const up = timeIsUp();
    vi.useFakeTimers();
    played.current = never;
    hasCopy = copy;
    const answers: VisitAnswer[] = [];
    void ask().then((answer) => answers.push(answer));
    await vi.advanceTimersByTimeAsync(0);
    up();
    await vi.advanceTimersByTimeAsync(500);
    expect(answers).toMatchObject([{ lookup: shown }]);
    expect([visits, played.asked]).toEqual([[], []]);
  });
});

test('what is drawn is compared with how it was before the visit, which is asked once', async () => {
  const first = await ask();
  expect(first.past.shown).toHaveLength(1);
  const second = await ask(planService, first.past);
  expect(played.looks).toBe(1);
  expect(second.past.looks).toBe(first.past.looks);
});
