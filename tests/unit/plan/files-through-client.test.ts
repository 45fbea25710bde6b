import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import { forgetCapabilities } from '../../../utils/plan/service/capability.ts';
import { NUMBER, patientResource } from './documents.ts';
import { answeringService } from './service/answering-service.ts';
import { anAsking } from './service/asking.ts';

/** Real FHIR of standards bodies, beside the repository; not part of it. */
const folder = fileURLToPath(new URL('../../../../shared/fhir', import.meta.url));
const there = existsSync(folder);
const files = there
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  : [];

const BASE = 'https://plans.example.org/fhir';
const searchset = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});
const composition = {
  resourceType: 'Composition',
  id: 'plan',
  status: 'final',
  type: { coding: [{ system: 'http://snomed.info/sct', code: '736373009' }] },
  subject: { reference: 'Patient/patient' },
  date: '2026-05-01',
};
/** A service in order, up to the one answer that is somebody's file. */
const GOOD = {
  'Patient/_search': searchset(patientResource()),
  'Composition/_search': searchset(composition),
  'DocumentReference/_search': searchset(),
};
const STEPS = [
  'metadata',
  'Patient/_search',
  'Composition/_search',
  'DocumentReference/_search',
  'Composition/plan/$document',
];

/** Whether this file is what a service that holds nothing would send: an empty searchset that counts to none. */
function trulyEmpty(body: string): boolean {
  try {
    const { resourceType, type, total, entry = [] } = JSON.parse(body);
    return resourceType === 'Bundle' && type === 'searchset' && (total ?? 0) === 0 && entry.length === 0;
  } catch {
    return false;
  }
}

afterEach(() => vi.unstubAllGlobals());

describe.skipIf(!there)('S4 S6: every file of the collection as the answer of a plan service', () => {
  test.each(STEPS)(
    'at %s: no crash, no plan, “no plan found” for an empty answer alone',
    { timeout: 120_000 },
    async (step) => {
      expect(files.length).toBeGreaterThan(400);
      const ends = new Set<string>();
      for (const file of files) {
        forgetCapabilities();
        const body = readFileSync(path.join(folder, file), 'utf8');
        answeringService(BASE, {
          ...GOOD,
          [step]: () => new Response(body, { headers: { 'content-type': 'application/fhir+json' } }),
        });
        const found = await lookUpPlan(anAsking({ fhirBase: BASE }), NUMBER);
        ends.add(found.kind);
        const none = ['Patient/_search', 'Composition/_search'].includes(step) && trulyEmpty(body);
        const allowed = none ? /^noPlanFound$/ : /^(couldNotCheck|accessRefused|signedOut)$/;
        expect([file, found.kind]).toEqual([file, expect.stringMatching(allowed)]);
      }
      expect(ends.size).toBeGreaterThan(0);
    },
  );

  test.each(STEPS.slice(1))('as a refusal at %s, with each status', { timeout: 120_000 }, async (step) => {
    const outcomes = files.filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('OperationOutcome'));
    expect(outcomes.length).toBeGreaterThan(100);
    for (const [at, file] of outcomes.entries()) {
      forgetCapabilities();
      const body = readFileSync(path.join(folder, file), 'utf8');
      const status = [400, 401, 403, 404, 409, 410, 422, 500][at % 8] ?? 400;
      answeringService(BASE, { ...GOOD, [step]: () => new Response(body, { status }) });
      const found = await lookUpPlan(anAsking({ fhirBase: BASE }), NUMBER);
      expect([file, found.kind]).toEqual([file, expect.not.stringMatching(/^(noPlanFound|found|noCurrentPlan)$/)]);
    }
  });
});
