import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRegions } from '../../../utils/page/merge-regions.ts';
import type { RegionName, RegionTexts } from '../../../utils/page/read-region.ts';
import type { Reading } from '../../../utils/page/sighting.ts';

/** Where a text stands does not matter here. */
const node = {} as Text;
const NUMBER = '9991045120';

const named = (name: RegionName['name'], rank = 4): RegionName => ({ name, nodes: [], isLink: false, rank });
const whole = (name: string, rank = 4) => named({ whole: name }, rank);
function region(names: readonly RegionName[], ...dates: readonly string[]): RegionTexts {
  return { numbers: [], names, birthDates: dates.map((text) => ({ text, node })) };
}
const REED = whole('REED, Margaret (Mrs)');
const BORN = '14-Jul-1938';

const patient = (familyName: string, givenNames: string, birthDate: string | null): Reading => ({
  kind: 'patient',
  identity: { nhsNumber: NUMBER, birthDate, familyName, givenNames },
});
const margaret = patient('REED', 'Margaret', '1938-07-14');
const several: Reading = { kind: 'several' };
const unreadable = (cause: 'incomplete' | 'birthDateUnreadable'): Reading => ({ kind: 'unreadable', cause });

describe('one person from regions with one number', () => {
  test.each<[string, readonly RegionTexts[], Reading]>([
    ['one region', [region([REED], BORN)], margaret],
    ['the same twice', [region([REED], BORN), region([REED], BORN)], margaret],
    ['the date written otherwise', [region([REED], BORN), region([], '14/07/1938')], margaret],
    ['the name in one, the date in another', [region([REED]), region([], BORN)], margaret],
    ['no date anywhere', [region([REED])], patient('REED', 'Margaret', null)],
    ['the name in two fields', [region([named({ family: 'REED', given: 'Margaret' })], BORN)], margaret],
    ['a name with a comma goes first', [region([whole('Margaret Reed')], BORN), region([REED])], margaret],
    [
      'a family name of several words is known where the page divides it',
      [region([whole('Ana Garcia Lopez')], BORN), region([named({ family: 'Garcia Lopez', given: 'Ana' })])],
      patient('Garcia Lopez', 'Ana', '1938-07-14'),
    ],
    ['fewer given names in one', [region([REED], BORN), region([whole('REED, Margaret Ann')])], margaret],
    ['only the most certain name of a region counts', [region([REED, whole('Elm Lodge', 1)], BORN)], margaret],
    [
      'S1: two numbers are not asked about here, two names are',
      [region([REED]), region([whole('DOYLE, Patrick')])],
      several,
    ],
    ['S1: two names in one region', [region([REED, whole('DOYLE, Patrick')], BORN)], several],
    ['S1: two dates', [region([REED], BORN), region([REED], '15-Jul-1938')], several],
    ['S1: two dates in one region', [region([REED], BORN, '15-Jul-1938')], several],
    ['S1: a date that cannot be read', [region([REED], '14-Foo-1938')], unreadable('birthDateUnreadable')],
    ['a year of two digits is no date', [region([REED], '14-Jul-38')], patient('REED', 'Margaret', null)],
    ['and beside the same date it is that', [region([REED], BORN), region([REED], '14/07/38')], margaret],
    ['S1: beside another it is another', [region([REED], BORN, '15-Jul-38')], several],
    ['S1: two years of two digits', [region([REED], '14-Jul-38'), region([REED], '14-Jul-39')], several],
    [
      'S1: a date that cannot be read beside one that can',
      [region([REED], BORN, '31/02/1938')],
      unreadable('birthDateUnreadable'),
    ],
    ['no name', [region([], BORN)], unreadable('incomplete')],
    ['a name that is only a title', [region([whole('Mrs')], BORN)], unreadable('incomplete')],
    ['no region', [], unreadable('incomplete')],
  ])('%s', (_name, regions, expected) => {
    expect(mergeRegions(NUMBER, regions)).toEqual(expected);
  });
});

test('S1: whatever regions say in whatever order, nobody comes out beside a contradiction', () => {
  const names = fc.constantFrom(REED, whole('Margaret Reed'), whole('DOYLE, Patrick'), whole('REED, Joan'));
  const dates = fc.constantFrom(BORN, '14/07/1938', '15-Jul-1938', '14-Foo-38');
  const regions = fc.array(
    fc
      .tuple(fc.array(names, { maxLength: 2 }), fc.array(dates, { maxLength: 2 }))
      .map(([some, days]) => region(some, ...days)),
    { maxLength: 4 },
  );
  const shuffled = regions.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const reading = mergeRegions(NUMBER, one);
      expect(mergeRegions(NUMBER, other).kind).toBe(reading.kind);
      if (reading.kind !== 'patient') return;
      const said = one.flatMap((each) => each.names.map(({ name }) => ('whole' in name ? name.whole : name.family)));
      const people = new Set(said.map((name) => (/reed/i.test(name) && /margaret/i.test(name) ? 'Margaret' : name)));
      expect(people.size).toBe(1);
      const days = one.flatMap((each) => each.birthDates.map(({ text }) => text));
      expect(days).not.toContain('14-Jul-38');
      expect(days.includes('15-Jul-1938') && days.some((day) => day.startsWith('14'))).toBe(false);
    }),
    { numRuns: 3000 },
  );
});
