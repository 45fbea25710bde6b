import { describe, expect, it } from 'vitest';
import { type RowReport, serviceReport } from '../../conformance/report.ts';
import { safeWords } from '../../conformance/safe-words.ts';
import { headLine, rowWriter, summaryLines } from '../../conformance/table.ts';

const ID = '3f0c1c1e-9f5e-4d0e-9d6b-0f6f0c1c1e9f';
const row = (changes: Partial<RowReport>): RowReport => ({
  id: 'https',
  title: 'Address begins with https',
  required: true,
  outcome: 'pass',
  reason: 'Everything goes over TLS.',
  requestIds: [],
  ...changes,
});

describe('the table', () => {
  const report = serviceReport('https://plans.example/fhir', '2026-11-25T10:00:00.000Z', [
    row({}),
    row({
      id: 'discovery',
      outcome: 'fail',
      title: 'Sign-in is described',
      reason: 'word '.repeat(40).trim(),
      requestIds: [ID, ID, ID],
    }),
    row({ id: 'pkce', outcome: 'not checked', required: false }),
    row({ id: 'date', outcome: 'not offered', required: false }),
    row({ id: 'clock', outcome: 'not checked' }),
  ]);
  const rowLines = rowWriter(100);
  const lines = [headLine(report.base, report.checkedAt), ...report.rows.flatMap(rowLines)];

  it('counts', () => {
    expect(report).toMatchObject({ passed: 1, failed: 1, notOffered: 1, notChecked: 2 });
    expect(summaryLines(report)).toEqual([
      '',
      'To be put right: “Sign-in is described”.',
      'Required and not checked, so open and not passed: “Address begins with https”.',
      '1 passed, 1 failed, 1 not offered, 2 not checked',
    ]);
  });

  it('has room for every line, and names the calls', () => {
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.includes(`request ${ID}`))).toHaveLength(2);
    expect(lines.join('\n')).toContain('and 1 more, named by --json');
    expect(lines.join('\n')).toContain('(optional)');
  });
});

describe('S7: the last guard', () => {
  const secrets = { nhsNumber: '9991045120', birthDate: '1938-07-14', token: 'abc.def' };

  it.each([
    'of 9991045120',
    'of 999 104 5120',
    'of 999-104-5120',
    'at …|9991045120',
    'born 1938-07-14',
    'born 14/07/1938',
    'born 19380714',
    'Bearer abc.def',
  ])('leaves out %s', (text) => {
    expect(safeWords(text, secrets)).toBe('(left out: it named somebody)');
  });

  it('leaves everything else', () => {
    expect(safeWords('It answered 503. The service failed.', secrets)).toBe('It answered 503. The service failed.');
    expect(safeWords('All 28 do.', { ...secrets, birthDate: null, token: null })).toBe('All 28 do.');
  });
});
