import { describe, expect, it } from 'vitest';
import { readSource } from '../../architecture/source-files.ts';
import { FIELDS, overviewOf, readHazards, readRisks } from '../../docs/read-hazards.ts';
import { allTestTitles, type TestTitle } from '../../docs/test-titles.ts';

const log = readSource('docs/hazard-log.md');
const hazards = readHazards(log);
const risks = readRisks(log);
const titles = allTestTitles();

const named = ({ file, title }: TestTitle) => `${file} › ${title}`;
const withFields = hazards.map((hazard) => ({ ...hazard, risk: (name: string) => hazard.fields.get(name) ?? '' }));
const last = (risk: string) => Number(risk.at(-1));

describe('the hazard log', () => {
  it('numbers every hazard, without a gap or a double', () => {
    expect(hazards.length).toBeGreaterThan(30);
    expect(hazards.map(({ number }) => number)).toEqual(
      hazards.map((_, index) => `H${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('says of every hazard all there is to say, and nothing else', () => {
    expect(hazards.filter(({ title, stray }) => title === '' || stray.length > 0)).toEqual([]);
    expect(hazards.filter(({ fields }) => `${[...fields.keys()]}` !== `${FIELDS}`).map(({ number }) => number)).toEqual(
      [],
    );
    expect(hazards.filter(({ fields }) => [...fields.values()].includes('')).map(({ number }) => number)).toEqual([]);
  });

  it('ties every hazard to tests, and says what no test shows', () => {
    expect(hazards.filter(({ tests }) => tests.length === 0).map(({ number }) => number)).toEqual([]);
    const open = hazards.filter(({ gaps }) => gaps.length > 0);
    expect(hazards.filter(({ fields }) => fields.get('Status') === 'open')).toEqual(open);
    expect(
      hazards.filter(({ fields }) => fields.get('Status') !== 'open').map(({ fields }) => fields.get('Status')),
    ).toEqual(Array(hazards.length - open.length).fill('controlled'));
    const gaps = open.flatMap((hazard) => hazard.gaps);
    expect(log).toContain(
      `**${hazards.length} hazards, of which ${open.length} are open; ${gaps.length} things that no test shows yet.**`,
    );
  });

  it('names tests that there are', () => {
    const there = new Set(titles.map(named));
    expect(there.size).toBeGreaterThan(1000);
    expect(hazards.flatMap(({ tests }) => tests.map(named)).filter((test) => !there.has(test))).toEqual([]);
  });

  it('has every hazard that a test names', () => {
    const numbers = new Set(hazards.map(({ number }) => number));
    const meant = titles.flatMap((test) => (test.title.match(/\bH\d\d\b/g) ?? []).map((number) => ({ number, test })));
    expect(meant.length).toBeGreaterThan(20);
    expect(meant.filter(({ number }) => !numbers.has(number)).map(({ test }) => named(test))).toEqual([]);
  });

  it('has the hazard that each known limit is a part of', () => {
    const limits =
      readSource('docs/safety.md')
        .split(/^## Known limits$/m)[1]
        ?.match(/^- .*$/gm) ?? [];
    expect(limits.length).toBeGreaterThan(10);
    const numbers = new Set(hazards.map(({ number }) => number));
    const parts = limits.map((limit) => /\((H\d\d(?:, H\d\d)*)\)$/.exec(limit)?.[1]?.split(', ') ?? ['none']);
    expect(parts.flat().filter((number) => !numbers.has(number))).toEqual([]);
  });

  it('has risks of its own table, and none that controls make worse', () => {
    expect(risks.size).toBe(25);
    for (const { number, risk } of withFields) {
      const [initial, residual] = [risk('Initial risk, proposed'), risk('Residual risk, proposed')];
      expect(risks, `${number}: ${initial}`).toContain(initial);
      expect(risks, `${number}: ${residual}`).toContain(residual);
      expect(last(residual), number).toBeLessThanOrEqual(last(initial));
    }
  });

  it('has at its head what stands below', () => {
    const rows = [...log.matchAll(/^\| \[(H\d+)\]\([^)]*\) \| (.*)$/gm)];
    expect(rows.map(([, number]) => number)).toEqual(hazards.map(({ number }) => number));
    expect(rows.map(([, , says]) => says)).toEqual(overviewOf(hazards));
  });

  it('claims no standard is met: that is for a Clinical Safety Officer', () => {
    const docs = [log, readSource('docs/safety.md'), readSource('README.md')].join('\n');
    expect(docs).not.toMatch(/compliant|compl(?:y|ies) with|conforms to DCB|certified/i);
  });
});
