import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DesksBed } from './desks-bed.ts';
import { known, onPage } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

let bed: DesksBed;
let tab: OneTab;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
afterEach(() => {
  bed.extension.language = 'en-GB';
});
beforeEach(async () => {
  await bed.fresh();
  tab = bed.tab();
});

test('a browser that speaks Welsh is answered in Welsh, and whoever chose English in English', async () => {
  bed.extension.language = 'cy';
  await bed.fresh();
  tab = bed.tab();
  tab.open(onPage(known));
  await tab.until('signedOut');
  expect(new Set(tab.languages)).toEqual(new Set(['cy']));
  bed.extension.write('local', { settings: { ...bed.settings, language: 'en' } });
  await vi.waitFor(() => expect(tab.languages.at(-1)).toBe('en'));
});

test('another language is drawn by another frame, with the same plan', async () => {
  tab.open(onPage(known));
  await bed.signIn(tab);
  await tab.until('plan');
  expect(new Set(tab.languages)).toEqual(new Set(['en']));
  bed.extension.write('local', { settings: { ...bed.settings, language: 'cy' } });
  await vi.waitFor(() => expect(new Set(tab.languages)).toEqual(new Set(['cy'])));
  await tab.untilPlanOf(known);
});
