import type { Bundle, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { type Caller, callerAs, foundIn, onList, refusalOf, restricted, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
});
afterAll(() => planService.stop());

const SUBJECT = { subject: `Patient/${onList.patientId}` };
const SNOMED = 'http://snomed.info/sct';
const ids = (bundle: Bundle<FhirResource>) => (bundle.entry ?? []).map(({ resource }) => resource?.id);
const search = async (form: Record<string, string>) => foundIn(await gp.search('Composition', form));
const nextOf = (bundle: Bundle<FhirResource>) => bundle.link?.find(({ relation }) => relation === 'next')?.url;
const follow = async (url: string, caller = gp) => caller.get(url.slice(planService.fhirBase.length + 1));

describe('composition search', () => {
  it('finds the plans of one patient, newest first', async () => {
    const bundle = await search({ ...SUBJECT, _sort: '-date' });
    expect(ids(bundle)).toEqual(['plan-new', 'plan-middle', 'plan-old']);
    expect(bundle.total).toBe(3);
    expect(bundle.entry?.[0]).toMatchObject({
      fullUrl: `${planService.fhirBase}/Composition/plan-new`,
      search: { mode: 'match' },
      resource: { resourceType: 'Composition', subject: { reference: `Patient/${onList.patientId}` } },
    });
  });

  it('sorts the other way when asked', async () => {
    expect(ids(await search({ ...SUBJECT, _sort: 'date' }))).toEqual(['plan-old', 'plan-middle', 'plan-new']);
  });

  it.each<[string, Record<string, string>]>([
    ['patient as a reference', { patient: `Patient/${onList.patientId}` }],
    ['patient as an id', { patient: onList.patientId }],
  ])('takes %s', async (_what, form) => {
    expect(ids(await search(form))).toHaveLength(3);
  });

  it('takes the subject as an address of its own', async () => {
    const subject = `${planService.fhirBase}/Patient/${onList.patientId}`;
    expect(ids(await search({ subject }))).toHaveLength(3);
  });

  it('filters by type and status, any of a list', async () => {
    const type = (...codes: string[]) => codes.map((code) => `${SNOMED}|${code}`).join(',');
    expect(ids(await search({ ...SUBJECT, type: type('736366004') }))).toEqual(['plan-old']);
    expect(ids(await search({ ...SUBJECT, type: type('736366004', '736373009') }))).toHaveLength(3);
    expect(ids(await search({ ...SUBJECT, type: type('73636600') }))).toEqual([]);
    expect(ids(await search({ ...SUBJECT, type: 'http://loinc.org|736366004' }))).toEqual([]);
    expect(ids(await search({ ...SUBJECT, status: 'final,amended' }))).toEqual(['plan-new', 'plan-old']);
    expect(ids(await search({ ...SUBJECT, status: 'preliminary', type: type('736366004') }))).toEqual([]);
  });

  it('finds nothing for a patient without plans, or for nobody', async () => {
    const none = await search({ subject: `Patient/${restricted.patientId}` });
    expect([none.total, none.entry, nextOf(none)]).toEqual([0, undefined, undefined]);
    expect((await search({ subject: 'Patient/nobody' })).total).toBe(0);
  });

  it('gives page after page on the same origin, behind keys that say nothing', async () => {
    const seen: (string | undefined)[] = [];
    let page = await search({ ...SUBJECT, _count: '1' });
    for (let pages = 0; pages < 5; pages++) {
      seen.push(...ids(page));
      expect([page.total, page.link?.[0]?.relation]).toEqual([3, 'self']);
      const next = nextOf(page);
      if (next === undefined) break;
      expect(new URL(next).origin).toBe(planService.origin);
      expect(next).not.toContain(onList.patientId);
      page = await foundIn(await follow(next));
    }
    expect(seen).toEqual(['plan-new', 'plan-middle', 'plan-old']);
  });

  it('gives the same page twice, to its own account only, and takes nothing beside the key', async () => {
    const next = nextOf(await search({ ...SUBJECT, _count: '2', _total: 'none' })) ?? '';
    const twice = [await foundIn(await follow(next)), await foundIn(await follow(next))];
    expect(twice.map(ids)).toEqual([['plan-old'], ['plan-old']]);
    expect(twice[0]?.total).toBeUndefined();
    const other = await callerAs(planService, 'out-of-hours');
    expect(await refusalOf(await follow(next, other))).toEqual([404, 'not-found']);
    expect(await refusalOf(await gp.get('Composition?_page=made-up'))).toEqual([404, 'not-found']);
    expect(await refusalOf(await follow(`${next}&_count=5`))).toEqual([400, 'not-supported']);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no subject', { _sort: '-date' }, 'required'],
    ['subject and patient', { ...SUBJECT, patient: onList.patientId }, 'invalid'],
    ['a subject that is a bare id', { subject: onList.patientId }, 'value'],
    ['a subject elsewhere', { subject: `https://elsewhere.example/Patient/${onList.patientId}` }, 'value'],
    ['a type without system', { ...SUBJECT, type: '736366004' }, 'value'],
    ['an unknown status', { ...SUBJECT, status: 'current' }, 'value'],
    ['another sort', { ...SUBJECT, _sort: 'title' }, 'not-supported'],
    ['an include', { ...SUBJECT, _include: 'Composition:subject' }, 'not-supported'],
    ['a chain', { 'subject:Patient.identifier': 'x' }, 'not-supported'],
  ])('refuses %s', async (_what, form, code) => {
    expect(await refusalOf(await gp.search('Composition', form))).toEqual([400, code]);
  });
});

describe('composition read and document', () => {
  it.each(['Composition/plan-new', 'Composition/plan-new/$document'])(
    '%s comes with an ETag, then as 304',
    async (path) => {
      const answer = await gp.get(path);
      const etag = answer.headers.get('etag') ?? '';
      expect([answer.status, etag]).toEqual([200, expect.stringMatching(/^W\/"[^"]+"$/)]);
      for (const held of [etag, `W/"older", ${etag}`, etag.slice(2), '*']) {
        const again = await gp.get(path, { 'if-none-match': held });
        expect([again.status, await again.text()], held).toEqual([304, '']);
        expect(again.headers.get('cache-control')).toBe('no-store');
      }
      expect((await gp.get(path, { 'if-none-match': 'W/"older"' })).status).toBe(200);
    },
  );

  it('gives the whole document', async () => {
    const bundle = await foundIn(await gp.get('Composition/plan-new/$document'));
    expect(bundle).toMatchObject({ type: 'document', identifier: {}, timestamp: expect.any(String) });
    expect(bundle.entry?.[0]?.resource?.resourceType).toBe('Composition');
    expect(bundle.entry).toHaveLength(9);
  });

  it.each(['Composition/unknown', 'Composition/unknown/$document'])('knows no %s', async (path) => {
    expect(await refusalOf(await gp.get(path))).toEqual([404, 'not-found']);
  });
});
