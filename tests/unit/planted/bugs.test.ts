import { describe, expect, it } from 'vitest';
import { readSource } from '../../architecture/source-files.ts';
import { plantedTable } from '../../docs/planted-table.ts';
import { BUGS } from '../../planted/bugs.ts';
import { type PlantedBug, plantedIn, RULES } from '../../planted/planted-bug.ts';
import { isFaultClass } from '../../planted/play-class.ts';

describe('the planted bugs', () => {
  it('are enough, and break every rule of docs/safety.md', () => {
    expect(BUGS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(BUGS.map(({ rule }) => rule))).toEqual(new Set(RULES));
    expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
  });

  it.each(BUGS)('can still be planted: $name', (bug) => {
    const source = readSource(bug.file);
    expect(plantedIn(source, bug)).not.toBe(source);
  });

  it.each(BUGS)('are to be caught by tests that there are: $name', ({ caughtBy }) => {
    expect(caughtBy.length).toBeGreaterThan(0);
    for (const file of caughtBy)
      expect(readSource(file)).toMatch(isFaultClass(file) ? /: FaultClass = / : /\b(?:it|test)\b/);
  });

  it('stand in docs/safety.md as they are', () => {
    expect(readSource('docs/safety.md')).toContain(plantedTable(BUGS));
    expect(readSource('docs/safety.md')).toContain(`${BUGS.length} bugs`);
  });
});

describe('plantedIn', () => {
  const bug: PlantedBug = {
    name: 'A bug',
    rule: 'S1',
    file: 'a.ts',
    find: 'right',
    replace: '$&wrong',
    caughtBy: ['b'],
  };

  it('puts the bug in the place of what it replaces, to the letter', () => {
    expect(plantedIn('all right.', bug)).toBe('all $&wrong.');
  });

  it.each(['all left.', 'right or right'])('refuses where its text does not stand exactly once: %s', (source) => {
    expect(() => plantedIn(source, bug)).toThrow('“A bug” can no longer be planted');
  });
});
