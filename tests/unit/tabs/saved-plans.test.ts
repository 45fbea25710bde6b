import { beforeEach, describe, expect, test } from 'vitest';
import type { Copies } from '../../../utils/offline/open-copies.ts';
import type { SavedCopy } from '../../../utils/offline/saved-copy.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { type CouldNotCheckCause, PASSING, type PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { readDocument } from '../../../utils/plan/reader/read-document.ts';
import { couldNotCheck } from '../../../utils/plan/service/judge.ts';
import { type SavedPlans, savedPlans } from '../../../utils/tabs/saved-plans.ts';
import { documentsOf, known, otherKnown, withTwo } from './few-plans.ts';
import { turns } from './pretend-extension.ts';

type Found = Extract<PlanLookup, { kind: 'found' }>;

const two = documentsOf(withTwo);
const [oneDocument] = documentsOf(known);

let kept: Map<string, SavedCopy>;
/** What was asked of the copies, in order. */
let asked: string[];
let readAs: SavedCopy | 'erased' | null | undefined;
let saved: SavedPlans;
let begin: () => void;

beforeEach(async () => {
  [kept, asked, readAs] = [new Map(), [], undefined];
  saved = savedPlans(
    new Promise((resolve) => {
      begin = () => resolve(copies);
    }),
  );
  begin();
  await turns();
});

const copies: Copies = {
  async saveCopy(copy) {
    asked.push(`save ${copy.nhsNumber}`);
    kept.set(copy.nhsNumber, copy);
    return { saved: true };
  },
  async readCopy(nhsNumber) {
    asked.push(`read ${nhsNumber}`);
    return readAs === undefined ? (kept.get(nhsNumber) ?? null) : readAs;
  },
  async forgetCopy(nhsNumber) {
    asked.push(`forget ${nhsNumber}`);
    kept.delete(nhsNumber);
  },
  eraseCopies: async () => kept.clear(),
};

function read(document: unknown, nhsNumber: string): Plan {
  const plan = readDocument(document, nhsNumber);
  if (!plan.ok) throw new Error(plan.why);
  return plan.plan;
}

function foundIn(documents: readonly unknown[], nhsNumber: string): Found {
  const [first, ...others] = documents.map((document) => read(document, nhsNumber));
  if (!first) throw new Error('No document');
  const when = { newerDraft: { by: 'Dr Rao' }, elsewhere: [{ title: 'Letter' }], fetchedAt: 1_000, clockAhead: 7 };
  return { kind: 'found', plans: [first, ...others], ...when, savedBecause: null };
}

async function keepBoth(): Promise<Found> {
  const found = foundIn(two, withTwo.nhsNumber);
  saved.keep(withTwo.nhsNumber, found, two);
  await turns();
  asked.length = 0;
  return found;
}

const down = (cause: CouldNotCheckCause = 'serviceDown') => couldNotCheck(cause, 'PLN-X');
const every: readonly CouldNotCheckCause[] = [
  ...PASSING,
  'refusedRequest',
  'notFound',
  'unexpectedAnswer',
  'tooLarge',
  'redirected',
  'wrongPatient',
  'replacedNumber',
  'severalRecords',
];

