import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../utils/plan/service/asking.ts';
import { checkService } from '../../conformance/check-service.ts';
import { ROW_GROUPS } from '../../conformance/rows.ts';
import type { Wanted } from '../../conformance/wanted.ts';
import { NHS_NUMBER_SYSTEM, NUMBER } from '../plan/documents.ts';

afterEach(() => vi.unstubAllGlobals());

let bases = 0;

/** Each time another service: what is remembered of one is remembered by its base. */
function wanted(changes: Partial<Wanted> = {}): Wanted {
  bases += 1;
  return {
    base: `https://plans-${bases}.example/fhir`,
    nhsNumber: NUMBER,
    birthDate: '1938-07-14',
    token: 'a-token',
    clientId: null,
    scopes: 'openid',
    callbackPort: 0,
    signInOrigins: [],
    roleId: null,
    odsCode: 'X26',
    writeAudit: true,
    limits: { ...LIMITS, totalMs: 500, tryMs: 100, besideMs: 100, leastWaitMs: 1, longestWaitMs: 2 },
    say: () => undefined,
    ...changes,
  };
}

const ROWS = ROW_GROUPS.flatMap(({ rows }) => rows.map(({ id }) => id));

/** Every row has an outcome, and none of them because a check broke down. */
async function expectOutcomes(answer: () => Response): Promise<void> {
  vi.stubGlobal('fetch', async () => answer());
  const report = await checkService(wanted());
  expect(report.rows.map(({ id }) => id)).toEqual(ROWS);
  expect(report.rows.filter(({ reason }) => reason.includes('this check stopped'))).toEqual([]);
  expect(JSON.stringify(report)).not.toMatch(new RegExp(`${NUMBER}|1938-07-14|a-token`));
}

const patient = { resourceType: 'Patient', id: '1', identifier: [{ system: NHS_NUMBER_SYSTEM, value: NUMBER }] };
const searchset = (...resources: readonly unknown[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});

describe('a service that answers nonsense', () => {
  it.each<unknown>([
    null,
    0,
    'Bundle',
    [],
    {},
    { resourceType: 'Bundle' },
    { resourceType: 'Bundle', type: 'searchset', entry: null },
    { resourceType: 'Bundle', type: 'searchset', entry: [null] },
    { resourceType: 'Bundle', type: 'document', entry: [{ resource: { resourceType: 'Composition' } }] },
    { resourceType: 'CapabilityStatement', fhirVersion: 5, rest: [{ resource: [null] }] },
    { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0', rest: [] },
    { resourceType: 'OperationOutcome', issue: [] },
    { issuer: 1, code_challenge_methods_supported: 'S256', token_endpoint: 'javascript:alert(1)' },
    { ...searchset(patient), link: [{ relation: 'next', url: `https://elsewhere.example/${NUMBER}` }] },
    searchset(patient),
    searchset(patient, patient),
    searchset(patient, { resourceType: 'Composition', status: NUMBER, date: NUMBER, type: {}, subject: {} }),
    searchset({ resourceType: NUMBER }),
    { ...searchset(patient), type: NUMBER, [NUMBER]: NUMBER },
  ])('ends every row, and nothing of it is repeated: %j', (body) => expectOutcomes(() => Response.json(body)));

  it.each([201, 204, 301, 304, 400, 401, 403, 404, 409, 410, 418, 422, 500, 501])('status %i', (status) =>
    expectOutcomes(() => new Response([204, 304].includes(status) ? null : `{"a":"${NUMBER}"}`, { status })),
  );

  it('whatever JSON it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(200, 200, 400, 403), (body, status) =>
        expectOutcomes(() => Response.json(body, { status })),
      ),
      { numRuns: 40 },
    );
  });
});

describe('where nothing may be sent', () => {
  it.each(['http://plans.example/fhir', 'http://10.0.0.1/fhir', 'http://localhost.example/fhir'])(
    'is %s',
    async (base) => {
      const asked = vi.fn();
      vi.stubGlobal('fetch', asked);
      const report = await checkService(wanted({ base }));
      expect(asked).not.toHaveBeenCalled();
      expect(report).toMatchObject({ passed: 0, failed: 1, notOffered: 0, notChecked: ROWS.length - 1 });
    },
  );

  it('`fetch` is given back as it was', async () => {
    const before = vi.fn(async () => Response.json({}));
    vi.stubGlobal('fetch', before);
    await checkService(wanted());
    expect(globalThis.fetch).toBe(before);
  });
});
