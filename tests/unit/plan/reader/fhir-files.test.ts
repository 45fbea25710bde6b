import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { NUMBER } from '../documents.ts';

/** Real FHIR of standards bodies, beside the repository; not part of it. */
const folder = fileURLToPath(new URL('../../../../../shared/fhir', import.meta.url));
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: no FHIR files beside the repository (${folder})`);

const files = there
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  : [];

function parsed(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A stranger’s document made ours: with the number that was asked for, so that it is read to the end. */
function withNumber(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('entry' in raw) || !Array.isArray(raw.entry)) return raw;
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: NUMBER }];
  const entry = raw.entry.map((one) =>
    one?.resource?.resourceType === 'Patient' ? { ...one, resource: { ...one.resource, identifier } } : one,
  );
  return { ...raw, entry };
}

const REFUSALS = ['notADocument', 'wrongPatient', 'noNhsNumber', 'replacedNumber', 'enteredInError', 'revoked'];

describe.skipIf(!there)('S6: every file of the collection', () => {
  test('is read or refused by name, and never with somebody else’s number', () => {
    expect(files.length).toBeGreaterThan(400);
    for (const name of files) {
      const read = readDocument(parsed(name), NUMBER);
      expect([name, !read.ok && REFUSALS.includes(read.why)]).toEqual([name, true]);
    }
  });

  test('is read or refused by name with our number in it, and several are read', () => {
    const outcomes = files.map((name) => {
      const read = readDocument(withNumber(parsed(name)), NUMBER);
      if (!read.ok) return read.why;
      expect(read.plan.patient.nhsNumber).toBe(NUMBER);
      return 'read';
    });
    expect(new Set(outcomes).isSubsetOf(new Set(['read', ...REFUSALS]))).toBe(true);
    expect(outcomes.filter((outcome) => outcome === 'read').length).toBeGreaterThan(5);
  });

  test('H05: the order that is final and yet revoked is refused by that name', () => {
    const name = files.find((file) => file.endsWith('Bundle-PMO-Example-Smith-Johnson-Bundle2.json')) ?? '';
    for (const raw of [parsed(name), withNumber(parsed(name))]) {
      expect(readDocument(raw, NUMBER)).toEqual({ ok: false, why: 'revoked' });
    }
  });

  test('S11: a summary that carries “not for resuscitation” as a consent says so', () => {
    const name = files.find((file) => file.endsWith('Bundle-bundle-ips-all-sections.json')) ?? '';
    const read = readDocument(withNumber(parsed(name)), NUMBER);
    expect(read.ok && read.plan.cprDecision).toMatchObject({
      state: 'notForCpr',
      statement: { source: { date: '2021-09-01' } },
    });
    expect(read.ok && read.plan.provenance.otherKind).toBe('Patient summary Document');
  });
});
