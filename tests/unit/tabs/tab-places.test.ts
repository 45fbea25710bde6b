import { beforeEach, expect, test, vi } from 'vitest';
import { FIRST_PLACE, type Place } from '../../../utils/page/place.ts';
import { placeIn, rememberPlace } from '../../../utils/places.ts';
import { tabPlaces } from '../../../utils/tabs/tab-places.ts';

const stored: { places?: unknown } = {};
let isFull = false;
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => structuredClone(stored),
        set: async ({ places }: { places: unknown }) => {
          if (isFull) throw new Error('QuotaExceededError');
          stored.places = structuredClone(places);
        },
      },
    },
  },
}));

const LEFT: Place = { side: 'left', width: 480, covers: true, folded: true };

beforeEach(() => {
  delete stored.places;
  isFull = false;
});

test('each system has its own place, and the first one until somebody moves it', async () => {
  await Promise.all([rememberPlace('one', LEFT), rememberPlace('two', { ...LEFT, width: 320 })]);
  expect(await placeIn('one')).toEqual(LEFT);
  expect((await placeIn('two')).width).toBe(320);
  expect(await placeIn('three')).toEqual(FIRST_PLACE);
  expect(await placeIn('constructor')).toEqual(FIRST_PLACE);
});

test.each([
  ['nothing of the kind', 'places'],
  ['a list', [LEFT]],
  ['a width that no sidebar has', { one: { ...LEFT, width: 4_000 }, two: LEFT }],
  ['a part too many', { one: { ...LEFT, nhsNumber: '9434765919' }, two: LEFT }],
])('S6: %s in storage is the first place, and what is sound beside it stays', async (_name, places) => {
  stored.places = places;
  expect(await placeIn('one')).toEqual(FIRST_PLACE);
  expect(await placeIn('two')).toEqual(Object.hasOwn(places as object, 'two') ? LEFT : FIRST_PLACE);
  await rememberPlace('three', LEFT);
  expect(await placeIn('three')).toEqual(LEFT);
});

test('a full disk keeps nobody from moving the sidebar', async () => {
  isFull = true;
  await rememberPlace('one', LEFT);
  expect(await placeIn('one')).toEqual(FIRST_PLACE);
});

test('moved in one tab it stands so in all tabs of that system, and in no other', async () => {
  const places = tabPlaces();
  const told: string[] = [];
  const top = (tabId: number, systemId: string) =>
    places.tell({ tabId, systemId, send: (order) => told.push(`${tabId} ${order.do}`) });
  top(1, 'one');
  const leave = top(2, 'one');
  top(3, 'two');
  places.arrange(2, LEFT);
  expect(told).toEqual(['1 place']);
  expect(await places.of('one')).toEqual(LEFT);
  expect(await places.of('two')).toEqual(FIRST_PLACE);
  places.arrange(1, FIRST_PLACE);
  leave();
  places.arrange(1, LEFT);
  expect(told).toEqual(['1 place', '2 place']);
});

test('folded from outside, every tab of that system hears of it, and once more brings it back where it was', async () => {
  const places = tabPlaces();
  const told: string[] = [];
  for (const [tabId, systemId] of [
    [1, 'one'],
    [2, 'one'],
    [3, 'two'],
  ] as const)
    places.tell({
      tabId,
      systemId,
      send: (order) => told.push(`${tabId} ${order.do === 'place' && order.place.folded}`),
    });
  await rememberPlace('one', { ...LEFT, folded: false });
  await places.fold(1);
  expect(told).toEqual(['1 true', '2 true']);
  expect(await places.of('one')).toEqual(LEFT);
  await places.fold(2);
  expect(told.slice(2)).toEqual(['1 false', '2 false']);
  expect(await places.of('one')).toEqual({ ...LEFT, folded: false });
  expect(await places.of('two')).toEqual(FIRST_PLACE);
});

test('a tab with no page of ours on top moves nothing', async () => {
  const places = tabPlaces();
  places.arrange(9, LEFT);
  await places.fold(9);
  expect(stored.places).toBeUndefined();
});
