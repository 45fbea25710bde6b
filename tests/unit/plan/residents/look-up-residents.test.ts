import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Json, searchsetOf } from '../documents.ts';
import { capabilityStatement, outcome } from '../service/asking.ts';
import { asked, group, member, numbers, person, planOf, residentsOf } from './home.ts';

afterEach(() => vi.unstubAllGlobals());

const [A = '', B = '', C = ''] = numbers(3);
const json = (resources: readonly Json[], changes: Json = {}) => Response.json(searchsetOf(resources, changes));
const only =
  (...whom: readonly string[]) =>
  (request: { body: string }) =>
    json(asked({ body: request.body }, 'subject').flatMap((number) => (whom.includes(number) ? [planOf(number)] : [])));
const refused = (status: number, code: string) => Response.json(outcome(code), { status });

describe('a home', () => {
  test('everybody in it, with name, birth date, and that there is a plan', async () => {
    const { lookup } = await residentsOf([A, B]);
    expect(lookup).toMatchObject({
      kind: 'list',
      residents: [
        {
          identity: { nhsNumber: A, birthDate: '1938-07-14', familyName: 'Reed', givenNames: 'Margaret' },
          plan: {
            kind: 'plan',
            changedOn: '2026-05-01T10:00:00Z',
            versions: [{ lastUpdated: '2026-05-01T10:00:00Z' }],
          },
        },
        { identity: { nhsNumber: B } },
      ],
    });
  });

  test('S7: no number stands in an address, and no search asks about too many', async () => {
    const all = numbers(130);
    const { kinds, requests } = await residentsOf(all);
    expect(Object.values(kinds ?? {})).toEqual(Array(130).fill('plan'));
    const sizes = (name: string, of: string) =>
      requests.filter(({ address }) => address.includes(of)).map((request) => asked(request, name).length);
    expect(sizes('identifier', 'Patient/')).toEqual([50, 50, 30]);
    expect(Math.max(...sizes('subject', 'Composition/'))).toBe(20);
    for (const { address } of requests) expect(address).not.toMatch(/\d{10}/);
  });

  test('whoever has left is no resident', async () => {
    const members = [member(A), member(B, { inactive: true }), member(C, { period: { end: '2026-11-25' } })];
    expect((await residentsOf([], { group: searchsetOf([group(members)]) })).kinds).toEqual({ [A]: 'plan' });
  });

  test('when a plan is due for review is read where the service brings it along', async () => {
    const section = [{ title: 'Emergency care and treatment', entry: [{ reference: 'CarePlan/due' }] }];
    const carePlan = { resourceType: 'CarePlan', id: 'due', status: 'active', period: { end: '2026-01-02' } };
    const answer = searchsetOf([planOf(A, { section })]) as { entry: Json[] };
    answer.entry.push({ resource: carePlan, search: { mode: 'include' } });
    const { lookup } = await residentsOf([A], { plans: () => Response.json(answer) });
    expect(lookup).toMatchObject({ residents: [{ plan: { kind: 'plan', reviewDue: '2026-01-02' } }] });
  });

  test('a service that cannot bring it along is asked without', async () => {
    const plans = ({ body }: { body: string }) =>
      body.includes('_include') ? refused(400, 'not-supported') : only(A, B)({ body });
    const { lookup, kinds } = await residentsOf([A, B], { plans });
    expect(kinds).toEqual({ [A]: 'plan', [B]: 'plan' });
    expect(JSON.stringify(lookup)).not.toContain('reviewDue');
  });
});

