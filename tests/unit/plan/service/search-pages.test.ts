import { afterEach, expect, test, vi } from 'vitest';
import { searchPages } from '../../../../utils/plan/service/search-pages.ts';
import { type Json, NUMBER, searchsetOf } from '../documents.ts';
import { type Answers, answeringService } from './answering-service.ts';
import { anAsking, BASE } from './asking.ts';

afterEach(() => vi.unstubAllGlobals());

const flag = (id: string, changes: Json = {}): Json => ({ resourceType: 'Flag', id, ...changes });
const next = (url: string) => ({ link: [{ relation: 'next', url }] });

async function found(answers: Answers) {
  const requests = answeringService(BASE, answers);
  const pages = await searchPages(anAsking(), 'Flag', [], NUMBER);
  return {
    requests,
    result: pages.ok ? pages.value : pages.failure,
    ids: pages.ok && pages.value.resources.map(({ id }) => id),
  };
}

test('follows the pages, and counts once what comes twice', async () => {
  const answers = {
    'Flag/_search': searchsetOf([flag('a'), flag('b')], { total: 3, ...next(`${BASE}/Flag?page=2`) }),
    'Flag?page=2': searchsetOf([flag('b'), flag('c')], { total: 3 }),
  };
  const { ids, requests } = await found(answers);
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

test('results without an id are each their own', async () => {
  const { ids } = await found({
    'Flag/_search': searchsetOf([flag('a'), { resourceType: 'Flag' }, { resourceType: 'Flag' }]),
  });
  expect(ids).toHaveLength(3);
});

test('S4: nothing on the last page after nothing on the others is the service’s word that there is nothing', async () => {
  const answers = {
    'Flag/_search': searchsetOf([], next(`${BASE}/Flag?page=2`)),
    'Flag?page=2': searchsetOf([]),
  };
  expect((await found(answers)).result).toMatchObject({ resources: [], empty: expect.anything() });
  const one = { ...answers, 'Flag/_search': searchsetOf([flag('a')], next(`${BASE}/Flag?page=2`)) };
  expect((await found(one)).result).toMatchObject({ resources: [flag('a')], empty: null });
});

test.each<[string, Answers, string]>([
  ['fewer than announced', { 'Flag/_search': searchsetOf([flag('a')], { total: 2 }) }, 'PLN-MISSING-RESULTS'],
  ['one twice in place of two', { 'Flag/_search': searchsetOf([flag('a'), flag('a')]) }, 'PLN-MISSING-RESULTS'],
  [
    'one resource in two versions',
    { 'Flag/_search': searchsetOf([flag('a'), flag('a', { status: 'active' })]) },
    'PLN-TWO-VERSIONS',
  ],
  ['a page elsewhere', { 'Flag/_search': searchsetOf([], next('https://evil.example/Flag')) }, 'PLN-ORIGIN'],
  [
    'pages in a circle',
    { 'Flag/_search': searchsetOf([], next(`${BASE}/p`)), p: searchsetOf([], next(`${BASE}/p`)) },
    'PLN-PAGES',
  ],
  [
    'S7: a page whose address holds the NHS number',
    { 'Flag/_search': searchsetOf([], next(`${BASE}/Flag?identifier=x%7C${NUMBER}`)) },
    'PLN-NUMBER-IN-ADDRESS',
  ],
  [
    'S7: in percent signs too',
    { 'Flag/_search': searchsetOf([], next(`${BASE}/Flag?i=%39%39${NUMBER.slice(2)}`)) },
    'PLN-NUMBER-IN-ADDRESS',
  ],
])('S4: %s is no whole answer', async (_name, answers, code) => {
  const { result } = await found(answers);
  expect(result).toMatchObject({ kind: 'couldNotCheck', code });
});