describe('a copy', () => {
  test('is kept of everything that was found, as it came', async () => {
    const found = await keepBoth();
    const { newerDraft, elsewhere, fetchedAt, clockAhead } = found;
    const documents = found.plans.map(({ provenance: { planId, version = '' } }, at) => ({
      planId,
      version,
      document: two[at],
    }));
    const nhsNumber = withTwo.nhsNumber;
    expect(kept.get(nhsNumber)).toEqual({ nhsNumber, documents, newerDraft, elsewhere, fetchedAt, clockAhead });
  });

  test.each([...PASSING])(
    'H18: is used where the service could not be asked (%s), and says that it is one',
    async (cause) => {
      const found = await keepBoth();
      expect(await saved.orCopy(withTwo.nhsNumber, down(cause))).toEqual({ ...found, savedBecause: cause });
      expect(asked).toEqual([`read ${withTwo.nhsNumber}`]);
    },
  );

  test.each<[string, PlanLookup]>([
    ...every.filter((cause) => !PASSING.has(cause)).map((cause): [string, PlanLookup] => [cause, down(cause)]),
    ['no plan in force', { kind: 'noCurrentPlan', found: 'withdrawn', elsewhere: [], askedAt: 1 }],
    ['refused', { kind: 'accessRefused', why: 'patient' }],
    ['a reason is needed', { kind: 'reasonNeeded', alerts: null }],
  ])('H05: ends with whatever the service says of the patient: %s', async (_, lookup) => {
    await keepBoth();
    expect(await saved.orCopy(withTwo.nhsNumber, lookup)).toBe(lookup);
    expect(asked).toEqual([`forget ${withTwo.nhsNumber}`]);
    expect(await saved.orCopy(withTwo.nhsNumber, down())).toEqual(expect.objectContaining({ kind: 'couldNotCheck' }));
  });

  test('does not end because somebody has signed out, and is not asked for where the service answered', async () => {
    const found = await keepBoth();
    for (const lookup of [found, { kind: 'signedOut' }] as const) {
      expect(await saved.orCopy(withTwo.nhsNumber, lookup)).toBe(lookup);
    }
    expect([asked, kept.size]).toEqual([[], 1]);
  });

  test('of one person is nobody else’s', async () => {
    await keepBoth();
    const lookup = down();
    expect(await saved.orCopy(otherKnown.nhsNumber, lookup)).toBe(lookup);
  });

  test('can be ended alone', async () => {
    await keepBoth();
    saved.forget(withTwo.nhsNumber);
    await turns();
    expect(kept.size).toBe(0);
  });
});

describe('what is not all there', () => {
  test.each<[string, readonly unknown[]]>([
    ['no document', []],
    ['one document of two', [two[0]]],
    ['the second of two', [undefined, two[1]]],
  ])('%s: nothing is kept, and what was kept before has ended', async (_, documents) => {
    const found = await keepBoth();
    saved.keep(withTwo.nhsNumber, found, documents);
    await turns();
    expect([kept.size, asked]).toEqual([0, [`forget ${withTwo.nhsNumber}`]]);
  });

  test.each<[string, (copy: SavedCopy) => unknown]>([
    ['another patient’s document', () => oneDocument],
    ['no document at all', () => ({ resourceType: 'Bundle' })],
    ['one that was entered in error since', ({ documents }) => enteredInError(documents[0].document)],
  ])('H03: a copy that holds %s is none, whatever else is in it', async (_, bent) => {
    await keepBoth();
    const copy = kept.get(withTwo.nhsNumber);
    if (!copy) throw new Error('Nothing kept');
    const [first, second] = copy.documents;
    if (!second) throw new Error('One document only');
    const lookup = down();
    for (const at of [0, 1]) {
      const broken = { ...(at === 0 ? first : second), document: bent(copy) };
      readAs = { ...copy, documents: at === 0 ? [broken, second] : [first, broken] };
      expect(await saved.orCopy(withTwo.nhsNumber, lookup)).toBe(lookup);
    }
    readAs = copy;
    expect((await saved.orCopy(withTwo.nhsNumber, lookup)).kind).toBe('found');
  });

  test.each([null, 'erased'] as const)('no copy (%s) leaves the answer as it is', async (none) => {
    readAs = none;
    const lookup = down('offline');
    expect(await saved.orCopy(known.nhsNumber, lookup)).toBe(lookup);
  });
});

test('who has a plan waits for no copies, and what is found meanwhile is kept later', async () => {
  const slow = savedPlans(
    new Promise((resolve) => {
      begin = () => resolve(copies);
    }),
  );
  const found = foundIn([oneDocument], known.nhsNumber);
  slow.keep(known.nhsNumber, found, [oneDocument]);
  expect(await slow.orCopy(known.nhsNumber, found)).toBe(found);
  expect(asked).toEqual([]);
  begin();
  await turns();
  expect(asked).toEqual([`save ${known.nhsNumber}`]);
});

function enteredInError(document: unknown): unknown {
  const copy = structuredClone(document) as { entry: { resource: { resourceType: string; status: string } }[] };
  const composition = copy.entry.find(({ resource }) => resource.resourceType === 'Composition');
  if (composition) composition.resource.status = 'entered-in-error';
  return copy;
}