describe('S4: “no plan” of a resident', () => {
  test('is said where the service has answered about several, and left this one out', async () => {
    expect((await residentsOf([A, B, C], { plans: only(A, B) })).kinds).toEqual({
      [A]: 'plan',
      [B]: 'plan',
      [C]: 'noPlan',
    });
  });

  test('is not said of those an answer that failed was about, whatever the service says of the others', async () => {
    const all = numbers(25);
    const [first = '', ...later] = all.slice(20);
    const plans = ({ body }: { body: string }) =>
      asked({ body }, 'subject').includes(first) ? refused(500, 'exception') : only(...all.slice(0, 19))({ body });
    const { kinds } = await residentsOf(all, { plans });
    expect(kinds).toMatchObject({ [all[0] ?? '']: 'plan', [all[19] ?? '']: 'noPlan' });
    for (const number of [first, ...later]) expect(kinds?.[number]).toBe('couldNotCheck');
  });

  test('is asked for one by one where it may have read the first of several alone', async () => {
    const plans = (request: { body: string }) => {
      const [first = ''] = asked(request, 'subject');
      return json([A, B].includes(first) ? [planOf(first)] : []);
    };
    const { kinds, requests } = await residentsOf([A, B, C], { plans });
    // B has a plan, and was left out of the answer about all three.
    expect(kinds).toEqual({ [A]: 'plan', [B]: 'couldNotCheck', [C]: 'noPlan' });
    expect(requests.filter(({ address }) => address.includes('Composition/'))).toHaveLength(3);
  });

  test.each<[string, Json]>([
    ['stores whole documents', capabilityStatement([{ type: 'Bundle', interaction: [{ code: 'read' }] }])],
    ['does not say what it stores', { resourceType: 'OperationOutcome', issue: [] }],
  ])('is not said of a service that %s', async (_, metadata) => {
    const { kinds } = await residentsOf([A, B, C], { plans: only(A, B), metadata });
    expect(kinds).toEqual({ [A]: 'plan', [B]: 'plan', [C]: 'couldNotCheck' });
  });

  test.each<[string, (request: { body: string }) => Response]>([
    ['anybody else’s plan', () => json([planOf(A), planOf('somebody')])],
    ['a plan of nobody', () => json([planOf(A), planOf(B, { subject: {} })])],
    ['fewer than announced', () => json([planOf(A)], { total: 3 })],
    ['a plan that cannot be read', () => json([planOf(A), planOf(B, { date: 'yesterday' })])],
    ['a refusal', () => refused(403, 'forbidden')],
    ['no searchset', () => Response.json({ resourceType: 'Bundle', type: 'document' })],
    [
      'the address of the next page with a number in it',
      () => json([planOf(A)], { link: [{ relation: 'next', url: `https://x/${B}` }] }),
    ],
  ])('is said of nobody after an answer with %s', async (_, plans) => {
    expect((await residentsOf([A, B, C], { plans })).kinds).toEqual({
      [A]: 'couldNotCheck',
      [B]: 'couldNotCheck',
      [C]: 'couldNotCheck',
    });
  });

  test('is not said where only what was not asked for came', async () => {
    const plans = () => json([planOf(A), planOf(B), planOf(C, { type: { text: 'Letter' } })]);
    expect((await residentsOf([A, B, C], { plans })).kinds).toMatchObject({ [C]: 'couldNotCheck' });
  });

  test('a draft and a plan that was withdrawn are neither a plan nor none', async () => {
    const plans = () =>
      json([planOf(A, { status: 'preliminary' }), planOf(B, { status: 'entered-in-error' }), planOf(C)]);
    const { lookup } = await residentsOf([A, B, C], { plans });
    expect(lookup).toMatchObject({
      residents: [
        { plan: { kind: 'noCurrentPlan', found: 'draft' } },
        { plan: { kind: 'noCurrentPlan', found: 'withdrawn' } },
        { plan: { kind: 'plan' } },
      ],
    });
  });
});

describe('S1: the records of residents', () => {
  test.each<[string, Json[]]>([
    ['left out', [person(B)]],
    ['two', [person(A), person(A, { id: 'other' }), person(B)]],
    ['another than the list names', [person(A, { id: 'other' }), person(B)]],
    ['merged into another', [person(A, { link: [{ type: 'replaced-by' }] }), person(B)]],
    ['put aside', [person(A, { active: false }), person(B)]],
  ])('one that is %s: this one could not be checked, and is nameless', async (_, people) => {
    const { lookup, kinds } = await residentsOf([A, B], { people: () => json(people) });
    expect(kinds).toEqual({ [A]: 'couldNotCheck', [B]: 'plan' });
    expect(lookup).toMatchObject({ residents: [{ identity: { birthDate: null, familyName: null } }, {}] });
  });

  test('of anybody else: nobody of that answer is believed', async () => {
    const { kinds } = await residentsOf([A, B], { people: () => json([person(A), person(C)]) });
    expect(kinds).toEqual({ [A]: 'couldNotCheck', [B]: 'couldNotCheck' });
  });
});

describe('no list', () => {
  test.each<[string, unknown]>([
    ['a role that has none', refused(403, 'forbidden')],
    ['an organisation that is no home', searchsetOf([])],
  ])('%s', async (_, answer) => {
    expect((await residentsOf([A], { group: answer })).lookup).toEqual({ kind: 'noList' });
  });

  test.each<[string, unknown, string]>([
    ['two Groups', searchsetOf([group([member(A)]), group([member(B)], { id: 'other' })]), 'PLN-SEVERAL-GROUPS'],
    ['another home’s', searchsetOf([group([member(A)], { managingEntity: {} })]), 'PLN-OTHER-GROUP'],
    ['one of animals', searchsetOf([group([member(A)], { type: 'animal' })]), 'PLN-GROUP-KIND'],
    ['one that only describes', searchsetOf([group([member(A)], { actual: false })]), 'PLN-GROUP-KIND'],
    ['a member without a number', searchsetOf([group([member(A), { entity: {} }])]), 'PLN-GROUP-MEMBER'],
    ['a member with a wrong one', searchsetOf([group([member('9991087100')])]), 'PLN-GROUP-MEMBER'],
    ['something else', searchsetOf([{ resourceType: 'List' }]), 'PLN-GROUP-SHAPE'],
  ])('S4: %s could not be read', async (_, answer, code) => {
    expect((await residentsOf([A], { group: answer })).lookup).toMatchObject({ kind: 'couldNotCheck', code });
  });

  test('401 is signed out', async () => {
    expect((await residentsOf([A], { group: refused(401, 'login') })).lookup).toEqual({ kind: 'signedOut' });
  });
});
