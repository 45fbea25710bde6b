import { afterEach, describe, expect, test, vi } from 'vitest';
import { capabilityOf, judgeCapability } from '../../../../utils/plan/service/capability.ts';
import type { Json } from '../documents.ts';
import { answeringService } from './answering-service.ts';
import { anAsking, answered, capabilityStatement, freshBase, OFFERS_OPERATION } from './asking.ts';
import { scriptedService, status } from './scripted-service.ts';

afterEach(() => vi.unstubAllGlobals());

const SILENT = { ok: true, value: { offers: [], mayStoreDocuments: true, plansAlong: null } };
const READ = [{ code: 'read' }, { code: 'search-type' }];
const composition = (changes: Json = {}): Json => ({ type: 'Composition', interaction: READ, ...changes });
const judged = (resources: readonly Json[], changes: Json = {}) =>
  judgeCapability(answered(200, capabilityStatement(resources, changes)));

describe('what a service offers', () => {
  test.each<[string, readonly Json[], readonly string[], boolean]>([
    [
      'the operation by name',
      [composition({ operation: [{ name: 'document', definition: 'x' }] })],
      ['operation'],
      false,
    ],
    ['the operation by its dollar', [composition({ operation: [{ name: '$document' }] })], ['operation'], false],
    [
      'the operation by its definition',
      [
        composition({
          operation: [{ name: 'doc', definition: 'http://hl7.org/fhir/OperationDefinition/Composition-document' }],
        }),
      ],
      ['operation'],
      false,
    ],
    ['another operation', [composition({ operation: [{ name: 'everything' }] })], [], false],
    ['documents as Bundles', [composition(), { type: 'Bundle', interaction: READ }], ['storedBundle'], true],
    ['Bundles it says nothing about', [composition(), { type: 'Bundle' }], [], true],
    ['Bundles for writing', [composition(), { type: 'Bundle', interaction: [{ code: 'create' }] }], [], false],
    ['includes', [composition({ searchInclude: ['Composition:subject', 'Composition:entry'] })], ['include'], false],
    ['all includes', [composition({ searchInclude: ['*'] })], ['include'], false],
    ['includes of others', [composition({ searchInclude: ['Patient:organization'] })], [], false],
    ['nothing', [], [], true],
  ])('%s', (_name, resources, offers, mayStoreDocuments) => {
    expect(judged(resources)).toEqual({ ok: true, value: { offers, mayStoreDocuments, plansAlong: null } });
  });

  test('all of them, in the order in which they are tried', () => {
    const all = { operation: [{ name: 'document' }], searchInclude: ['Composition:entry'] };
    const resources = [{ type: 'Bundle', interaction: READ }, composition(all)];
    expect(judged(resources)).toMatchObject({ value: { offers: ['operation', 'storedBundle', 'include'] } });
  });

  test('an operation for everything counts, what only a client does not', () => {
    const rest = [{ mode: 'server', operation: [{ name: 'document' }] }];
    expect(judged([], { rest })).toMatchObject({ value: { offers: ['operation'] } });
    expect(judged([], { rest: [{ ...rest[0], mode: 'client' }] })).toMatchObject({ value: { offers: [] } });
  });
});

test.each<[string, readonly Json[], string | null]>([
  ['by their subject', [{ type: 'Patient', searchRevInclude: ['Composition:subject'] }], 'Composition:subject'],
  [
    'by their patient',
    [{ type: 'Patient', searchRevInclude: ['Group:member', 'Composition:patient'] }],
    'Composition:patient',
  ],
  ['of others', [{ type: 'Practitioner', searchRevInclude: ['Composition:subject'] }], null],
  ['not at all', [{ type: 'Patient', searchRevInclude: ['Composition:author', 'Flag:subject'] }], null],
])('plans come along with their patient: %s', (_name, resources, plansAlong) => {
  expect(judged(resources)).toMatchObject({ value: { plansAlong } });
});

test.each(['4.0.1', '4.0.0', '4.0'])('FHIR %s is R4', (fhirVersion) => {
  expect(judged([], { fhirVersion })).toEqual(SILENT);
});

test.each(['1.0.2', '3.0.2', '4.1.0', '4.3.0', '40.1', '5.0.0', ''])('another FHIR is refused: “%s”', (fhirVersion) => {
  expect(judged([], { fhirVersion })).toMatchObject({
    ok: false,
    failure: { kind: 'couldNotCheck', cause: 'unexpectedAnswer', code: 'PLN-FHIR-VERSION' },
  });
});

test('what is no CapabilityStatement says nothing', () => {
  for (const body of [undefined, null, {}, [], { resourceType: 'Bundle' }, { ...OFFERS_OPERATION, rest: {} }]) {
    expect(judgeCapability(answered(200, body))).toEqual(SILENT);
  }
  for (const code of [401, 403, 404, 500, 503])
    expect(judgeCapability(answered(code, OFFERS_OPERATION))).toEqual(SILENT);
  expect(judgeCapability({ kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT', tries: 1 })).toEqual(SILENT);
});

describe('is asked', () => {
  const HOUR = 3_600_000;

  test('once an hour, for each service', async () => {
    const asking = anAsking({ fhirBase: freshBase() });
    const requests = answeringService(asking.fhirBase, { metadata: OFFERS_OPERATION });
    for (const now of [0, HOUR - 1]) {
      expect(await capabilityOf(asking, now)).toMatchObject({ value: { offers: ['operation'] } });
    }
    expect(requests).toHaveLength(1);
    await capabilityOf(asking, HOUR);
    expect(requests).toHaveLength(2);
    await capabilityOf({ ...asking, fhirBase: freshBase() }, HOUR);
    expect(requests).toHaveLength(3);
  });

  test('once an hour where there is no such page, and again at once where it failed', async () => {
    const asking = anAsking({ fhirBase: freshBase() });
    const requests = scriptedService(status(503), 'down', status(404));
    for (let turn = 0; turn < 5; turn += 1) expect(await capabilityOf(asking, 0)).toEqual(SILENT);
    expect(requests).toHaveLength(3);
  });

  test('and a service that does not answer is not waited for', async () => {
    scriptedService('never');
    expect(await capabilityOf(anAsking({ fhirBase: freshBase() }))).toEqual(SILENT);
  });
});
